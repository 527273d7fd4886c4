/*
 * The order of the rows: by one key after the other, from the last to the first.
 */
#include "core/base/order.h"
#include "core/base/text.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>
#include <string.h>

/* What is missing comes last, whatever the direction. */
#define KEY_MISSING UINT64_MAX

struct sorting {
    const struct making *making;
    const struct frame *frame;
    struct folded *folded; /* NULL: the rows are periods */
    struct arena *scratch;
    struct order order; /* of row numbers */
};

/* Where the row stands in the file. */
static uint64_t key_of_file(const struct frame_row *row)
{
    return row->member == MEMBER_NONE ? row->period : row->member;
}

struct named {
    const char *name;
    size_t row;
};

static int compare_names(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;

    return strcmp(a->name, b->name);
}

/* Periods are few. */
static void key_names_of_periods(const struct sorting *sorting, bool is_by_code)
{
    struct named *named =
        ARENA_ARRAY(sorting->scratch, struct named, sorting->order.count);
    uint64_t place = 0;

    for (size_t i = 0; i < sorting->order.count; i++) {
        const struct frame_row *row = &sorting->frame->rows[i];
        named[i].row = i;
        named[i].name =
            is_by_code ? row->code
                       : text_fold(sorting->scratch, row->axis ? row->axis : row->name);
    }
    if (sorting->order.count)
        qsort(named, sorting->order.count, sizeof(*named), compare_names);
    for (size_t i = 0; i < sorting->order.count; i++) {
        if (i && strcmp(named[i].name, named[i - 1].name) != 0)
            place = i;
        sorting->order.key[named[i].row] = place;
    }
}

static void key_names(const struct sorting *sorting, bool is_by_code)
{
    const uint32_t *places;

    if (!sorting->folded) {
        key_names_of_periods(sorting, is_by_code);
        return;
    }
    places = is_by_code ? folded_code_places(sorting->folded)
                        : folded_name_places(sorting->folded,
                                             sorting->making->query->language);
    for (size_t i = 0; i < sorting->order.count; i++)
        sorting->order.key[i] = places[sorting->frame->rows[i].member];
}

static void key_column(const struct sorting *sorting, size_t column, bool is_descending)
{
    for (size_t i = 0; i < sorting->order.count; i++) {
        struct value value = sorting->frame->rows[i].values[column];
        uint64_t key = value_is_number(value) ? order_key(value.number) : 0;
        sorting->order.key[i] = !value_is_number(value) ? KEY_MISSING
                                : is_descending         ? ~key
                                                        : key;
    }
}

static void sort_by(struct sorting *sorting, struct sort_key key)
{
    size_t column =
        key.kind == SORT_COLUMN ? frame_column(sorting->frame, key.column) : SIZE_MAX;

    if (key.kind == SORT_COLUMN && column == SIZE_MAX)
        return;
    if (key.kind == SORT_COLUMN)
        key_column(sorting, column, key.is_descending);
    else if (key.kind == SORT_FILE)
        for (size_t i = 0; i < sorting->order.count; i++)
            sorting->order.key[i] = key_of_file(&sorting->frame->rows[i]);
    else
        key_names(sorting, key.kind == SORT_CODE);
    if (key.kind != SORT_COLUMN && key.is_descending)
        for (size_t i = 0; i < sorting->order.count; i++)
            sorting->order.key[i] = ~sorting->order.key[i];
    order_sort(&sorting->order);
}

static void begin(struct sorting *sorting)
{
    for (size_t i = 0; i < sorting->order.count; i++)
        sorting->order.at[i] = (uint32_t)i;
}

static void sort_all(struct sorting *sorting)
{
    const struct query *query = &sorting->frame->query;

    /* Names are worth nothing where the first key tells all rows apart. */
    begin(sorting);
    sort_by(sorting, query->sort);
    if (!order_has_equals(&sorting->order))
        return;
    begin(sorting);
    sort_by(sorting, (struct sort_key){.kind = SORT_FILE});
    sort_by(sorting, (struct sort_key){.kind = SORT_NAME});
    for (size_t k = query->then_count; k-- > 0;)
        sort_by(sorting, query->then[k]);
    sort_by(sorting, query->sort);
}

