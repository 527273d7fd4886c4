#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct period now = input->periods[input->period];

    if (value_is_number(input->stated))
        return input->stated;
    return window_sum(input, input->period, period_part(now) + now.more + 1);
}

const struct indicator_ops indicator_year_to_date = {
    .id = "ytd",
    .title = N_("the year to date"),
    .head = N_("* YTD"),
    .formula = N_("as stated, else the sum of the periods of the year up to this one"),
    .range = N_("any"),
    .source = N_("arithmetic; a gap makes it missing"),
    .lacks = N_("needs months, quarters or halves, without gap or break since January"),
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_SERIES | NEEDS_PARTS | NEEDS_AMOUNT | NEEDS_STATED,
    .is_per_measure = true,
    .compute = compute,
};
