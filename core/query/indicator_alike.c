/*
 * What compares of the figures that an indicator is given (alike.h).
 */
#include "core/query/indicator_common.h"
#include "core/query/indicator_lazy.h"

#include <string.h>

struct alike *lazy_alike(const struct making *making)
{
    struct making_lazy *lazy = making->lazy;

    if (!lazy->alike)
        lazy->alike = alike_new(making->dataset, lazy->arena);
    return lazy->alike;
}

/* Sums of one basis: others do not compare, or are as they were published. */
static bool are_sums(const struct value *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!value_is_number(values[i]) || values[i].origin != ORIGIN_SUMMED ||
            values[i].basis != values[0].basis)
            return false;
    return true;
}

/* They are of the whole that the figures are of, unless they do not compare. */
static void keep_basis(struct value *values, size_t count, uint16_t basis)
{
    for (size_t i = 1; i < count; i++)
        if (values[i].basis != values[0].basis)
            return;
    for (size_t i = 0; i < count; i++)
        values[i].basis = basis;
}

static void note(struct indicator_input *input, const struct alike_sum *sum)
{
    input->compared = sum->compared;
    input->listed = sum->listed;
    input->dimension = sum->dimension;
}

bool input_alike(const struct making *making, struct alike *alike,
                 const struct row_source *row, size_t measure,
                 const uint32_t periods[2], struct indicator_input *input)
{
    struct value values[2] = {input->figure, input->figure_before};
    struct alike_sum sum = {.periods = periods, .count = 2, .values = values};

    if (!are_sums(values, 2) || !alike_find(making, alike, row, measure, &sum))
        return false;
    keep_basis(values, 2, input->figure.basis);
    input->figure = values[0];
    input->figure_before = values[1];
    note(input, &sum);
    return true;
}

/* The same part of every year from `start` on, as far as the file has it. */
static size_t add_years(const struct indicator_input *input, uint32_t start,
                        uint32_t *periods, size_t count)
{
    int32_t parts = periods_per_year(input->periods[start].frequency);

    for (uint32_t p = start; p < input->period; p++)
        if ((input->periods[p].index - input->periods[start].index) % parts == 0)
            periods[count++] = p;
    return count;
}

/* The periods whose figures the indicator compares, the row's first. */
static size_t find_periods(const struct indicator_input *input,
                           enum indicator indicator, uint32_t *periods)
{
    uint32_t start;
    int32_t years;

    periods[0] = input->period;
    switch (indicator) {
    case INDICATOR_GROWTH_PREVIOUS:
        periods[1] = input->period - 1;
        return input->period > input->first ? 2 : 0;
    case INDICATOR_INDEX:
        periods[1] = input->base;
        return input->base < input->period ? 2 : 0;
    case INDICATOR_GROWTH_AVERAGE:
        return average_span(input, &periods[1], &years) ? 2 : 0;
    case INDICATOR_GROWTH_TREND:
        return average_span(input, &start, &years) ? add_years(input, start, periods, 1)
                                                   : 0;
    default:
        return 0;
    }
}

void input_alike_series(const struct making *making, const struct row_source *row,
                        const struct column_spec *spec, struct indicator_input *input)
{
    uint32_t count = making->dataset->period_count;
    struct alike_sum sum = {0};
    struct value *series;
    uint32_t *periods;

    if (!input->series || input->figure.origin != ORIGIN_SUMMED)
        return;
    sum.periods = periods = ARENA_ARRAY(making->arena, uint32_t, count);
    sum.count = find_periods(input, spec->indicator, periods);
    sum.values = ARENA_ARRAY(making->arena, struct value, count);
    for (size_t i = 0; i < sum.count; i++)
        sum.values[i] = input->series[periods[i]];
    if (!sum.count || !are_sums(sum.values, sum.count) ||
        !alike_find(making, lazy_alike(making), row, spec->measure, &sum))
        return;
    keep_basis(sum.values, sum.count, input->figure.basis);
    series = ARENA_ARRAY(making->arena, struct value, count);
    memcpy(series, input->series, count * sizeof(*series));
    for (size_t i = 0; i < sum.count; i++)
        series[periods[i]] = sum.values[i];
    input->series = series;
    input->figure = sum.values[0];
    note(input, &sum);
}
