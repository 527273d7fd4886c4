/*
 * Eurostat Comext bulk files since 2022. FLOW 1 is imports, 2 exports; month 52 is the
 * whole year.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "productnc") && headings_have(headings, "valueeur");
}

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "partner", ROLE_CODE, .of = "partner"},
    {.heading = "tradetype", ROLE_CODE, .of = "trade_type"},
    {.heading = "productnc",
     ROLE_CODE,
     .of = "product",
     .whole = "TOTAL",
     .is_hs = true},
    {.heading = "statprocedure", ROLE_CODE, .of = "procedure"},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "valueeur", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"1", "imports"},
    {"2", "exports"},
    {0},
};

const struct layout_ops layout_comext = {
    .name = "Eurostat Comext",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade, Comext",
    .publisher = "Eurostat",
    .unit = {UNIT_CURRENCY, "EUR", 0},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
