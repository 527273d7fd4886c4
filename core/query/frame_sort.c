#include "core/base/text.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>
#include <string.h>

/* What the comparison needs beside the two rows. */
struct order {
    struct sort_key key[1 + SORT_THEN_MAX];
    size_t column[1 + SORT_THEN_MAX]; /* SIZE_MAX: by no column */
    size_t count;
};

struct sortable {
    struct frame_row row;
    const char *name; /* folded */
    size_t position;  /* in the file */
    const struct order *order;
};

static int compare_values(struct value a, struct value b, bool is_descending)
{
    bool has_a = value_is_number(a);
    bool has_b = value_is_number(b);

    if (!has_a || !has_b)
        return has_b - has_a; /* missing last, whatever the direction */
    if (a.number == b.number)
        return 0;
    return (a.number < b.number) != is_descending ? -1 : 1;
}

static int compare_by(const struct sortable *a, const struct sortable *b, size_t k)
{
    struct sort_key key = a->order->key[k];
    size_t column = a->order->column[k];
    int found = 0;

    switch (key.kind) {
    case SORT_COLUMN:
        if (column == SIZE_MAX)
            return 0;
        return compare_values(a->row.values[column], b->row.values[column],
                              key.is_descending);
    case SORT_NAME:
        found = strcmp(a->name, b->name);
        break;
    case SORT_CODE:
        found = strcmp(a->row.code, b->row.code);
        break;
    case SORT_FILE:
        found = a->position < b->position ? -1 : 1;
        break;
    }
    return key.is_descending ? -found : found;
}

static int compare_rows(const void *left, const void *right)
{
    const struct sortable *a = left;
    const struct sortable *b = right;
    int found = (a->row.kind == ROW_UNALLOCATED) - (b->row.kind == ROW_UNALLOCATED);

    for (size_t k = 0; k < a->order->count && !found; k++)
        found = compare_by(a, b, k);
    if (!found)
        found = strcmp(a->name, b->name);
    return found ? found : (a->position < b->position ? -1 : 1);
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

static struct order order_new(const struct frame *frame)
{
    const struct query *query = &frame->query;
    struct order order = {.key = {query->sort}, .count = 1 + query->then_count};

    memcpy(order.key + 1, query->then, query->then_count * sizeof(query->then[0]));
    for (size_t k = 0; k < order.count; k++)
        order.column[k] = order.key[k].kind == SORT_COLUMN
                              ? frame_column(frame, order.key[k].column)
                              : SIZE_MAX;
    return order;
}

void making_sort(struct making *making)
{
    struct frame *frame = making->frame;
    const struct query *query = making->query;
    struct order order = order_new(frame);
    struct sortable *sortable =
        ARENA_ARRAY(making->arena, struct sortable, frame->row_count);

    for (size_t i = 0; i < frame->row_count; i++)
        sortable[i] = (struct sortable){
            frame->rows[i],
            text_fold(making->arena,
                      frame->rows[i].axis ? frame->rows[i].axis : frame->rows[i].name),
            i, &order};
    if (frame->row_count)
        qsort(sortable, frame->row_count, sizeof(*sortable), compare_rows);
    for (size_t i = 0; i < frame->row_count; i++)
        frame->rows[i] = sortable[i].row;
    rank_rows(frame, order.column[0]);
    frame->matched_count = frame->row_count;
    for (size_t i = 0; i < frame->row_count; i++)
        frame->matched_count -= frame->rows[i].kind == ROW_UNALLOCATED;
    if (query->limit && frame->row_count > query->limit) {
        frame->row_count = query->limit;
        if (making->rows && frame->row_count)
            making_shown(making, frame->rows[0].period);
    }
    for (size_t i = 0; i < frame->row_count; i++)
        frame->marked.on_display += frame->rows[i].is_marked;
}

size_t frame_search(const struct frame *frame, const char *text, size_t start, int step,
                    struct arena *arena)
{
    const struct query *query = &frame->query;
    struct making making = {
        .dataset = frame->dataset,
        .arena = arena,
        .rows =
            query->rows == ROWS_PERIOD ? NULL : &frame->dataset->dimension[query->rows],
    };
    const char *word = text_fold(arena, text);
    size_t count = frame->row_count;

    for (size_t k = 0; k < count && *word; k++) {
        size_t i = step > 0 ? (start + k) % count : (start + count - k % count) % count;
        const struct frame_row *row = &frame->rows[i];
        if (!making.rows
                ? strstr(row->name, word) != NULL
                : row->member != MEMBER_NONE &&
                      member_has_word(making.rows, row->member, word, true, arena))
            return i;
    }
    return SIZE_MAX;
}
