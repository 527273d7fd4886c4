#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

#include <math.h>

/* The compound annual rate from the base to the row's period: only the two ends count.
 * Months and quarters are compared with the same month or quarter. */
static struct value compute(const struct indicator_input *input)
{
    uint32_t start;
    int32_t years;
    struct value before;
    struct value missing;

    if (!input->series)
        return value_missing(ABSENCE_NO_ROW);
    if (!average_span(input, &start, &years))
        return value_missing(ABSENCE_UNDEFINED);
    before = input->series[start];
    if (!values_compare(input->figure, before, &missing))
        return missing;
    if (before.number <= 0 || input->figure.number < 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(100 *
                         (pow(input->figure.number / before.number, 1.0 / years) - 1));
}

const struct indicator_ops indicator_growth_average = {
    .id = "average-growth",
    .title = N_("average growth a year (exponential)"),
    .head = N_("* avg %"),
    .formula = N_("100 ((x / x of the base) ^ (1 / n) - 1), n in years"),
    .range = N_("-100 and more"),
    .source = N_("UNCTAD Handbook of Statistics, calculation methods: exponential"),
    .lacks = N_("needs two figures above zero, years apart and unbroken"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_SERIES | NEEDS_BASE | NEEDS_CALENDAR,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
