#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/mirror.h"

static struct value compute(const struct indicator_input *input)
{
    return mirror_difference(input->figure, input->mirror);
}

const struct indicator_ops indicator_mirror_difference = {
    .id = "mirror-difference",
    .title = N_("mirror difference"),
    .head = N_("* mirror diff"),
    .formula = N_("what the partner reports - x"),
    .range = N_("any; 0 when both report the same"),
    .source = N_("UN Comtrade, bilateral asymmetries"),
    .lacks =
        N_("needs a measure mirror_exports or mirror_imports: the same flow as the "
           "partner reports it"),
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_MIRROR,
    .is_signed = true,
    .is_per_measure = true,
    .is_summable = true,
    .compute = compute,
};
