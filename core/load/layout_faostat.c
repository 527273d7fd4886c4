/*
 * FAOSTAT, trade in crops and livestock products in thousands of US dollars: the
 * detailed matrix with partners, and totals of countries. Quantities are left out,
 * since each item has a unit of its own. The FAO's numbers of countries are nobody
 * else's, so names are the codes. Items of the totals overlap with groups of items.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "reportercountries") &&
           headings_have(headings, "partnercountries") &&
           headings_have(headings, "element");
}

/* "Least Developed Countries (LDCs)"; "China" stands beside its mainland, Hong Kong,
 * Macao and Taiwan, and is all four. */
static bool is_group(const struct dimension *dimension, const char *code)
{
    static const char mainland[] = "China, mainland";
    static const char *const groups[] = {"(LDCs)", "(LLDCs)", "(LIFDCs)", "(NFIDCs)",
                                         "(SIDS)"};

    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
        if (strstr(code, groups[i]))
            return true;
    return strcmp(code, "China") == 0 &&
           dict_find(&dimension->codes, mainland, strlen(mainland)) != DICT_NONE;
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "reportercountries", ROLE_REPORTER, .is_group = is_group},
    {.heading = "partnercountries", ROLE_CODE, .of = "partner", .is_group = is_group},
    {.heading = "itemcode", ROLE_CODE, .of = "product"},
    {.heading = "itemcodecpc", ROLE_CODE, .of = "product"},
    {.heading = "item", ROLE_NAME, .of = "product"},
    {.heading = "element", ROLE_FLOW},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "value", ROLE_VALUE},
    {.heading = "flag", ROLE_FLAG},
    {0},
};

static const struct layout_flow flows[] = {
    {"Export value", "exports"},
    {"Import value", "imports"},
    {0},
};

const struct layout_ops layout_faostat = {
    .name = "FAOSTAT, trade matrix",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Trade in crops and livestock products by partner",
    .publisher = "Food and Agriculture Organization of the United Nations",
    .skips_other_flows = true,
};

static bool recognises_total(const struct headings *headings)
{
    return headings_have(headings, "area") && headings_have(headings, "item") &&
           headings_have(headings, "itemcodecpc") && headings_have(headings, "element");
}

static const struct layout_rule total_rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "area", ROLE_REPORTER, .is_group = is_group},
    {.heading = "element", ROLE_FLOW},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "value", ROLE_VALUE},
    {.heading = "flag", ROLE_FLAG},
    {.heading = "note", ROLE_REMARK},
    {.heading = "areacode", ROLE_SKIP},
    {.heading = "areacodem49", ROLE_SKIP},
    {.heading = "itemcode", ROLE_SKIP},
    {.heading = "itemcodecpc", ROLE_SKIP},
    {.heading = "elementcode", ROLE_SKIP},
    {.heading = "yearcode", ROLE_SKIP},
    {.heading = "domain", ROLE_SKIP},
    {.heading = "domaincode", ROLE_SKIP},
    {.heading = "flagdescription", ROLE_SKIP},
    {0},
};

const struct layout_ops layout_faostat_total = {
    .name = "FAOSTAT, crops and livestock products",
    .recognises = recognises_total,
    .rules = total_rules,
    .flows = flows,
    .title = "Trade in crops and livestock products",
    .publisher = "Food and Agriculture Organization of the United Nations",
    .skips_other_flows = true,
    .finds_dimensions = true,
};
