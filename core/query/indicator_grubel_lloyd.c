#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

#include <math.h>

/* Depends on the level of the rows: the coarser, the larger. */
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
    return value_derived(1 - fabs(exports.number - imports.number) /
                                 (exports.number + imports.number));
}

const struct indicator_ops indicator_grubel_lloyd = {
    .id = "grubel-lloyd",
    .title = N_("Grubel-Lloyd index"),
    .head = N_("GL"),
    .formula = "1 - | X - M | / (X + M)",
    .range = N_("0 to 1; 1 when all trade is two-way"),
    .source = N_("H. G. Grubel and P. J. Lloyd, Intra-industry Trade (1975)"),
    .lacks = N_("needs exports and imports"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_IMPORTS,
    .compute = compute,
};
