#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* The share of the partner in the exports, beside its share in those of the world. */
static struct value compute(const struct indicator_input *input)
{
    if (!input->reference.is_of_partners)
        return value_missing(ABSENCE_UNDEFINED);
    return reference_ratio(&input->reference);
}

const struct indicator_ops indicator_intensity = {
    .id = "intensity",
    .title = N_("Trade intensity"),
    .head = N_("Intensity"),
    .formula = "(x_ij / X_it) / (x_wj / X_wt)",
    .range = N_("0 and more; 1 when as in world trade"),
    .source = N_("World Bank, WITS trade indicators: trade intensity"),
    .lacks =
        N_("needs partners as rows, and a second dimension (a reporter) narrowed to "
           "one member"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_EXPORTS | NEEDS_REFERENCE | NEEDS_WHOLE | NEEDS_PARTNERS,
    .compute = compute,
};
