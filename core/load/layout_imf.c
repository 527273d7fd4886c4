/*
 * The IMF's Direction of Trade Statistics as CSV: a row for each figure, a column for
 * each indicator, or one for each period. Exports are FOB, imports CIF. World and areas
 * stand among the countries.
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

static bool recognises_panel(const struct headings *headings)
{
    return headings_have(headings, "counterpartcountrycode") &&
           headings_begin(headings, "goodsvalueofexports") &&
           headings_have(headings, "timeperiod");
}

static const struct layout_rule panel_rules[] = {
    {.heading = "timeperiod", ROLE_PERIOD},
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {.heading = "counterpartcountrycode", ROLE_CODE, .of = "partner"},
    {.heading = "counterpartcountryname", ROLE_NAME, .of = "partner"},
    {.heading = "goodsvalueofexportsfreeonboardfobusdollarstxgfobusd",
     ROLE_FIGURE,
     .of = "exports"},
    {.heading = "goodsvalueofimportscostinsurancefreightcifusdollarstmgcifusd",
     ROLE_FIGURE,
     .of = "imports"},
    {0},
};

const struct layout_ops layout_imf_panel = {
    .name = "IMF Direction of Trade Statistics, a column for each indicator",
    .recognises = recognises_panel,
    .rules = panel_rules,
    .title = "Direction of Trade Statistics",
    .publisher = "International Monetary Fund",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};

static bool recognises_wide(const struct headings *headings)
{
    return headings_have(headings, "counterpartcountrycode") &&
           headings_have(headings, "indicatorcode");
}

/* Rows whose attribute is a status have words instead of figures. */
static const struct layout_rule wide_rules[] = {
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {.heading = "counterpartcountrycode", ROLE_CODE, .of = "partner"},
    {.heading = "counterpartcountryname", ROLE_NAME, .of = "partner"},
    {.heading = "indicatorcode", ROLE_FLOW},
    {.heading = "indicatorname", ROLE_SKIP},
    {.heading = "attribute", ROLE_ONLY, .only = "Value"},
    {0},
};

const struct layout_ops layout_imf_wide = {
    .name = "IMF Direction of Trade Statistics, a column for each period",
    .recognises = recognises_wide,
    .rules = wide_rules,
    .flows = flows,
    .title = "Direction of Trade Statistics",
    .publisher = "International Monetary Fund",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .has_wide_periods = true,
    .skips_other_flows = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
