#include "core/query/cross.h"

#include "core/base/stop.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>

/* One period of the table in the making. */
struct slice {
    struct making making; /* with the whole of the period */
    uint32_t period;
    const uint32_t *ranked; /* members that may have a place */
    size_t ranked_count;
    double *figures; /* of those that have one, the largest first */
    size_t figure_count;
};

bool cross_is_possible(const struct frame *frame)
{
    return frame->query.rows != ROWS_PERIOD && frame->column_count > 0;
}

struct value cross_value(const struct cross *cross, size_t row, uint32_t period)
{
    return cross->cell[row * cross->period_count + period];
}

struct cross_place cross_place(const struct cross *cross, size_t row, uint32_t period)
{
    return cross->place[row * cross->period_count + period];
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left < right) - (left > right);
}

static const uint32_t *list_ranked(const struct making *making, size_t *count)
{
    uint32_t members = making->rows->member_count;
    uint32_t *list = ARENA_ARRAY(making->arena, uint32_t, members);

    *count = 0;
    for (uint32_t i = 0; i < members; i++)
        if (making_is_ranked(making, i))
            list[(*count)++] = i;
    return list;
}

static struct value member_value(const struct slice *slice, struct column_spec spec,
                                 uint32_t member)
{
    struct row_source source = {member, slice->period, NULL};

    return making_value(&slice->making, &source, spec);
}

static void rank_slice(struct slice *slice, struct column_spec spec)
{
    slice->figure_count = 0;
    for (size_t i = 0; i < slice->ranked_count; i++) {
        struct value value = member_value(slice, spec, slice->ranked[i]);
        if (value_is_number(value))
            slice->figures[slice->figure_count++] = value.number;
    }
    if (slice->figure_count)
        qsort(slice->figures, slice->figure_count, sizeof(*slice->figures), compare);
}

