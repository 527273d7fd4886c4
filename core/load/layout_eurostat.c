/*
 * Eurostat's tables of trade in its TSV form (tsv.c takes its first column apart): one
 * column a period, and which flow the row is of in one of several dimensions.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    bool is_of_flows = headings_have(headings, "flow") &&
                       headings_have(headings, "freq") &&
                       !headings_begin(headings, "obsvalue");

    if (is_of_flows && headings_have(headings, "reporter"))
        return true;
    return headings_have(headings, "geo") &&
           (is_of_flows || headings_have(headings, "indicet") ||
            headings_have(headings, "stkflow") || headings_have(headings, "naitem"));
}

static const struct layout_rule rules[] = {
    {.heading = "freq", ROLE_SKIP},
    {.heading = "geo", ROLE_REPORTER},
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "partner", ROLE_CODE, .of = "partner", .whole = "WORLD"},
    {.heading = "stkflow", ROLE_FLOW},
    /* Beside a flow it says whether figures are values, "TRD_VAL", or an index. */
    {.heading = "indicet", ROLE_UNIT, .beside = "stkflow"},
    {.heading = "indicet", ROLE_FLOW},
    {.heading = "naitem", ROLE_FLOW},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "product", ROLE_CODE, .of = "product", .whole = "TOTAL", .is_hs = true},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "indicators", ROLE_UNIT},
    {0},
};

static const struct layout_flow flows[] = {
    {"MIO_EXP_VAL", "exports"},
    {"MIO_IMP_VAL", "imports"},
    {"EXP", "exports"},
    {"IMP", "imports"},
    {"P6", "exports"},
    {"P7", "imports"},
    {"1", "imports"},
    {"2", "exports"},
    {"P61", "exports_goods"},
    {"P71", "imports_goods"},
    {0},
};

static const struct layout_status statuses[] = {
    {'c', false, "c"},
    {'z', false, "-"},
    {'n', true, "<"},
    {0},
};

const struct layout_ops layout_eurostat = {
    .name = "Eurostat",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .statuses = statuses,
    .title = "Trade, Eurostat",
    .publisher = "Eurostat",
    .unit = {UNIT_CURRENCY, "EUR", 6},
    .has_wide_periods = true,
    .finds_dimensions = true,
    .skips_other_flows = true,
};
