/*
 * The IMF's Direction of Trade Statistics, as bulk CSV: exports are FOB, imports CIF or
 * FOB by the indicator. World and areas stand among the countries.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "counterpartcountrycode") &&
           headings_have(headings, "indicatorcode") &&
           headings_have(headings, "timeperiod");
}

static const struct layout_rule rules[] = {
    {.heading = "timeperiod", ROLE_PERIOD},
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {.heading = "counterpartcountrycode", ROLE_CODE, .of = "partner"},
    {.heading = "counterpartcountryname", ROLE_NAME, .of = "partner"},
    {.heading = "indicatorcode", ROLE_FLOW},
    {.heading = "value", ROLE_VALUE},
    {.heading = "status", ROLE_FLAG},
    {0},
};

static const struct layout_flow flows[] = {
    {"TXG_FOB_USD", "exports"},
    {"TMG_CIF_USD", "imports"},
    {0},
};

const struct layout_ops layout_imf = {
    .name = "IMF Direction of Trade Statistics",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Direction of Trade Statistics",
    .publisher = "International Monetary Fund",
    .skips_other_flows = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
