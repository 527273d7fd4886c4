#include "core/query/cross.h"

#include "core/base/order.h"
#include "core/base/stop.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <math.h>

/* What is known of one period. */
struct slice {
    bool is_begun;
    struct making making;         /* with the whole of the period */
    const struct value *leftover; /* by measure; NULL: nothing is left */
    const double *number;         /* by member, NAN: it has none; NULL: not yet */
    uint32_t figure_count;        /* members that have a place */
    const double *figures;        /* theirs, the largest first; NULL: not yet */
    const uint32_t *order;        /* of the rows; NULL: not yet */
    size_t placed;                /* rows that have a place */
};

struct cross_found {
    struct arena *arena;
    struct making making;
    struct slice *slice;    /* by period */
    const uint32_t *ranked; /* members that may have a place */
    size_t ranked_count;
};

bool cross_is_possible(const struct frame *frame)
{
    return frame->query.rows != ROWS_PERIOD && frame->column_count > 0;
}

/* The rows that add up: without the one that is not allocated itself. */
static const struct value *leftover_of(const struct slice *slice, uint32_t period)
{
    struct making making = slice->making;
    struct frame rows = *making.frame;
    struct value *figures =
        ARENA_ARRAY(making.arena, struct value, making.dataset->measure_count);

    rows.row_count = frame_counted(&rows);
    making.frame = &rows;
    making_leftover(&making, period, figures);
    return figures;
}

static struct slice *slice_of(const struct cross *cross, uint32_t period)
{
    struct slice *slice = &cross->found->slice[period];

    if (slice->is_begun)
        return slice;
    slice->is_begun = true;
    slice->making = cross->found->making;
    making_whole(&slice->making, period);
    if (frame_counted(cross->frame) < cross->frame->row_count)
        slice->leftover = leftover_of(slice, period);
    return slice;
}

static bool may_be_placed(const struct frame_row *row)
{
    return row->kind == ROW_MEMBER || row->kind == ROW_GROUP;
}

static struct value source_value(const struct cross *cross, const struct slice *slice,
                                 const struct row_source *source)
{
    struct arena scratch = {0};
    struct making making = slice->making;
    struct value value;

    making.arena = &scratch;
    value = making_value(&making, source, cross->column.spec);
    arena_clear(&scratch);
    return value;
}

/* Figures as the cube has them. */
static void take_figures(const struct cross *cross, uint32_t period, double *number)
{
    const struct cross_found *found = cross->found;
    const struct cube *cube = &found->making.cubes[cross->column.spec.measure];
    const struct value *cell = &cube->cell[(size_t)period * cube->member_count];

    for (uint32_t i = 0; i < cube->member_count; i++)
        number[i] = value_is_number(cell[i]) ? cell[i].number : (double)NAN;
}

static void compute(const struct cross *cross, const struct slice *slice,
                    const struct row_source *source, double *number)
{
    struct value value = source_value(cross, slice, source);

    number[source->member] = value_is_number(value) ? value.number : (double)NAN;
}

static void compute_all(const struct cross *cross, const struct slice *slice,
                        uint32_t period, double *number)
{
    const struct cross_found *found = cross->found;

    for (uint32_t i = 0; i < found->making.rows->member_count; i++)
        number[i] = (double)NAN;
    for (size_t i = 0; i < found->ranked_count; i++)
        compute(cross, slice, &(struct row_source){found->ranked[i], period, NULL},
                number);
    for (size_t i = 0; i < cross->row_count; i++) {
        const struct frame_row *row = &cross->frame->rows[i];
        if (!may_be_placed(row) && row->kind != ROW_UNALLOCATED)
            compute(cross, slice, &(struct row_source){row->member, period, NULL},
                    number);
    }
}

/* The figures of all members of the level. */
static struct slice *numbers_of(const struct cross *cross, uint32_t period)
{
    const struct cross_found *found = cross->found;
    const struct making *making = &found->making;
    struct slice *slice = slice_of(cross, period);
    double *number;

    if (slice->number)
        return slice;
    number = ARENA_ARRAY(found->arena, double, making->rows->member_count);
    if (cross->column.spec.indicator == INDICATOR_FIGURE &&
        !is_foreign(making->dataset, making->query->currency))
        take_figures(cross, period, number);
    else
        compute_all(cross, slice, period, number);
    for (size_t i = 0; i < found->ranked_count; i++)
        if (!isnan(number[found->ranked[i]]))
            slice->figure_count++;
    slice->number = number;
    return slice;
}

double cross_number(const struct cross *cross, size_t row, uint32_t period)
{
    const struct frame_row *of = &cross->frame->rows[row];
    struct value value;

    if (of->kind != ROW_UNALLOCATED)
        return numbers_of(cross, period)->number[of->member];
    value = cross_value(cross, row, period);
    return value_is_number(value) ? value.number : (double)NAN;
}

struct value cross_value(const struct cross *cross, size_t row, uint32_t period)
{
    const struct frame_row *of = &cross->frame->rows[row];
    const struct slice *slice = slice_of(cross, period);
    struct row_source source = {of->member, period, NULL};

    if (of->kind == ROW_UNALLOCATED)
        source = (struct row_source){MEMBER_NONE, period, slice->leftover};
    return source_value(cross, slice, &source);
}

struct value cross_total(const struct cross *cross, uint32_t period)
{
    const struct slice *slice = slice_of(cross, period);
    const struct making *making = &slice->making;
    struct row_source source = {making->whole, period,
                                making->whole == MEMBER_NONE ? making->whole_figures
                                                             : NULL};

