#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

/* A growth that the publisher states is kept: it comes from figures finer than those
 * that were printed, or from a year before that the file does not have. */
static struct value compute(const struct indicator_input *input)
{
    struct value missing;

    if (value_is_number(input->published_growth))
        return input->published_growth;
    if (input->is_broken)
        return value_missing(ABSENCE_UNDEFINED);
    if (!values_are_numbers(input->figure, input->figure_before, &missing))
        return missing;
    /* A year of ten months does not compare with one of twelve. */
    if (input->figure.covered || input->figure_before.covered)
        return value_missing(ABSENCE_UNDEFINED);
    if (input->figure_before.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(input->figure.number - input->figure_before.number,
                         input->figure_before.number);
}

const struct indicator_ops indicator_growth = {
    .id = "growth",
    .title = "growth on the year before",
    .head = "y/y %",
    .formula = "100 (x / x of the year before - 1)",
    .source = "UNCTAD Handbook of Statistics, calculation methods",
    .unit = INDICATOR_IN_PERCENT,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
