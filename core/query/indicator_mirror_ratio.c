#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/mirror.h"

static struct value compute(const struct indicator_input *input)
{
    return mirror_ratio(input->figure, input->mirror,
                        input->is_imports ? MIRROR_IMPORTS : MIRROR_EXPORTS);
}

const struct indicator_ops indicator_mirror_ratio = {
    .id = "mirror-ratio",
    .title = N_("mirror ratio"),
    .head = N_("* mirror"),
    .formula = N_("what the importer reports / what the exporter reports"),
    .range =
        N_("above 0; 1 when both report the same, above 1 for freight and insurance"),
    .source = N_("IMF, Direction of Trade Statistics: CIF/FOB ratio"),
    .lacks =
        N_("needs a measure mirror_exports or mirror_imports: the same flow as the "
           "partner reports it"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_MIRROR,
    .is_per_measure = true,
    .compute = compute,
};
