#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* The parts add up to the growth of the whole's exports and imports together. */
static struct value compute(const struct indicator_input *input)
{
    struct value now = input->figure;
    struct value before = input->figure_before;
    struct value whole = input->exports_whole_before;
    struct value imports = input->imports_whole_before;
    struct value missing;

    if (input->is_broken || now.basis != before.basis || now.covered ||
        before.covered || whole.covered || imports.covered)
        return value_missing(ABSENCE_UNDEFINED);
    if (!values_add_up(&now, &before, &missing))
        return missing;
    if (!input->has_imports) {
        imports = value_derived(0);
        imports.basis = whole.basis;
    }
    if (!flows_add_up(&whole, &imports, &missing))
        return missing;
    if (whole.number + imports.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(now.number - before.number, whole.number + imports.number);
}

const struct indicator_ops indicator_contribution = {
    .id = "contribution",
    .title = N_("contribution to the growth of total trade"),
    .head = N_("* pts"),
    .formula =
        N_("100 (x - x of the year before) / (X + M of the total, the year before)"),
    .range = N_("any, in points of percent"),
    .source = N_("arithmetic; adds up to the growth of the total"),
    .lacks = N_("needs the year before of the row and of the total, unbroken"),
    .unit = INDICATOR_IN_POINTS,
    .needs = NEEDS_BEFORE | NEEDS_WHOLE_BEFORE | NEEDS_FLOW | NEEDS_AMOUNT,
    .is_signed = true,
    .is_per_measure = true,
    .is_summable = true,
    .compute = compute,
};
