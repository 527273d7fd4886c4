#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* One base for all rows, so that they compare. */
static struct value compute(const struct indicator_input *input)
{
    struct value missing;

    if (!input->series)
        return value_missing(ABSENCE_NO_ROW);
    if (input->base == UINT32_MAX)
        return value_missing(ABSENCE_UNDEFINED);
    if (!values_compare(input->figure, input->series[input->base], &missing))
        return missing;
    if (input->series[input->base].number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(input->figure.number, input->series[input->base].number);
}

const struct indicator_ops indicator_index = {
    .id = "index",
    .title = N_("index"),
    .head = N_("* index"),
    .formula = N_("100 x / x of the base"),
    .range = N_("0 and more; 100 at the base"),
    .source = N_("arithmetic; base: the first period that the total has a figure of"),
    .lacks = N_("needs a figure above zero at the base, unbroken"),
    .unit = INDICATOR_AS_INDEX,
    .needs = NEEDS_SERIES | NEEDS_BASE,
    .is_per_measure = true,
    .compute = compute,
};
