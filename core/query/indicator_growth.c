#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* A growth that the publisher states is kept: it comes from figures finer than those
 * that were printed, or from a year before that the file does not have. */
static struct value compute(const struct indicator_input *input)
{
    struct value growth;

    if (value_is_number(input->published_growth))
        return input->published_growth;
    if (input->is_broken)
        return value_missing(ABSENCE_UNDEFINED);
    growth = value_growth(input->figure, input->figure_before);
    if (value_is_number(growth))
        growth.covered = input->like_covered;
    return growth;
}

const struct indicator_ops indicator_growth = {
    .id = "growth",
    .title = N_("growth on the year before"),
    .head = N_("y/y %"),
    .formula = N_("100 (x / x of the year before - 1)"),
    .range = N_("-100 and more"),
    .source = N_("UNCTAD Handbook of Statistics, calculation methods"),
    .lacks = N_("needs the year before, unbroken, with a figure above zero"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_BEFORE,
    .is_default = true,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
