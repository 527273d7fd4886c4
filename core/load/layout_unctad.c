/*
 * UNCTADstat: economies and groups of economies, whose codes have four digits, in
 * current US dollars. Shares and growth stand beside and are not read.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "economylabel") &&
           headings_have(headings, "flowlabel") &&
           (headings_begin(headings, "usatcurrentprices") ||
            headings_begin(headings, "usdollarsatcurrentprices"));
}

/* "5100" is Africa, "012" Algeria. */
static bool is_group(const struct dimension *dimension, const char *code)
{
    (void)dimension;
    return strlen(code) == 4 && strspn(code, "0123456789") == 4;
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "quarter", ROLE_PERIOD},
    {.heading = "period", ROLE_PERIOD},
    {.heading = "economy", ROLE_REPORTER, .whole = "0000", .is_group = is_group},
    {.heading = "economylabel", ROLE_REPORTER_NAME},
    {.heading = "partner",
     ROLE_CODE,
     .of = "partner",
     .whole = "0000",
     .is_group = is_group},
    {.heading = "partnerlabel", ROLE_NAME, .of = "partner"},
    {.heading = "flowlabel", ROLE_FLOW},
    {.heading = "flow", ROLE_SKIP},
    /* Their labels tell the same, and most of them overlap. */
    {.heading = "product", ROLE_SKIP},
    {.heading = "category", ROLE_SKIP},
    {.heading = "sitcrev3product", ROLE_SKIP},
    {.heading = "usatcurrentpricesinmillions", ROLE_VALUE},
    {.heading = "usdollarsatcurrentpricesinmillions", ROLE_VALUE},
    {.heading = "usatcurrentpricesinthousands", ROLE_VALUE},
    {.heading = "usdollarsatcurrentpricesinthousands", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"Exports", "exports"},
    {"Imports", "imports"},
    {0},
};

const struct layout_ops layout_unctad = {
    .name = "UNCTADstat",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Trade, UNCTADstat",
    .publisher = "UN Trade and Development (UNCTAD)",
    .skips_other_flows = true,
    .finds_dimensions = true,
};
