/*
 * Stats NZ, overseas merchandise trade: domestic exports, re-exports and their total
 * stand in columns of their own, and none is added to another here.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "hs") && headings_have(headings, "hsdesc") &&
           headings_have(headings, "uom");
}

static const struct layout_rule rules[] = {
    {.heading = "month", ROLE_PERIOD},
    {.heading = "hs", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hsdesc", ROLE_NAME, .of = "product"},
    {.heading = "country", ROLE_CODE, .of = "partner"},
    {.heading = "totalexportfob", ROLE_FIGURE, .of = "exports"},
    {.heading = "totalexportsfob", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportfob", ROLE_FIGURE, .of = "domestic_exports"},
    {.heading = "reexportfob", ROLE_FIGURE, .of = "re_exports"},
    {.heading = "importscif", ROLE_FIGURE, .of = "imports"},
    {.heading = "importcif", ROLE_FIGURE, .of = "imports"},
    {.heading = "importsvfd", ROLE_FIGURE, .of = "imports_value_for_duty"},
    {.heading = "importvfd", ROLE_FIGURE, .of = "imports_value_for_duty"},
    {.heading = "status", ROLE_FLAG},
    {0},
};

const struct layout_ops layout_statsnz = {
    .name = "Stats NZ",
    .recognises = recognises,
    .rules = rules,
    .title = "Goods trade of New Zealand",
    .publisher = "Stats NZ",
    .unit = {UNIT_CURRENCY, "NZD", 0},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
