/*
 * World Integrated Trade Solution, the summary of a country: years as columns, a row
 * for each indicator. Read are trade by groups of products and that with the five
 * largest partners, which is why these do not add up to the world. Groups of products
 * overlap: sections, stages of processing and SITC's stand in one list.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "productcategories") &&
           headings_have(headings, "indicatortype") &&
           headings_have(headings, "indicator");
}

static const struct layout_rule rules[] = {
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "partner", ROLE_CODE, .of = "partner", .whole = "World"},
    {.heading = "indicator", ROLE_FLOW},
    {.heading = "indicatortype", ROLE_SKIP},
    {0},
};

static const struct layout_flow flows[] = {
    {"Export(US$ Mil)", "exports"},
    {"Import(US$ Mil)", "imports"},
    {"Trade (US$ Mil)-Top 5 Export Partner", "exports"},
    {"Trade (US$ Mil)-Top 5 Import Partner", "imports"},
    {0},
};

const struct layout_ops layout_wits_summary = {
    .name = "WITS, summary of a country",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade, WITS",
    .publisher = "World Bank, World Integrated Trade Solution",
    .unit = {UNIT_CURRENCY, "USD", 6},
    .has_wide_periods = true,
    .skips_other_flows = true,
    .finds_dimensions = true,
};
