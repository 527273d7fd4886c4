/*
 * World Bank, World Development Indicators: years as columns, indicators as rows, a
 * preamble before the head. DataBank writes years as "2010 [YR2010]", or as rows, with
 * a column a series, and remarks behind the figures. Goods (TX.VAL.MRCH, TM.VAL.MRCH),
 * goods and services (NE.EXP, NE.IMP) and the balance of payments (BX, BM) do not agree
 * and stay apart.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "countrycode") &&
           (headings_have(headings, "indicatorcode") ||
            headings_have(headings, "seriescode"));
}

static const struct layout_rule rules[] = {
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {.heading = "indicatorcode", ROLE_FLOW},
    {.heading = "seriescode", ROLE_FLOW},
    {.heading = "indicatorname", ROLE_SKIP},
    {.heading = "seriesname", ROLE_SKIP},
    {0},
};

static bool recognises_databank(const struct headings *headings)
{
    return headings_have(headings, "countrycode") &&
           headings_have(headings, "timecode") && headings_have(headings, "time");
}

static const struct layout_rule databank_rules[] = {
    {.heading = "time", ROLE_PERIOD},
    {.heading = "timecode", ROLE_SKIP},
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {0},
};

static const char *const footers[] = {"Data from database", "Last Updated", NULL};

static const struct layout_flow flows[] = {
    {"TX.VAL.MRCH.CD.WT", "exports"},
    {"TM.VAL.MRCH.CD.WT", "imports"},
    {"NE.EXP.GNFS.CD", "exports_goods_services"},
    {"NE.IMP.GNFS.CD", "imports_goods_services"},
    {"BX.GSR.MRCH.CD", "exports_balance_of_payments"},
    {"BM.GSR.MRCH.CD", "imports_balance_of_payments"},
    {0},
};

const struct layout_ops layout_wdi = {
    .name = "World Development Indicators",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Merchandise trade, World Development Indicators",
    .publisher = "World Bank",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .footers = footers,
    .has_wide_periods = true,
    .skips_other_flows = true,
};

const struct layout_ops layout_databank = {
    .name = "World Bank DataBank",
    .recognises = recognises_databank,
    .rules = databank_rules,
    .flows = flows,
    .title = "Merchandise trade, World Development Indicators",
    .publisher = "World Bank",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .footers = footers,
    .others_are_measures = true,
    .skips_other_flows = true,
};