/* How many figures come before this one; with `is_through`, it and its equals too. */
static size_t count_before(const struct slice *slice, double figure, bool is_through)
{
    size_t low = 0;
    size_t high = slice->figure_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = is_through ? slice->figures[middle] >= figure
                                    : slice->figures[middle] > figure;
        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct cross_place place_of(const struct slice *slice,
                                   const struct frame_row *row, struct value value)
{
    size_t before;

    if (!value_is_number(value) || (row->kind != ROW_MEMBER && row->kind != ROW_GROUP))
        return (struct cross_place){0};
    before = count_before(slice, value.number, false);
    return (struct cross_place){
        (uint32_t)before + 1,
        (uint32_t)(count_before(slice, value.number, true) - before)};
}

/* The figures of the row in the period: its own, or what the others leave. */
static struct value row_value(const struct slice *slice, const struct frame_row *row,
                              struct column_spec spec, const struct value *leftover)
{
    struct row_source source = {MEMBER_NONE, slice->period, leftover};

    if (row->kind != ROW_UNALLOCATED)
        return member_value(slice, spec, row->member);
    return making_value(&slice->making, &source, spec);
}

static struct value total_value(const struct slice *slice, struct column_spec spec)
{
    const struct making *making = &slice->making;
    struct row_source source = {making->whole, slice->period,
                                making->whole == MEMBER_NONE ? making->whole_figures
                                                             : NULL};

    return making_value(making, &source, spec);
}

/* The rows that add up: without the one that is not allocated itself. */
static const struct value *leftover_of(const struct slice *slice)
{
    struct making making = slice->making;
    struct frame rows = *making.frame;
    struct value *figures =
        ARENA_ARRAY(making.arena, struct value, making.dataset->measure_count);

    rows.row_count = frame_counted(&rows);
    making.frame = &rows;
    making_leftover(&making, slice->period, figures);
    return figures;
}

struct filling {
    struct cross *cross;
    struct value *cell;
    struct cross_place *place;
    struct value *total;
    uint32_t *ranked;
};

static void fill_slice(const struct filling *filling, struct slice *slice)
{
    const struct cross *cross = filling->cross;
    const struct frame *frame = cross->frame;
    const struct value *leftover = NULL;
    bool has_rest = frame_counted(frame) < frame->row_count;

    making_whole(&slice->making, slice->period);
    rank_slice(slice, cross->column.spec);
    if (has_rest)
        leftover = leftover_of(slice);
    for (size_t i = 0; i < cross->row_count; i++) {
        size_t at = i * cross->period_count + slice->period;
        const struct frame_row *row = &frame->rows[i];
        filling->cell[at] = row_value(slice, row, cross->column.spec, leftover);
        filling->place[at] = place_of(slice, row, filling->cell[at]);
    }
    filling->total[slice->period] = total_value(slice, cross->column.spec);
    filling->ranked[slice->period] = (uint32_t)slice->figure_count;
}

struct cross *cross_new(const struct frame *frame, struct column_spec spec,
                        struct arena *arena)
{
    struct cross *cross = ARENA_NEW(arena, struct cross);
    uint32_t periods = frame->dataset->period_count;
    size_t cells = frame->row_count * periods;
    struct slice slice = {.making = *frame->making};
    struct filling filling = {
        .cross = cross,
        .cell = ARENA_ARRAY(arena, struct value, cells),
        .place = ARENA_ARRAY(arena, struct cross_place, cells),
        .total = ARENA_ARRAY(arena, struct value, periods),
        .ranked = ARENA_ARRAY(arena, uint32_t, periods),
    };

    *cross = (struct cross){frame,
                            frame->columns[frame_column(frame, spec)],
                            frame->row_count,
                            periods,
                            filling.cell,
                            filling.place,
                            filling.total,
                            filling.ranked};
    /* What is kept for later must not outlive this arena, nor be in the frame's. */
    slice.making.arena = arena;
    slice.making.lazy = making_lazy_new(arena);
    slice.making.spans = making_spans_new(arena);
    slice.making.ranks = making_ranks_new(&slice.making);
    slice.ranked = list_ranked(&slice.making, &slice.ranked_count);
    slice.figures = ARENA_ARRAY(arena, double, slice.ranked_count);
    for (uint32_t p = 0; p < periods && !stop_is_wanted(frame->query.stop); p++) {
        slice.period = p;
        fill_slice(&filling, &slice);
    }
    return cross;
}

uint32_t cross_first_ranked(const struct cross *cross, uint32_t from)
{
    for (uint32_t p = from; p < cross->period_count; p++)
        if (cross->ranked[p])
            return p;
    return UINT32_MAX;
}

uint32_t cross_first_placed(const struct cross *cross, size_t row, uint32_t from)
{
    for (uint32_t p = from; p < cross->period_count; p++)
        if (cross_place(cross, row, p).number)
            return p;
    return UINT32_MAX;
}

uint32_t cross_last_placed(const struct cross *cross, size_t row, uint32_t end)
{
    for (uint32_t p = end; p-- > 0;)
        if (cross_place(cross, row, p).number)
            return p;
    return UINT32_MAX;
}

struct entry {
    uint32_t place; /* UINT32_MAX: none */
    size_t row;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

size_t cross_order(const struct cross *cross, uint32_t period, size_t *order)
{
    struct arena scratch = {0};
    struct entry *entries = ARENA_ARRAY(&scratch, struct entry, cross->row_count);
    size_t placed = 0;

    for (size_t i = 0; i < cross->row_count; i++) {
        uint32_t place = cross_place(cross, i, period).number;
        entries[i] = (struct entry){place ? place : UINT32_MAX, i};
        placed += place > 0;
    }
    if (cross->row_count)
        qsort(entries, cross->row_count, sizeof(*entries), compare_entries);
    for (size_t i = 0; i < cross->row_count; i++)
        order[i] = entries[i].row;
    arena_clear(&scratch);
    return placed;
}
