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
    if (exports.number < 0 || imports.number < 0 ||
        exports.number + imports.number == 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived((exports.number - imports.number) /
                         (exports.number + imports.number));
}

const struct indicator_ops indicator_normalised = {
    .id = "normalised-balance",
    .title = N_("Normalised balance"),
    .head = N_("B/T"),
    .formula = "(X - M) / (X + M)",
    .range = N_("-1 to 1"),
    .source = N_("UNCTADstat: normalised trade balance"),
    .lacks = N_("needs exports and imports"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_IMPORTS,
    .is_signed = true,
    .compute = compute,
};
