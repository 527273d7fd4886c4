#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    if (!value_is_number(input->figure))
        return value_missing(input->figure.absence);
    return input->rank ? value_derived((double)input->rank)
                       : value_missing(ABSENCE_UNDEFINED);
}

const struct indicator_ops indicator_rank = {
    .id = "rank",
    .title = N_("rank among the rows of the level"),
    .head = N_("* rank"),
    .formula = N_("1 + members of the level with a larger x"),
    .range = N_("1 and more; equal figures share a rank"),
    .source = N_("arithmetic"),
    .lacks = N_("needs rows that are parts of a whole; periods are not"),
    .unit = INDICATOR_AS_RANK,
    .needs = NEEDS_WHOLE | NEEDS_AMOUNT | NEEDS_RANK,
    .is_per_measure = true,
    .compute = compute,
};
