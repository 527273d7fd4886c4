#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value part = input->figure;
    struct value whole = input->figure_whole;
    struct value missing;

    if (!values_add_up(&part, &whole, &missing))
        return missing;
    return value_part_of(part.number, whole.number);
}

const struct indicator_ops indicator_flow_share = {
    .id = "share",
    .title = N_("share of the total"),
    .head = N_("* share %"),
    .formula = N_("100 x / x of the total"),
    .range = N_("0 to 100"),
    .source = N_("World Bank, WITS trade indicators: export and import share"),
    .lacks = N_("needs rows that are parts of a whole; periods are not"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_WHOLE | NEEDS_AMOUNT,
    .is_per_measure = true,
    .is_summable = true,
    .compute = compute,
};
