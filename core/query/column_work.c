#include "core/query/column_work.h"

#include "core/base/stop.h"
#include "core/query/convert.h"
#include "core/query/cube_internal.h"
#include "core/query/indicator_lazy.h"

/* What is prepared here, of all that an indicator may need. */
enum {
    PLAIN_NEEDS = NEEDS_IMPORTS | NEEDS_EXPORTS | NEEDS_FLOW | NEEDS_AMOUNT |
                  NEEDS_WHOLE | NEEDS_CALENDAR | NEEDS_PARTS | NEEDS_BEFORE
};

/* Rows of members in one period, whose figures stand in the cubes as they are. */
static bool may_be_plain(const struct making *making, const struct indicator_ops *ops)
{
    return making->rows && making->set->count &&
           !is_foreign(making->dataset, making->query->currency) &&
           !(ops->needs & ~(unsigned)PLAIN_NEEDS) &&
           !((ops->needs & NEEDS_BEFORE) && making->dataset->same);
}

static const struct value *cells(const struct making *making, size_t measure,
                                 uint32_t period)
{
    const struct cube *cube = &making->cubes[measure];

    return &cube->cell[(size_t)period * cube->member_count];
}

/* The first row that is below the whole; all others of the kind are like it. */
static const struct frame_row *first_part(const struct making *making)
{
    const struct row_set *set = making->set;

    for (size_t i = 0; i < set->count; i++)
        if (set->rows[i].member != making->whole && set->rows[i].member != making->top)
            return &set->rows[i];
    return NULL;
}

static bool has_sums(const struct column_work *work)
{
    const struct row_set *set = work->making->set;

    for (size_t i = 0; i < set->count; i++)
        if (work->figure[set->rows[i].member].origin == ORIGIN_SUMMED)
            return true;
    return false;
}

/* What is hidden behind the rows and does not compare is left out of all of them. */
static void find_alike(struct column_work *work, size_t measure,
                       const uint32_t periods[2])
{
    const struct making *making = work->making;
    struct alike_sum sum = {.periods = periods, .count = 2};
    const struct cube *cubes =
        has_sums(work) ? alike_cubes(making, lazy_alike(making), measure, &sum) : NULL;
    const struct cube *cube = cubes ? &cubes[measure] : NULL;

    if (!cube)
        return;
    work->compared = sum.compared;
    work->alike = &cube->cell[(size_t)periods[0] * cube->member_count];
    work->alike_before = &cube->cell[(size_t)periods[1] * cube->member_count];
}

static void find_before(struct column_work *work, size_t measure, uint32_t period)
{
    const struct making *making = work->making;
    uint32_t before = making_year_before(making, period);

    for (size_t m = 0; m < making->dataset->measure_count && !work->published; m++)
        if (making->dataset->measure[m].growth_of == measure)
            work->published = cells(making, m, period);
    if (before == UINT32_MAX)
        return;
    work->before = cells(making, measure, before);
    find_alike(work, measure, (const uint32_t[]){period, before});
}

struct column_work column_work_new(const struct making *making,
                                   const struct frame_column *column)
{
    struct column_work work = {
        .making = making,
        .ops = indicator_ops(column->spec.indicator),
    };
    const struct frame_row *first;
    struct row_source source;

    if (!may_be_plain(making, work.ops))
        return work;
    first = first_part(making);
    if (!first)
        return work;
    source = (struct row_source){first->member, first->period, NULL};
    work.is_plain = true;
    work.input = making_input(making, &source);
    making_input_column(making, &source, &column->spec, &work.input);
    work.exports = cells(making, making->frame->exports, first->period);
    if (making->frame->has_imports)
        work.imports = cells(making, making->frame->imports, first->period);
    if (work.ops->is_per_measure)
        work.figure = cells(making, column->spec.measure, first->period);
    if (work.ops->needs & NEEDS_BEFORE)
        find_before(&work, column->spec.measure, first->period);
    work.input.is_of_parts = false;
    work.input.compared = 0;
    return work;
}

static bool is_of_two_bases(const struct column_work *work, uint32_t member)
{
    return work->before && value_is_number(work->figure[member]) &&
           value_is_number(work->before[member]) &&
           work->figure[member].basis != work->before[member].basis;
}

/* Sums of rows below, of which some may not compare. */
static bool is_of_rows(const struct column_work *work, uint32_t member)
{
    return work->before && (work->figure[member].basis & BASIS_STEPS ||
                            work->before[member].basis & BASIS_STEPS);
}

bool column_work_has(const struct column_work *work, const struct frame_row *row)
{
    return row->member != work->making->whole && row->member != work->making->top &&
           !is_of_two_bases(work, row->member) && !is_of_rows(work, row->member);
}

/* Where it is another figure; what was published stays. */
static void take_alike(const struct column_work *work, uint32_t member,
                       struct indicator_input *input)
{
    const struct value *now = &work->alike[member];
    const struct value *before = &work->alike_before[member];

    input->compared = 0;
    if (!value_is_number(input->figure) || !value_is_number(input->figure_before) ||
        input->figure.origin != ORIGIN_SUMMED ||
        input->figure_before.origin != ORIGIN_SUMMED ||
        (now->absence == input->figure.absence &&
         before->absence == input->figure_before.absence &&
         now->number == input->figure.number &&
         before->number == input->figure_before.number))
        return;
    input->figure = *now;
    input->figure_before = *before;
    input->compared = work->compared;
}

static void take(const struct column_work *work, uint32_t member,
                 struct indicator_input *input)
{
    input->exports = work->exports[member];
    if (work->imports)
        input->imports = work->imports[member];
    if (work->figure)
        input->figure = work->figure[member];
    if (work->before)
        input->figure_before = work->before[member];
    if (work->alike)
        take_alike(work, member, input);
    if (work->published)
        input->published_growth = work->published[member];
}

void column_work_run(struct column_work *work)
{
    const struct row_set *set = work->making->set;
    struct indicator_input input = work->input;

    for (size_t i = 0; i < set->count && !stop_is_wanted(work->making->query->stop);
         i++) {
        if (!column_work_has(work, &set->rows[i])) {
            work->has_others = true;
            continue;
        }
        take(work, set->rows[i].member, &input);
        work->values[i] = indicator_value(work->ops, &input);
    }
}
