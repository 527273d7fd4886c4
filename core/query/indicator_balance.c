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
    return value_derived(exports.number - imports.number);
}

const struct indicator_ops indicator_balance = {
    .id = "balance",
    .title = N_("Balance"),
    .head = N_("Balance"),
    .formula = "X - M",
    .range = N_("any; 0 when exports and imports meet"),
    .source = N_("World Bank, WITS trade indicators: trade balance"),
    .lacks = N_("needs exports and imports"),
    .unit = INDICATOR_IN_CURRENCY,
    .is_signed = true,
    .needs = NEEDS_IMPORTS,
    .is_default = true,
    .is_summable = true,
    .compute = compute,
};
