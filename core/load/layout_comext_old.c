/*
 * Eurostat Comext bulk files before 2022.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "declarant") &&
           headings_have(headings, "valueineuros");
}

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "declarantiso", ROLE_REPORTER},
    {.heading = "declarant", ROLE_REPORTER},
    {.heading = "partneriso", ROLE_CODE, .of = "partner"},
    {.heading = "partner", ROLE_CODE, .of = "partner"},
    {.heading = "tradetype", ROLE_CODE, .of = "trade_type"},
    {.heading = "productnc",
     ROLE_CODE,
     .of = "product",
     .whole = "TOTAL",
     .is_hs = true},
    {.heading = "statregime", ROLE_CODE, .of = "regime"},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "valueineuros", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"1", "imports"},
    {"2", "exports"},
    {0},
};

const struct layout_ops layout_comext_old = {
    .name = "Eurostat Comext (before 2022)",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade, Comext",
    .publisher = "Eurostat",
    .unit = {UNIT_CURRENCY, "EUR", 0},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
