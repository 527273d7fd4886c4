#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    enum frequency frequency = input->periods[input->period].frequency;

    return window_sum(input, input->period, periods_per_year(frequency));
}

const struct indicator_ops indicator_rolling = {
    .id = "rolling",
    .title = N_("the last 12 months"),
    .head = N_("* 12m"),
    .formula = N_("the sum of the periods of one year up to this one"),
    .range = N_("any"),
    .source = N_("arithmetic; a gap makes it missing"),
    .lacks =
        N_("needs months, quarters or halves, a year of them without gap or break"),
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_SERIES | NEEDS_PARTS | NEEDS_AMOUNT,
    .is_per_measure = true,
    .compute = compute,
};
