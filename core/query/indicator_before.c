/*
 * The figures of the year before that an indicator compares with.
 */
#include "core/query/indicator_common.h"
#include "core/query/indicator_lazy.h"
#include "core/query/indicator_whole.h"

#include <math.h>

/* Sums of the same figures in another order or unit differ by less of it. */
static const double SAME = 1e-12;

static struct value published_growth(const struct making *making, size_t measure,
                                     uint32_t member, uint32_t period)
{
    for (size_t m = 0; m < making->dataset->measure_count; m++)
        if (making->dataset->measure[m].growth_of == measure)
            return making_figure(making, m, member, period);
    return value_missing(ABSENCE_NO_ROW);
}

uint32_t making_year_before(const struct making *making, uint32_t period)
{
    const struct dataset *dataset = making->dataset;
    struct making_lazy *lazy = making->lazy;
    struct period before;

    if (lazy->has_before && lazy->period == period)
        return lazy->before;
    lazy->has_before = true;
    lazy->period = period;
    lazy->before = period_year_before(dataset->periods[period], &before)
                       ? period_index(dataset, before)
                       : UINT32_MAX;
    return lazy->before;
}

/* The whole of a flow a year before, as far as it compares with that of now. */
static struct value whole_before(const struct making *making, size_t measure,
                                 uint32_t period, uint32_t before)
{
    const uint32_t periods[2] = {period, before};
    const struct row_source whole = {making->whole, period, making->whole_figures};
    struct indicator_input input = {.figure = lazy_whole_at(making, measure, period)};

    input.figure_before = lazy_whole_at(making, measure, before);
    input_alike(making, lazy_alike(making), &whole, measure, periods, &input);
    return input.figure_before;
}

static void fill_whole_before(const struct making *making, uint32_t period,
                              uint32_t before, struct indicator_input *input)
{
    const struct frame *frame = making->frame;

    input->exports_whole_before = whole_before(making, frame->exports, period, before);
    if (frame->has_imports)
        input->imports_whole_before =
            whole_before(making, frame->imports, period, before);
}

/* Where the row is a sum of parts and the figure of the year before was published, what
 * compares is the sum of the same parts. */
static void compare_parts(const struct making *making, const struct row_source *row,
                          size_t measure, uint32_t before,
                          struct indicator_input *input)
{
    const struct source source = {making, measure, NULL, NULL};
    struct value now;
    struct value then;

    if (!making->rows || row->figures || row->member == MEMBER_NONE ||
        input->figure.basis <= input->figure_before.basis)
        return;
    now = parts_sum(&source, row->member, row->period);
    then = parts_sum(&source, row->member, before);
    if (!value_is_number(now) || now.basis != then.basis ||
        fabs(now.number - input->figure.number) > fabs(now.number) * SAME)
        return;
    then.basis = input->figure.basis;
    input->figure_before = then;
    input->is_of_parts = true;
}

static bool have_two_bases(const struct indicator_input *input)
{
    return value_is_number(input->figure) && value_is_number(input->figure_before) &&
           input->figure.basis != input->figure_before.basis;
}

void input_before(const struct making *making, const struct row_source *row,
                  const struct column_spec *spec, struct indicator_input *input)
{
    const struct value none = value_missing(ABSENCE_NO_ROW);
    bool needs_whole = indicator_ops(spec->indicator)->needs & NEEDS_WHOLE_BEFORE;
    bool is_whole = making_is_whole(making, row);
    uint32_t before = making_year_before(making, row->period);

    input->is_broken = input->is_of_parts = false;
    input->like_covered = 0;
    input->figure_before = none;
    input->published_growth = none;
    input->exports_whole_before = none;
    input->imports_whole_before = none;
    if (!row->figures)
        input->published_growth =
            published_growth(making, spec->measure, row->member, row->period);
    if (before == UINT32_MAX)
        return;
    if (needs_whole)
        fill_whole_before(making, row->period, before, input);
    if (is_whole)
        input->figure_before = lazy_whole_at(making, spec->measure, before);
    else if (!row->figures)
        input->figure_before =
            making_figure(making, spec->measure, row->member, before);
    if (have_two_bases(input))
        compare_parts(making, row, spec->measure, before, input);
    input_alike(making, lazy_alike(making), row, spec->measure,
                (const uint32_t[]){row->period, before}, input);
    input->is_broken = breaks_within(
        making->dataset, spec->measure, making_parts(making, row),
        making->dataset->periods[before], making->dataset->periods[row->period]);
}
