#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* Of total trade where there are two flows, else of the one measure. One side that
 * lacks makes the share missing: a share of half of the trade would mislead. */
static struct value compute(const struct indicator_input *input)
{
    struct value missing;
    double part = input->exports.number;
    double whole = input->exports_whole.number;

    if (!values_are_numbers(input->exports, input->exports_whole, &missing))
        return missing;
    if (input->has_imports) {
        if (!values_are_numbers(input->imports, input->imports_whole, &missing))
            return missing;
        part += input->imports.number;
        whole += input->imports_whole.number;
    }
    return value_percent(part, whole);
}

const struct indicator_ops indicator_share = {
    .id = "share",
    .title = "Share of total trade",
    .head = "Share %",
    .formula = "100 (X + M) / (X + M of the total)",
    .source = "World Bank, WITS trade indicators: trade share",
    .unit = INDICATOR_IN_PERCENT,
    .is_summable = true,
    .compute = compute,
};
