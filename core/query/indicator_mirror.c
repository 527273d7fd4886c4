#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/mirror.h"

/* Free on board against cost, insurance and freight alone makes some 3 to 6 percent. */
static struct value compute(const struct indicator_input *input)
{
    return mirror_asymmetry(input->figure, input->mirror);
}

const struct indicator_ops indicator_mirror = {
    .id = "mirror",
    .title = N_("mirror asymmetry"),
    .head = N_("* mirror %"),
    .formula = N_("100 (what the partner reports - x) / x"),
    .range = N_("any; 0 when both report the same"),
    .source = N_("UN Comtrade, bilateral asymmetries"),
    .lacks =
        N_("needs a measure mirror_exports or mirror_imports: the same flow as the "
           "partner reports it"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_MIRROR,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
