#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* The world includes the country. */
static struct value compute(const struct indicator_input *input)
{
    if (input->reference.is_of_partners)
        return value_missing(ABSENCE_UNDEFINED);
    return reference_ratio(&input->reference);
}

const struct indicator_ops indicator_rca = {
    .id = "rca",
    .title = N_("Revealed comparative advantage"),
    .head = N_("RCA"),
    .formula = "(x_ij / X_it) / (x_wj / X_wt)",
    .range = N_("0 and more; 1 is neutral"),
    .source = N_("B. Balassa (1965); World Bank, WITS trade indicators"),
    .lacks =
        N_("needs a second dimension (a reporter) narrowed to one member; its whole "
           "is the world"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_EXPORTS | NEEDS_REFERENCE | NEEDS_WHOLE,
    .compute = compute,
};
