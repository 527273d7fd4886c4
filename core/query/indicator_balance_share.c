#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value x = input->exports;
    struct value m = input->imports;
    struct value xt = input->exports_whole;
    struct value mt = input->imports_whole;
    struct value missing;

    if (!flows_add_up(&x, &m, &missing) || !flows_add_up(&xt, &mt, &missing))
        return missing;
    return value_percent(x.number - m.number, xt.number - mt.number);
}

const struct indicator_ops indicator_balance_share = {
    .id = "balance-share",
    .title = N_("Share of the balance"),
    .head = N_("B share %"),
    .formula = N_("100 (X - M) / (Xt - Mt), t: of the total"),
    .range = N_("any; below 0 where the row's balance has the other sign"),
    .source = N_("arithmetic"),
    .lacks = N_("needs exports and imports, and rows that are parts of a whole"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_IMPORTS | NEEDS_WHOLE,
    .is_summable = true,
    .compute = compute,
};