    return source_value(cross, slice, &source);
}

uint32_t cross_ranked(const struct cross *cross, uint32_t period)
{
    return numbers_of(cross, period)->figure_count;
}

/* Those without a place have the last key. */
static uint64_t key_of(double number)
{
    return isnan(number) ? UINT64_MAX : ~order_key(number);
}

static bool has_place(const struct cross *cross, const struct slice *slice, size_t row)
{
    const struct frame_row *of = &cross->frame->rows[row];

    return may_be_placed(of) && !isnan(slice->number[of->member]);
}

static void sort_rows(const struct cross *cross, struct slice *slice)
{
    struct order order = order_new(cross->row_count, cross->found->arena);

    for (size_t i = 0; i < cross->row_count; i++) {
        bool is_placed = has_place(cross, slice, i);
        order.key[i] = key_of(is_placed ? slice->number[cross->frame->rows[i].member]
                                        : (double)NAN);
        slice->placed += is_placed;
    }
    order_sort(&order);
    slice->order = order.at;
}

/* The figures of all who have a place, whether they are rows or not. */
static void sort_figures(const struct cross *cross, struct slice *slice)
{
    const struct cross_found *found = cross->found;
    struct arena scratch = {0};
    double *figures = ARENA_ARRAY(found->arena, double, slice->figure_count);
    struct order order = order_new(found->ranked_count, &scratch);

    for (size_t i = 0; i < found->ranked_count; i++)
        order.key[i] = key_of(slice->number[found->ranked[i]]);
    order_sort(&order);
    for (size_t i = 0; i < slice->figure_count; i++)
        figures[i] = slice->number[found->ranked[order.at[i]]];
    slice->figures = figures;
    arena_clear(&scratch);
}

const uint32_t *cross_order(const struct cross *cross, uint32_t period, size_t *placed)
{
    struct slice *slice = numbers_of(cross, period);

    if (!slice->order)
        sort_rows(cross, slice);
    *placed = slice->placed;
    return slice->order;
}

/* Whether row a comes before row b. */
static bool is_before(const struct cross *cross, const struct slice *slice, size_t a,
                      size_t b)
{
    const struct frame_row *rows = cross->frame->rows;
    uint64_t left =
        has_place(cross, slice, a) ? key_of(slice->number[rows[a].member]) : UINT64_MAX;
    uint64_t right =
        has_place(cross, slice, b) ? key_of(slice->number[rows[b].member]) : UINT64_MAX;

    return left != right ? left < right : a < b;
}

size_t cross_position(const struct cross *cross, uint32_t period, size_t row)
{
    size_t placed;
    const uint32_t *order = cross_order(cross, period, &placed);
    const struct slice *slice = &cross->found->slice[period];
    size_t low = 0;
    size_t high = cross->row_count;

    if (row >= cross->row_count)
        return SIZE_MAX;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(cross, slice, order[middle], row))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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

struct cross_place cross_place(const struct cross *cross, size_t row, uint32_t period)
{
    struct slice *slice = numbers_of(cross, period);
    double figure;
    size_t before;

    if (!has_place(cross, slice, row))
        return (struct cross_place){0};
    if (!slice->figures)
        sort_figures(cross, slice);
    figure = slice->number[cross->frame->rows[row].member];
    before = count_before(slice, figure, false);
    return (struct cross_place){(uint32_t)before + 1,
                                (uint32_t)(count_before(slice, figure, true) - before)};
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

struct cross *cross_new(const struct frame *frame, struct column_spec spec,
                        struct arena *arena)
{
    struct cross *cross = ARENA_NEW(arena, struct cross);
    struct cross_found *found = ARENA_NEW(arena, struct cross_found);

    *cross = (struct cross){frame,
                            frame->columns[frame_column(frame, spec)],
                            frame->row_count,
                            frame->dataset->period_count,
                            found,
                            ARENA_NEW(arena, struct cross_magnitudes)};
    found->arena = arena;
    found->making = *frame->making;
    /* What is kept for later must not outlive this arena, nor be in the frame's. */
    found->making.arena = arena;
    found->making.lazy = making_lazy_new(arena);
    found->making.spans = making_spans_new(arena);
    found->making.ranks = making_ranks_new(&found->making);
    found->ranked = list_ranked(&found->making, &found->ranked_count);
    found->slice = ARENA_ARRAY(arena, struct slice, cross->period_count);
    return cross;
}

void cross_prepare(const struct cross *cross, uint32_t first, uint32_t end)
{
    const struct stop *stop = cross->frame->query.stop;
    size_t placed;

    for (uint32_t p = first; p < end && !stop_is_wanted(stop); p++) {
        cross_order(cross, p, &placed);
        if (!cross->found->slice[p].figures && !stop_is_wanted(stop))
            sort_figures(cross, &cross->found->slice[p]);
    }
}

uint32_t cross_first_ranked(const struct cross *cross, uint32_t from)
{
    for (uint32_t p = from; p < cross->period_count; p++)
        if (cross_ranked(cross, p))
            return p;
    return UINT32_MAX;
}

uint32_t cross_first_placed(const struct cross *cross, size_t row, uint32_t from)
{
    for (uint32_t p = from; p < cross->period_count; p++)
        if (has_place(cross, numbers_of(cross, p), row))
            return p;
    return UINT32_MAX;
}

uint32_t cross_last_placed(const struct cross *cross, size_t row, uint32_t end)
{
    for (uint32_t p = end; p-- > 0;)
        if (has_place(cross, numbers_of(cross, p), row))
            return p;
    return UINT32_MAX;
}
