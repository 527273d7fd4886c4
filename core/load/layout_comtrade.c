/*
 * UN Comtrade, the new service: the download of the web page (PascalCase, every field
 * quoted, a comma at the end of each line) and the answer of the programming interface
 * (camelCase) have the same columns. Figures are US dollars; imports CIF, exports FOB.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "refperiodid") &&
           headings_have(headings, "primaryvalue") &&
           headings_have(headings, "flowcode");
}

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "reporteriso", ROLE_REPORTER},
    {.heading = "reportercode", ROLE_REPORTER},
    {.heading = "reporterdesc", ROLE_REPORTER_NAME},
    {.heading = "flowcode", ROLE_FLOW},
    {.heading = "primaryvalue", ROLE_VALUE},
    {.heading = "partneriso", ROLE_CODE, .of = "partner", .whole = "W00"},
    {.heading = "partnercode", ROLE_CODE, .of = "partner", .whole = "0"},
    {.heading = "partnerdesc", ROLE_NAME, .of = "partner"},
    {.heading = "partner2code",
     ROLE_CODE,
     .of = "partner2",
     .whole = "0",
     .may_be_empty = true},
    {.heading = "partner2desc", ROLE_NAME, .of = "partner2"},
    {.heading = "cmdcode", ROLE_CODE, .of = "product", .whole = "TOTAL", .is_hs = true},
    {.heading = "cmddesc", ROLE_NAME, .of = "product"},
    {.heading = "customscode",
     ROLE_CODE,
     .of = "procedure",
     .whole = "C00",
     .may_be_empty = true},
    {.heading = "customsdesc", ROLE_NAME, .of = "procedure"},
    {.heading = "motcode",
     ROLE_CODE,
     .of = "transport",
     .whole = "0",
     .may_be_empty = true},
    {.heading = "motdesc", ROLE_NAME, .of = "transport"},
    {.heading = "classificationcode", ROLE_VINTAGE},
    {0},
};

static const struct layout_flow flows[] = {
    {"M", "imports"},
    {"X", "exports"},
    {"RM", "re_imports"},
    {"RX", "re_exports"},
    {"DX", "domestic_exports"},
    {"FM", "foreign_imports"},
    {"MIP", "imports_inward_processing"},
    {"XIP", "exports_inward_processing"},
    {"MOP", "imports_outward_processing"},
    {"XOP", "exports_outward_processing"},
    {0},
};

const struct layout_ops layout_comtrade = {
    .name = "UN Comtrade",
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
