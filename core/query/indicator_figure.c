#include "core/base/translate.h"
#include "core/query/indicator.h"

static struct value compute(const struct indicator_input *input)
{
    return input->figure;
}

const struct indicator_ops indicator_figure = {
    .id = "figure",
    .title = N_("Figure"),
    .head = "",
    .formula = N_("as in the file, or the sum of the parts"),
    .range = N_("any"),
    .source = N_("the dataset's publisher"),
    .lacks = N_("needs figures"),
    .unit = INDICATOR_IN_CURRENCY,
    .is_default = true,
    .is_per_measure = true,
    .is_summable = true,
    .compute = compute,
};
