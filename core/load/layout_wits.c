/*
 * World Integrated Trade Solution, in thousands of US dollars.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "reporteriso3") &&
           (headings_have(headings, "tradevaluein1000usd") ||
            headings_have(headings, "tradevalue1000usd"));
}

/* Lists of goods that WITS gives beside each other: codes of the HS, ranges of its
 * chapters ("01-05_Animal"), stages of processing, and groups of the SITC. Each of them
 * is all goods, so only the finest is parts. */
enum { FINEST = 3 };

static int fineness(const char *code)
{
    size_t digits = strspn(code, "0123456789");

    if (digits && !code[digits])
        return FINEST;
    if (digits == 2 && code[2] == '-')
        return 2;
    return strncmp(code, "UNCTAD-SoP", strlen("UNCTAD-SoP")) == 0;
}

static bool is_group(const struct dimension *dimension, const char *code)
{
    const int own = fineness(code);

    for (uint32_t i = 0; i < dimension->member_count && own < FINEST; i++)
        if (fineness(dimension->members[i].code) > own)
            return true;
    return false;
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "reporteriso3", ROLE_REPORTER},
    {.heading = "reportername", ROLE_REPORTER_NAME},
    {.heading = "partneriso3", ROLE_CODE, .of = "partner", .whole = "WLD"},
    {.heading = "partnername", ROLE_NAME, .of = "partner"},
    {.heading = "productcode",
     ROLE_CODE,
     .of = "product",
     .whole = "Total",
     .is_hs = true,
     .is_group = is_group},
    {.heading = "tradeflowname", ROLE_FLOW},
    {.heading = "tradeflow", ROLE_FLOW},
    {.heading = "tradevaluein1000usd", ROLE_VALUE},
    {.heading = "tradevalue1000usd", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"Export", "exports"},
    {"Import", "imports"},
    {"Gross Exp.", "exports"},
    {"Gross Imp.", "imports"},
    {"Re-Export", "re_exports"},
    {"Re-Import", "re_imports"},
    {0},
};

const struct layout_ops layout_wits = {
    .name = "WITS",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade, WITS",
    .publisher = "World Bank, World Integrated Trade Solution",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .skips_other_flows = true,
};
