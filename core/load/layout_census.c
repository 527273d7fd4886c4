/*
 * US Census Bureau, the tables of its programming interface (CSV or JSON). General
 * imports at customs value, exports FAS; figures of the month (_MO) and of the year to
 * date (_YR) stand side by side, and those of the month are read. Country "-" is all.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "ctycode") &&
           (headings_have(headings, "genvalmo") || headings_have(headings, "allvalmo"));
}

/* Country codes have four digits from 1000 on; those below are blocs, which overlap. */
static bool is_group(const struct dimension *dimension, const char *code)
{
    (void)dimension;
    return strlen(code) == 4 && strncmp(code, "00", 2) == 0;
}

static const struct layout_rule rules[] = {
    {.heading = "time", ROLE_PERIOD},
    {.heading = "year", ROLE_YEAR},
    {.heading = "month", ROLE_MONTH},
    {.heading = "ctycode",
     ROLE_CODE,
     .of = "partner",
     .whole = "-",
     .is_group = is_group},
    {.heading = "ctyname", ROLE_NAME, .of = "partner"},
    {.heading = "icommodity", ROLE_CODE, .of = "product", .whole = "-", .is_hs = true},
    {.heading = "ecommodity", ROLE_CODE, .of = "product", .whole = "-", .is_hs = true},
    {.heading = "icommodityldesc", ROLE_NAME, .of = "product"},
    {.heading = "ecommodityldesc", ROLE_NAME, .of = "product"},
    {.heading = "icommoditysdesc", ROLE_NAME, .of = "product"},
    {.heading = "ecommoditysdesc", ROLE_NAME, .of = "product"},
    {.heading = "port", ROLE_CODE, .of = "port", .whole = "-"},
    {.heading = "portname", ROLE_NAME, .of = "port"},
    {.heading = "allvalmo", ROLE_FIGURE, .of = "exports"},
    {.heading = "genvalmo", ROLE_FIGURE, .of = "imports"},
    {0},
};

const struct layout_ops layout_census = {
    .name = "US Census Bureau",
    .recognises = recognises,
    .rules = rules,
    .title = "Goods trade of the United States",
    .publisher = "US Census Bureau",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .imports_valuation = VALUATION_CUSTOMS,
};
