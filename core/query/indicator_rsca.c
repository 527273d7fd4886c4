#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value rca;

    if (input->reference.is_of_partners)
        return value_missing(ABSENCE_UNDEFINED);
    rca = reference_ratio(&input->reference);
    if (!value_is_number(rca))
        return rca;
    return value_derived((rca.number - 1) / (rca.number + 1));
}

const struct indicator_ops indicator_rsca = {
    .id = "rsca",
    .title = N_("Symmetric revealed comparative advantage"),
    .head = N_("RSCA"),
    .formula = "(RCA - 1) / (RCA + 1)",
    .range = N_("-1 to below 1; 0 is neutral"),
    .source = N_("K. Laursen (1998), after B. Balassa (1965)"),
    .lacks =
        N_("needs a second dimension (a reporter) narrowed to one member; its whole "
           "is the world"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_EXPORTS | NEEDS_REFERENCE | NEEDS_WHOLE,
    .is_signed = true,
    .compute = compute,
};
