/*
 * UN Comtrade as UNdata gives it out: values in US dollars, the whole as TOTAL.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "countryorarea") &&
           headings_have(headings, "flow") && headings_have(headings, "tradeusd");
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "countryorarea", ROLE_REPORTER},
    {.heading = "commcode",
     ROLE_CODE,
     .of = "product",
     .whole = "TOTAL",
     .is_hs = true},
    {.heading = "commodity", ROLE_CODE, .of = "product", .whole = "ALL COMMODITIES"},
    {.heading = "commodity", ROLE_NAME, .of = "product"},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "tradeusd", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"Export", "exports"},
    {"Import", "imports"},
    {"Re-Export", "re_exports"},
    {"Re-Import", "re_imports"},
    {0},
};

const struct layout_ops layout_undata = {
    .name = "UNdata",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade, UN Comtrade by UNdata",
    .publisher = "United Nations Statistics Division",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .notes_head = "fnSeqID",
};
