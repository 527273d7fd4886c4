/*
 * Columns of all rows of a set.
 */
#include "core/base/stop.h"
#include "core/query/column_work.h"

#include <string.h>

/* After so many rows what was in the way is cleared. */
enum { ROWS_AT_ONCE = 256 };

static struct row_column *find(const struct row_set *set, struct column_spec spec)
{
    for (size_t i = 0; i < set->column_count; i++)
        if (column_spec_equal(set->columns[i]->spec, spec))
            return set->columns[i];
    return NULL;
}

struct frame_extremes extremes_new(void)
{
    return (struct frame_extremes){.low = value_missing(ABSENCE_NO_ROW),
                                   .high = value_missing(ABSENCE_NO_ROW)};
}

void extremes_add(struct frame_extremes *extremes, const struct value *value)
{
    extremes->lacks_rate |= value->absence == ABSENCE_NO_RATE;
    extremes->has_covered |= value_is_of_part(*value);
    extremes->has_summed |= value->origin == ORIGIN_SUMMED;
    if (!value_is_number(*value))
        return;
    if (!value_is_number(extremes->low) || value->number < extremes->low.number)
        extremes->low = *value;
    if (!value_is_number(extremes->high) || value->number > extremes->high.number)
        extremes->high = *value;
}

/* With a making whose arena is for what one row needs. */
static struct value compute(const struct making *making, const struct frame_row *of,
                            struct frame_column *column, const struct making *titles)
{
    const struct indicator_ops *ops = indicator_ops(column->spec.indicator);
    const struct row_source row = {making->rows ? of->member : 0, of->period, NULL};
    struct indicator_input input = making_input(making, &row);

    making_input_column(making, &row, &column->spec, &input);
    if (ops->needs & NEEDS_BASE)
        making_note_base(titles, column, &input);
    return indicator_value(ops, &input);
}

/* The rows of the work, or those that are not plain, with all that a row may need; sets
 * the title and base of `own`, a column like the frame's. */
static void fill(const struct column_work *work, struct frame_column *own)
{
    const struct making *making = work->making;
    const struct row_set *set = making->set;
    struct arena scratch = {0};
    struct making of_row = *making;
    struct making titles = *making;

    of_row.arena = &scratch;
    titles.arena = set->arena;
    for (size_t i = 0; i < set->count && !stop_is_wanted(making->query->stop); i++) {
        if (work->is_plain && column_work_has(work, &set->rows[i]))
            continue;
        work->values[i] = compute(&of_row, &set->rows[i], own, &titles);
        if (i % ROWS_AT_ONCE == ROWS_AT_ONCE - 1)
            arena_reuse(&scratch);
    }
    arena_clear(&scratch);
}

static struct frame_extremes extremes_of(const struct value *values, size_t count)
{
    struct frame_extremes extremes = extremes_new();

    for (size_t i = 0; i < count; i++)
        extremes_add(&extremes, &values[i]);
    return extremes;
}

const struct row_column *row_set_column(const struct making *making,
                                        const struct frame_column *asked)
{
    struct row_set *set = making->set;
    struct row_column *column = find(set, asked->spec);
    struct frame_column own = *asked;
    struct column_work work;

    if (column)
        return column;
    column = ARENA_NEW(set->arena, struct row_column);
    work = column_work_new(making, asked);
    if (!work.values)
        work.values = ARENA_ROOM(set->arena, struct value, set->count);
    if (work.is_plain)
        column_work_run(&work);
    if (!work.is_plain || work.has_others)
        fill(&work, &own);
    if (stop_is_wanted(making->query->stop) && set->count)
        memset(work.values, 0, set->count * sizeof(*work.values));
    *column = (struct row_column){
        .spec = asked->spec,
        .values = work.values,
        .extremes = extremes_of(work.values, set->count),
    };
    column->base = own.base;
    if (own.base != asked->base)
        column->title = own.title;
    if (!stop_is_wanted(making->query->stop))
        set->columns[set->column_count++] = column;
    return column;
}

const struct frame_row *frame_all_rows(const struct frame *frame, size_t *count)
{
    *count = frame->making->set->count;
    return frame->making->set->rows;
}

struct frame_extremes frame_extremes(const struct frame *frame, size_t number)
{
    const struct frame_column *column = &frame->columns[number];
    const struct row_set *set = frame->making->set;
    const struct row_column *all = find(set, column->spec);
    bool is_all = all && frame_counted(frame) == set->count;
    struct frame_extremes extremes = is_all ? all->extremes : extremes_new();

    for (size_t i = 0; i < set->count && !is_all; i++)
        if (frame->places[i])
            extremes_add(&extremes, &column->values[i]);
    for (size_t i = frame_counted(frame); i < frame->row_count; i++)
        extremes_add(&extremes, &frame->rows[i].values[number]);
    return extremes;
}
