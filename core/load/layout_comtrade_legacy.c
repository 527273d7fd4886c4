/*
 * UN Comtrade before 2022: CSV of the web page (22 columns), of its programming
 * interface (35) and its JSON, and resaved ones whose headings lost blanks and
 * brackets.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    bool has_flow =
        headings_have(headings, "tradeflow") ||
        (headings_have(headings, "rgdesc") && headings_have(headings, "pttitle"));

    return has_flow &&
           (headings_have(headings, "tradevalueus") ||
            headings_have(headings, "tradevalue")) &&
           (headings_have(headings, "periodesc") || headings_have(headings, "period") ||
            headings_have(headings, "year"));
}

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "year", ROLE_PERIOD},
    {.heading = "reporteriso", ROLE_REPORTER},
    {.heading = "reportercode", ROLE_REPORTER},
    {.heading = "reporter", ROLE_REPORTER_NAME},
    {.heading = "tradeflow", ROLE_FLOW},
    {.heading = "tradevalueus", ROLE_VALUE},
    {.heading = "tradevalue", ROLE_VALUE},
    {.heading = "partneriso", ROLE_CODE, .of = "partner", .whole = "WLD"},
    {.heading = "partnercode", ROLE_CODE, .of = "partner", .whole = "0"},
    {.heading = "partner", ROLE_NAME, .of = "partner"},
    {.heading = "2ndpartnercode",
     ROLE_CODE,
     .of = "partner2",
     .whole = "0",
     .may_be_empty = true},
    {.heading = "2ndpartner", ROLE_NAME, .of = "partner2"},
    {.heading = "commoditycode",
     ROLE_CODE,
     .of = "product",
     .whole = "TOTAL",
     .is_hs = true},
    {.heading = "commodity", ROLE_NAME, .of = "product"},
    {.heading = "customsproccode",
     ROLE_CODE,
     .of = "procedure",
     .whole = "C00",
     .may_be_empty = true},
    {.heading = "customs", ROLE_NAME, .of = "procedure"},
    {.heading = "modeoftransportcode",
     ROLE_CODE,
     .of = "transport",
     .whole = "0",
     .may_be_empty = true},
    {.heading = "modeoftransport", ROLE_NAME, .of = "transport"},
    {.heading = "classification", ROLE_VINTAGE},
    /* The same in JSON. */
    {.heading = "rt3iso", ROLE_REPORTER},
    {.heading = "rttitle", ROLE_REPORTER_NAME},
    {.heading = "rgdesc", ROLE_FLOW},
    {.heading = "pt3iso", ROLE_CODE, .of = "partner", .whole = "WLD"},
    {.heading = "pttitle", ROLE_NAME, .of = "partner"},
    {.heading = "cmdcode", ROLE_CODE, .of = "product", .whole = "TOTAL", .is_hs = true},
    {.heading = "cmddesce", ROLE_NAME, .of = "product"},
    {.heading = "pfcode", ROLE_VINTAGE},
    {0},
};

static const struct layout_flow flows[] = {
    {"Import", "imports"},
    {"Imports", "imports"},
    {"Export", "exports"},
    {"Exports", "exports"},
    {"Re-Export", "re_exports"},
    {"re-Export", "re_exports"},
    {"Re-Import", "re_imports"},
    {"re-Import", "re_imports"},
    {"Re-Exports", "re_exports"},
    {"Re-Imports", "re_imports"},
    {0},
};

const struct layout_ops layout_comtrade_legacy = {
    .name = "UN Comtrade (before 2022)",
    .title = "Goods trade, UN Comtrade",
    .publisher = "United Nations Comtrade Database",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .unit = {UNIT_CURRENCY, "USD", 0},
    .has_classification = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
