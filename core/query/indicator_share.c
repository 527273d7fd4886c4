#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* Of total trade where there are two flows, else of the one measure. One side that
 * lacks makes the share missing: a share of half of the trade would mislead. */
static struct value compute(const struct indicator_input *input)
{
    struct value part = input->exports;
    struct value whole = input->exports_whole;
    struct value imports = input->imports;
    struct value imports_whole = input->imports_whole;
    struct value missing;

    if (input->has_imports &&
        (!flows_are_alike(part, imports) || !flows_are_alike(whole, imports_whole)))
        return value_missing(ABSENCE_UNDEFINED);
    if (!values_add_up(&part, &whole, &missing))
        return missing;
    if (input->has_imports) {
        if (!values_add_up(&imports, &imports_whole, &missing))
            return missing;
        if (part.number < 0 || imports.number < 0)
            return value_missing(ABSENCE_UNDEFINED);
        part.number += imports.number;
        whole.number += imports_whole.number;
    }
    return value_part_of(part.number, whole.number);
}

const struct indicator_ops indicator_share = {
    .id = "share",
    .title = N_("Share of total trade"),
    .head = N_("Share %"),
    .formula = N_("100 (X + M) / (Xt + Mt), t: of the total"),
    .range = N_("0 to 100"),
    .source = N_("World Bank, WITS trade indicators: trade share"),
    .lacks = N_("needs rows that are parts of a whole; periods are not"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_WHOLE,
    .is_default = true,
    .is_summable = true,
    .compute = compute,
};
