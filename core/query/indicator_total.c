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
    .source = "World Bank, WITS trade indicators: total trade",
    .unit = INDICATOR_IN_CURRENCY,
    .needs_imports = true,
    .is_summable = true,
    .compute = compute,
};
