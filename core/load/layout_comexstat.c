/*
 * Brazil, Comex Stat: a file of exports and another of imports, by product
 * (EXP_2024.csv, IMP_2024.csv) or by municipality (EXP_2024_MUN.csv). Newer ones of
 * imports have freight and insurance; else nothing but the file's name tells them
 * apart. Both are valued FOB, in US dollars. What the codes are called is in lists of
 * their own.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "vlfob") && headings_have(headings, "coano") &&
           (headings_have(headings, "concm") || headings_have(headings, "sh4"));
}

static const struct layout_rule rules[] = {
    {.heading = "coano", ROLE_YEAR},
    {.heading = "comes", ROLE_MONTH},
    {.heading = "concm", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "sh4", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "copais", ROLE_CODE, .of = "partner"},
    {.heading = "sgufncm", ROLE_CODE, .of = "state"},
    {.heading = "sgufmun", ROLE_CODE, .of = "state"},
    {.heading = "comun", ROLE_CODE, .of = "municipality"},
    {.heading = "covia", ROLE_CODE, .of = "transport"},
    {.heading = "courf", ROLE_CODE, .of = "port"},
    {.heading = "vlfob", ROLE_FIGURE, .of = "imports", .beside = "vlfrete"},
    {.heading = "vlfob", ROLE_VALUE},
    {0},
};

static const char *const lists[] = {"PAIS.", "NCM.", "NCM_SH.", "VIA.",
                                    "URF.",  "UF.",  "UF_MUN.", NULL};

const struct layout_ops layout_comexstat = {
    .name = "Comex Stat",
    .recognises = recognises,
    .rules = rules,
    .lists = lists,
    .title = "Goods trade of Brazil",
    .publisher = "Ministry of Development, Industry, Trade and Services of Brazil",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .names_tell_flow = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_FOB,
};