/* Puts the rows in order, in place: along each circle of rows that take each other's
 * place. */
static void arrange(struct frame_row *rows, uint32_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct frame_row first = rows[i];
        size_t to = i;
        while (order[to] != i) {
            size_t from = order[to];
            rows[to] = rows[from];
            order[to] = (uint32_t)to;
            to = from;
        }
        rows[to] = first;
        order[to] = (uint32_t)to;
    }
}

static bool is_ranked(const struct frame_row *row)
{
    return row->kind == ROW_MEMBER || row->kind == ROW_PERIOD_KIND ||
           row->kind == ROW_GROUP;
}

/* A rank is the place among those that have the figure; equal figures have one rank. */
static void rank_rows(struct frame *frame, size_t column)
{
    size_t place = 0;
    size_t last = SIZE_MAX;

    for (size_t i = 0; i < frame->row_count; i++) {
        struct frame_row *row = &frame->rows[i];
        row->rank = 0;
        if (!is_ranked(row) ||
            (column != SIZE_MAX && !value_is_number(row->values[column])))
            continue;
        place++;
        row->rank = place;
        if (column != SIZE_MAX && last != SIZE_MAX &&
            frame->rows[last].values[column].number == row->values[column].number)
            row->rank = frame->rows[last].rank;
        last = i;
    }
}

/* The row that is not allocated is the last and stays there. */
static void sort_rows(const struct making *making, struct frame *frame)
{
    struct arena scratch = {0};
    struct sorting sorting = {
        .making = making,
        .frame = frame,
        .folded = making->folded,
        .scratch = &scratch,
        .order = order_new(frame_counted(frame), &scratch),
    };
    struct sort_key first = frame->query.sort;

    sort_all(&sorting);
    arrange(frame->rows, sorting.order.at, sorting.order.count);
    rank_rows(frame,
              first.kind == SORT_COLUMN ? frame_column(frame, first.column) : SIZE_MAX);
    arena_clear(&scratch);
}

void making_sort(struct making *making)
{
    struct frame *frame = making->frame;
    const struct query *query = making->query;

    sort_rows(making, frame);
    frame->matched_count = frame_counted(frame);
    if (query->limit && frame->row_count > query->limit) {
        frame->row_count = query->limit;
        if (making->rows && frame->row_count)
            making_shown(making, frame->rows[0].period);
    }
    for (size_t i = 0; i < frame->row_count; i++)
        frame->marked.on_display += frame->rows[i].is_marked;
}

struct frame *frame_in_order(const struct frame *frame, struct sort_key sort,
                             struct arena *arena)
{
    struct frame *other = ARENA_NEW(arena, struct frame);
    size_t count = frame->row_count;

    *other = *frame;
    other->query.sort = sort;
    other->query.then_count = 0;
    other->rows = ARENA_ARRAY(arena, struct frame_row, count);
    if (count)
        memcpy(other->rows, frame->rows, count * sizeof(*other->rows));
    sort_rows(frame->making, other);
    return other;
}

size_t frame_search(const struct frame *frame, const char *text, size_t start, int step,
                    struct arena *arena)
{
    const struct making *making = frame->making;
    const char *word = text_fold(arena, text);
    size_t count = frame->row_count;

    for (size_t k = 0; k < count && *word; k++) {
        size_t i = step > 0 ? (start + k) % count : (start + count - k % count) % count;
        const struct frame_row *row = &frame->rows[i];
        if (!making->rows
                ? strstr(row->name, word) != NULL
                : row->member != MEMBER_NONE &&
                      member_has_word(making->folded, row->member, word, true))
            return i;
    }
    return SIZE_MAX;
}
