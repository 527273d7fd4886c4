/*
 * Marked rows: what they add up to, and what they are on average.
 */
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>

/* The number of the row that is marked, from 1; 0: it is no row here. */
static uint32_t row_of(const struct making *making, const struct mark *mark)
{
    if (mark->rows != making->query->rows)
        return 0;
    return row_set_find(making->set, making->rows
                                         ? mark->member
                                         : period_index(making->dataset, mark->period));
}

/* The mean of the figures that are there. Percentages and ratios have no mean that does
 * not depend on their bases. */
static struct value mean(const struct frame *marked, size_t column)
{
    const struct frame_column *of = &marked->columns[column];
    struct sum sum = {0};
    size_t count = 0;

    for (size_t i = 0; i < marked->row_count; i++) {
        struct value value = frame_cell(marked, &marked->rows[i], column);
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

static int compare(const void *left, const void *right)
{
    const struct frame_row *a = left;
    const struct frame_row *b = right;

    return (a->number > b->number) - (a->number < b->number);
}

/* Once each, in the order of the file. */
static size_t copy_marked(const struct making *making, struct frame_row *rows)
{
    size_t count = 0;
    size_t kept = 0;

    for (size_t i = 0; i < making->query->mark_count; i++) {
        uint32_t number = row_of(making, &making->query->marks[i]);
        if (number)
            rows[count++] = making->set->rows[number - 1];
    }
    if (count)
        qsort(rows, count, sizeof(*rows), compare);
    for (size_t i = 0; i < count; i++)
        if (!kept || rows[kept - 1].number != rows[i].number)
            rows[kept++] = rows[i];
    return kept;
}

void making_marks(struct making *making)
{
    struct frame *frame = making->frame;
    struct frame marked = *frame;

    if (!making->query->mark_count)
        return;
    marked.rows =
        ARENA_ARRAY(making->arena, struct frame_row, making->query->mark_count);
    marked.row_count = copy_marked(making, marked.rows);
    for (size_t i = 0; i < marked.row_count; i++)
        frame->marked.has_groups |= marked.rows[i].kind == ROW_GROUP;
    frame->marked.count = marked.row_count;
    if (marked.row_count && !frame->marked.has_groups)
        add_up(making, &marked);
}

void making_mark(const struct making *making)
{
    struct frame *frame = making->frame;

    for (size_t i = 0; i < making->query->mark_count; i++) {
        uint32_t number = row_of(making, &making->query->marks[i]);
        uint32_t place = number ? frame->places[number - 1] : 0;
        if (!place || frame->rows[place - 1].is_marked)
            continue;
        frame->rows[place - 1].is_marked = true;
        frame->marked.on_display++;
    }
}
