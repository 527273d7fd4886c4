/*
 * Statistics Canada, merchandise trade: series that differ by basis and by seasonal
 * adjustment stand in one table, and no two of them are ever added. The unit is dollars
 * of Canada; rows of indices and quantities are left out.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "refdate") && headings_have(headings, "trade") &&
           headings_have(headings, "vector") && headings_have(headings, "value");
}

static const struct layout_rule rules[] = {
    {.heading = "refdate", ROLE_PERIOD},
    {.heading = "trade", ROLE_FLOW},
    {.heading = "principaltradingpartners",
     ROLE_CODE,
     .of = "partner",
     .whole = "All countries"},
    {.heading = "tradingpartners",
     ROLE_CODE,
     .of = "partner",
     .whole = "All countries"},
    {.heading = "geo", ROLE_CODE, .of = "geography", .whole = "Canada"},
    {.heading = "uom", ROLE_ONLY, .only = "Dollars"},
    {.heading = "scalarfactor", ROLE_SCALE},
    {.heading = "value", ROLE_VALUE},
    {.heading = "status", ROLE_FLAG},
    {.heading = "dguid", ROLE_SKIP},
    {.heading = "uomid", ROLE_SKIP},
    {.heading = "scalarid", ROLE_SKIP},
    {.heading = "vector", ROLE_SKIP},
    {.heading = "coordinate", ROLE_SKIP},
    {.heading = "symbol", ROLE_SKIP},
    {.heading = "terminated", ROLE_SKIP},
    {.heading = "decimals", ROLE_SKIP},
    {0},
};

static const struct layout_flow flows[] = {
    {"Export", "exports"},
    {"Exports", "exports"},
    {"Total exports", "exports"},
    {"Domestic export", "domestic_exports"},
    {"Domestic exports", "domestic_exports"},
    {"Re-export", "re_exports"},
    {"Re-exports", "re_exports"},
    {"Import", "imports"},
    {"Imports", "imports"},
    {0},
};

static const struct layout_status statuses[] = {
    {'x', false, "c"},
    {0},
};

const struct layout_ops layout_statcan = {
    .name = "Statistics Canada",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .statuses = statuses,
    .title = "Goods trade of Canada",
    .publisher = "Statistics Canada",
    .unit = {UNIT_CURRENCY, "CAD", 0},
    .skips_other_flows = true,
    .finds_dimensions = true,
};
