#include "core/query/indicator.h"

static struct value compute(const struct indicator_input *input)
{
    return input->figure;
}

const struct indicator_ops indicator_figure = {
    .id = "figure",
    .title = "Figure",
    .head = "",
    .formula = "as in the file, or the sum of the parts",
    .range = "any",
    .source = "the dataset's publisher",
    .lacks = "needs figures",
    .unit = INDICATOR_IN_CURRENCY,
    .is_default = true,
    .is_per_measure = true,
    .is_summable = true,
    .compute = compute,
};
