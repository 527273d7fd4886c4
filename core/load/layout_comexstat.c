/*
 * Brazil, Comex Stat: a file of exports and another of imports, which alone has freight
 * and insurance. Both are valued FOB, in US dollars.
 */
#include "core/load/layout.h"

static bool is_comexstat(const struct headings *headings)
{
    return headings_have(headings, "concm") && headings_have(headings, "vlfob");
}

static bool recognises_imports(const struct headings *headings)
{
    return is_comexstat(headings) && headings_have(headings, "vlfrete");
}

#define RULES(flow)                                                           \
    {                                                                         \
        {.heading = "coano", ROLE_YEAR}, {.heading = "comes", ROLE_MONTH},    \
            {.heading = "concm", ROLE_CODE, .of = "product", .is_hs = true},  \
            {.heading = "copais", ROLE_CODE, .of = "partner"},                \
            {.heading = "sgufncm", ROLE_CODE, .of = "state"},                 \
            {.heading = "covia", ROLE_CODE, .of = "transport"},               \
            {.heading = "courf", ROLE_CODE, .of = "port"},                    \
            {.heading = "vlfob", ROLE_FIGURE, .of = flow}, {.heading = NULL}, \
    }

static const struct layout_rule exports_rules[] = RULES("exports");
static const struct layout_rule imports_rules[] = RULES("imports");

const struct layout_ops layout_comexstat_imports = {
    .name = "Comex Stat, imports",
    .recognises = recognises_imports,
    .rules = imports_rules,
    .title = "Goods trade of Brazil: imports",
    .publisher = "Ministry of Development, Industry, Trade and Services of Brazil",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .imports_valuation = VALUATION_FOB,
};

const struct layout_ops layout_comexstat = {
    .name = "Comex Stat, exports",
    .recognises = is_comexstat,
    .rules = exports_rules,
    .title = "Goods trade of Brazil: exports",
    .publisher = "Ministry of Development, Industry, Trade and Services of Brazil",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .exports_valuation = VALUATION_FOB,
};
