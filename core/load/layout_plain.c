/*
 * Any other table: a period, perhaps partners and products, and either exports and
 * imports as columns or a flow and a value. Headings in English or Chinese, with the
 * unit in them: "Exports (million USD)".
 */
#include "core/load/layout.h"

#include <string.h>

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "timeperiod", ROLE_PERIOD},
    {.heading = "date", ROLE_PERIOD},
    {.heading = "time", ROLE_PERIOD},
    {.heading = "yearmonth", ROLE_PERIOD},
    {.heading = "时间", ROLE_PERIOD},
    {.heading = "日期", ROLE_PERIOD},
    {.heading = "年月", ROLE_PERIOD},
    {.heading = "year", ROLE_YEAR},
    {.heading = "年份", ROLE_YEAR},
    {.heading = "年", ROLE_YEAR},
    {.heading = "month", ROLE_MONTH},
    {.heading = "月份", ROLE_MONTH},
    {.heading = "月", ROLE_MONTH},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "tradeflow", ROLE_FLOW},
    {.heading = "direction", ROLE_FLOW},
    {.heading = "进出口", ROLE_FLOW},
    {.heading = "value", ROLE_VALUE},
    {.heading = "amount", ROLE_VALUE},
    {.heading = "tradevalue", ROLE_VALUE},
    {.heading = "金额", ROLE_VALUE},
    {.heading = "exports", ROLE_FIGURE, .of = "exports"},
    {.heading = "export", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口额", ROLE_FIGURE, .of = "exports"},
    {.heading = "imports", ROLE_FIGURE, .of = "imports"},
    {.heading = "import", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口额", ROLE_FIGURE, .of = "imports"},
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "reporteriso3", ROLE_REPORTER},
    {.heading = "geo", ROLE_REPORTER},
    {.heading = "origin", ROLE_REPORTER},
    {.heading = "partnercode", ROLE_CODE, .of = "partner"},
    {.heading = "partneriso3", ROLE_CODE, .of = "partner"},
    {.heading = "partner", ROLE_CODE, .of = "partner"},
    {.heading = "country", ROLE_CODE, .of = "partner"},
    {.heading = "countrycode", ROLE_CODE, .of = "partner"},
    {.heading = "贸易伙伴", ROLE_CODE, .of = "partner"},
    {.heading = "国家", ROLE_CODE, .of = "partner"},
    {.heading = "国别", ROLE_CODE, .of = "partner"},
    {.heading = "国家（地区）", ROLE_CODE, .of = "partner"},
    {.heading = "国别（地区）", ROLE_CODE, .of = "partner"},
    {.heading = "国别地区", ROLE_CODE, .of = "partner"},
    {.heading = "贸易伙伴名称", ROLE_CODE, .of = "partner"},
    {.heading = "partner", ROLE_NAME, .of = "partner"},
    {.heading = "partnername", ROLE_NAME, .of = "partner"},
    {.heading = "country", ROLE_NAME, .of = "partner"},
    {.heading = "product", ROLE_CODE, .of = "product"},
    {.heading = "productcode", ROLE_CODE, .of = "product"},
    {.heading = "hs", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hscode", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs92", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs96", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs02", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs07", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs12", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs17", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs22", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "单位", ROLE_UNIT},
    {.heading = "partneren", ROLE_CODE, .of = "partner"},
    {.heading = "商品编码", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "商品", ROLE_CODE, .of = "product"},
    {.heading = "商品名称", ROLE_CODE, .of = "product"},
    {.heading = "商品名称", ROLE_NAME, .of = "product"},
    {.heading = "productname", ROLE_NAME, .of = "product"},
    {.heading = "flag", ROLE_FLAG},
    {.heading = "obsstatus", ROLE_FLAG},
    {.heading = "note", ROLE_REMARK},
    {0},
};

static const struct layout_flow flows[] = {
    {"exports", "exports"},
    {"export", "exports"},
    {"x", "exports"},
    {"exp", "exports"},
    {"出口", "exports"},
    {"imports", "imports"},
    {"import", "imports"},
    {"m", "imports"},
    {"imp", "imports"},
    {"进口", "imports"},
    {0},
};

/* A heading may go on with its unit: "exports (million usd)" folds to
 * "exportsmillionusd". */
static bool begins(const struct headings *headings, const char *word)
{
    for (size_t i = 0; i < headings->count; i++)
        if (strncmp(headings->folded[i], word, strlen(word)) == 0)
            return true;
    return false;
}

static bool has_role(const struct headings *headings, enum role role)
{
    for (const struct layout_rule *rule = rules; rule->heading; rule++)
        if (rule->role == role && headings_have(headings, rule->heading))
            return true;
    return false;
}

static bool recognises(const struct headings *headings)
{
    /* A month without a year beside it may tell both: "January 2001". */
    bool has_time = has_role(headings, ROLE_PERIOD) || has_role(headings, ROLE_YEAR) ||
                    has_role(headings, ROLE_MONTH);
    bool has_flows = begins(headings, "export") || begins(headings, "出口") ||
                     begins(headings, "import") || begins(headings, "进口");
    bool is_long = has_role(headings, ROLE_FLOW) && begins(headings, "value");

    return has_time && (has_flows || is_long);
}

const struct layout_ops layout_plain = {
    .name = "table",
    .title = NULL,
    .publisher = NULL,
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .finds_dimensions = true,
};
