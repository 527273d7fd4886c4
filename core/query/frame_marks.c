/*
 * Marked rows: what they add up to, and what they are on average.
 */
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/frame_internal.h"

static bool is_marked(const struct making *making, const struct frame_row *row)
{
    const struct query *query = making->query;

    for (size_t i = 0; i < query->mark_count; i++) {
        const struct mark *mark = &query->marks[i];
        if (mark->rows != query->rows)
            continue;
        if (making->rows
                ? mark->member == row->member
                : period_equal(mark->period, making->dataset->periods[row->period]))
            return true;
    }
    return false;
}

/* The mean of the figures that are there. Percentages and ratios have no mean that does
 * not depend on their bases. */
static struct value mean(const struct frame *marked, size_t column)
{
    const struct frame_column *of = &marked->columns[column];
    struct sum sum = {0};
    size_t count = 0;

    for (size_t i = 0; i < marked->row_count; i++) {
        struct value value = marked->rows[i].values[column];
        if (!value_is_number(value))
            continue;
        sum_add(&sum, value.number);
        count++;
    }
    if (!count || of->is_percent || of->is_plain)
        return value_missing(ABSENCE_NO_ROW);
    return value_derived(sum_value(sum) / (double)count);
}

/* A row of its own for what is computed from the marked ones. */
static struct frame_row row_new(const struct frame_row *last, const char *name,
                                struct value *values)
{
    return (struct frame_row){
        .kind = ROW_UNALLOCATED,
        .member = MEMBER_NONE,
        .period = last->period,
        .code = "",
        .name = name,
        .values = values,
    };
}

/* The figures of `marked`, a frame of the marked rows alone. */
static void add_up(struct making *making, struct frame *marked)
{
    struct frame *frame = making->frame;
    const struct frame_row *last = &marked->rows[marked->row_count - 1];
    struct value *average =
        ARENA_ARRAY(making->arena, struct value, frame->column_count);
    struct value *figures;

    making->frame = marked;
    figures = making_sum(making, last->period, true);
    making->frame = frame;
    for (size_t c = 0; c < frame->column_count; c++)
        average[c] = mean(marked, c);
    frame->marked.sum =
        row_new(last, _("Sum of the marked"),
                making_values(making, MEMBER_NONE, last->period, figures));
    frame->marked.average = row_new(last, _("Average of the marked"), average);
}

void making_marks(struct making *making)
{
    struct frame *frame = making->frame;
    struct frame marked = *frame;

    if (!making->query->mark_count)
        return;
    marked.rows = ARENA_ARRAY(making->arena, struct frame_row, frame->row_count);
    marked.row_count = 0;
    for (size_t i = 0; i < frame->row_count; i++) {
        frame->rows[i].is_marked = is_marked(making, &frame->rows[i]);
        if (!frame->rows[i].is_marked)
            continue;
        marked.rows[marked.row_count++] = frame->rows[i];
        frame->marked.has_groups |= frame->rows[i].kind == ROW_GROUP;
    }
    frame->marked.count = marked.row_count;
    if (marked.row_count && !frame->marked.has_groups)
        add_up(making, &marked);
}
