#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value missing;

    if (!values_are_numbers(input->exports, input->imports, &missing))
        return missing;
    return value_derived(input->exports.number + input->imports.number);
}

const struct indicator_ops indicator_total = {
    .id = "total",
    .title = "Total trade",
    .head = "Total",
    .formula = "X + M",
    .source = "World Bank, WITS trade indicators: total trade",
    .unit = INDICATOR_IN_CURRENCY,
    .needs_imports = true,
    .is_summable = true,
    .compute = compute,
};
