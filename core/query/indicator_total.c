#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value exports = input->exports;
    struct value imports = input->imports;
    struct value missing;

    if (!values_add_up(&exports, &imports, &missing))
        return missing;
    return value_derived(exports.number + imports.number);
}

const struct indicator_ops indicator_total = {
    .id = "total",
    .title = "Total trade",
    .head = "Total",
    .formula = "X + M",
    .range = "0 and more",
    .source = "World Bank, WITS trade indicators: total trade",
    .lacks = "needs exports and imports",
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_IMPORTS,
    .is_default = true,
    .is_summable = true,
    .compute = compute,
};
