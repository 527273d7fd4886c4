#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value missing;

    if (!values_are_numbers(input->exports, input->imports, &missing))
        return missing;
    if (!flows_are_alike(input->exports, input->imports))
        return value_missing(ABSENCE_UNDEFINED);
    if (input->exports.number < 0 || input->imports.number < 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(input->exports.number, input->imports.number);
}

const struct indicator_ops indicator_cover = {
    .id = "cover",
    .title = N_("Cover ratio"),
    .head = N_("X/M %"),
    .formula = "100 X / M",
    .range = N_("0 and more; 100 when exports and imports meet"),
    .source = N_("Eurostat, international trade in goods: cover ratio"),
    .lacks = N_("needs exports and imports"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_IMPORTS,
    .is_default = true,
    .compute = compute,
};
