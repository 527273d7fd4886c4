/*
 * WTO Stats: one row a figure, with indicator, product, partner, year and unit.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "indicatorcode") &&
           headings_have(headings, "reportingeconomycode");
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "reportingeconomyiso3acode", ROLE_REPORTER},
    {.heading = "reportingeconomycode", ROLE_REPORTER},
    {.heading = "reportingeconomy", ROLE_REPORTER_NAME},
    {.heading = "partnereconomycode", ROLE_CODE, .of = "partner", .whole = "000"},
    {.heading = "partnereconomy", ROLE_NAME, .of = "partner"},
    {.heading = "productsectorcode",
     ROLE_CODE,
     .of = "product",
     .whole = "TO",
     .is_nested = true},
    {.heading = "productsector", ROLE_NAME, .of = "product"},
    {.heading = "indicatorcode", ROLE_FLOW},
    {.heading = "value", ROLE_VALUE},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "valueflagcode", ROLE_FLAG},
    {0},
};

static const struct layout_flow flows[] = {
    {"ITS_MTV_AX", "exports"},
    {"ITS_MTV_AM", "imports"},
    {"ITS_MTV_MX", "exports"},
    {"ITS_MTV_MM", "imports"},
    {"ITS_MTV_QX", "exports"},
    {"ITS_MTV_QM", "imports"},
    {"ITS_CS_AX6", "exports_services"},
    {"ITS_CS_AM6", "imports_services"},
    {0},
};

const struct layout_ops layout_wto = {
    .name = "WTO Stats",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Trade, WTO Stats",
    .publisher = "World Trade Organization",
    .skips_other_flows = true,
};
