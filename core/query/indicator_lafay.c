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
    double all;

    if (!flows_add_up(&x, &m, &missing) || !flows_add_up(&xt, &mt, &missing))
        return missing;
    all = xt.number + mt.number;
    if (all <= 0 || x.number < 0 || m.number < 0 || xt.number < 0 || mt.number < 0)
        return value_missing(ABSENCE_UNDEFINED);
    /* (x - m) / (x + m) times (x + m) is x - m, also where both are nothing. */
    return value_derived(
        100 *
        (x.number - m.number - (xt.number - mt.number) / all * (x.number + m.number)) /
        all);
}

const struct indicator_ops indicator_lafay = {
    .id = "lafay",
    .title = N_("Lafay index"),
    .head = N_("Lafay"),
    .formula = "100 ((X - M) / (X + M) - (Xt - Mt) / (Xt + Mt)) (X + M) / (Xt + Mt)",
    .range = N_("-50 to 50; the rows of a level add up to 0"),
    .source = N_("G. Lafay, The measurement of revealed comparative advantages (1992)"),
    .lacks = N_("needs exports and imports, and rows that are parts of a whole"),
    .unit = INDICATOR_IN_POINTS,
    .needs = NEEDS_IMPORTS | NEEDS_WHOLE,
    .is_signed = true,
    .is_summable = true,
    .compute = compute,
};
