#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

#include <math.h>

/* Sums of the least squares line through the logarithms of all years. */
struct line {
    double count;
    double x;
    double y;
    double xx;
    double xy;
};

static void line_add(struct line *line, double x, double y)
{
    line->count++;
    line->x += x;
    line->y += y;
    line->xx += x * x;
    line->xy += x * y;
}

static double line_slope(const struct line *line)
{
    return (line->count * line->xy - line->x * line->y) /
           (line->count * line->xx - line->x * line->x);
}

/* Adds every year's figure from `start` on; one that lacks is the answer. */
static bool add_years(const struct indicator_input *input, uint32_t start,
                      struct line *line, struct value *missing)
{
    int32_t parts = periods_per_year(input->periods[start].frequency);
    int32_t year = 0;

    for (uint32_t p = start; p <= input->period; p++) {
        int32_t distance = input->periods[p].index - input->periods[start].index;
        struct value value = input->series[p];
        if (distance % parts || input->periods[p].more != input->periods[start].more)
            continue;
        *missing = value_missing(ABSENCE_NO_ROW);
        if (distance / parts != year)
            return false; /* a year is not in the file */
        *missing = value_missing(value.absence);
        if (!value_is_number(value))
            return false;
        *missing = value_missing(ABSENCE_UNDEFINED);
        if (value.number <= 0 || value.covered)
            return false;
        line_add(line, year++, log(value.number));
    }
    return true;
}

static struct value compute(const struct indicator_input *input)
{
    uint32_t start;
    int32_t years;
    struct line line = {0};
    struct value missing;

    if (!input->series)
        return value_missing(ABSENCE_NO_ROW);
    if (!average_span(input, &start, &years))
        return value_missing(ABSENCE_UNDEFINED);
    if (!add_years(input, start, &line, &missing))
        return missing;
    return value_derived(100 * (exp(line_slope(&line)) - 1));
}

const struct indicator_ops indicator_growth_trend = {
    .id = "trend-growth",
    .title = N_("average growth a year (least squares)"),
    .head = N_("* trend %"),
    .formula = N_("100 (e ^ b - 1), b the slope of ln x over the years"),
    .range = N_("-100 and more"),
    .source = N_("UNCTAD Handbook of Statistics, calculation methods: least squares"),
    .lacks = N_("needs a figure above zero for every year since the base, unbroken"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_SERIES | NEEDS_BASE | NEEDS_CALENDAR,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
