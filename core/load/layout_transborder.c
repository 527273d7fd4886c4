/*
 * US Bureau of Transportation Statistics, TransBorder freight: trade of US states with
 * Canada (1220) and Mexico (2010) by mode of transport. TRDTYPE 1 is exports, 2
 * imports; DF 2 marks exports of foreign goods, which are re-exports.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "trdtype") && headings_have(headings, "disagmot");
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_YEAR},
    {.heading = "month", ROLE_MONTH},
    {.heading = "trdtype", ROLE_FLOW},
    {.heading = "value", ROLE_VALUE},
    {.heading = "country", ROLE_CODE, .of = "partner"},
    {.heading = "usastate", ROLE_CODE, .of = "state"},
    {.heading = "disagmot", ROLE_CODE, .of = "transport"},
    {.heading = "commodity2", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "depe", ROLE_CODE, .of = "port"},
    {.heading = "mexstate", ROLE_CODE, .of = "mexican_state"},
    {.heading = "canprov", ROLE_CODE, .of = "canadian_province"},
    {.heading = "df", ROLE_CODE, .of = "origin"},
    {.heading = "contcode", ROLE_CODE, .of = "container"},
    {0},
};

static const struct layout_flow flows[] = {
    {"1", "exports"},
    {"2", "imports"},
    {0},
};

const struct layout_ops layout_transborder = {
    .name = "BTS TransBorder",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Freight between the United States, Canada and Mexico",
    .publisher = "US Bureau of Transportation Statistics",
    .unit = {UNIT_CURRENCY, "USD", 0},
    .has_empty_codes = true,
};
