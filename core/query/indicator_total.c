#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value exports = input->exports;
    struct value imports = input->imports;
    struct value missing;

    if (!flows_add_up(&exports, &imports, &missing))
        return missing;
    return value_derived(exports.number + imports.number);
}

const struct indicator_ops indicator_total = {
    .id = "total",
    .title = N_("Total trade"),
    .head = N_("Total"),
    .formula = "X + M",
    .range = N_("0 and more"),
    .source = N_("World Bank, WITS trade indicators: total trade"),
    .lacks = N_("needs exports and imports"),
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_IMPORTS,
    .is_default = true,
    .is_summable = true,
    .compute = compute,
};
