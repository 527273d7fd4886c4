/*
 * The rows of a frame: those of its set that the filter leaves, in order.
 */
#include "core/base/text.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"

#include <string.h>

static bool is_ranked(const struct frame_row *row)
{
    return row->kind == ROW_MEMBER || row->kind == ROW_PERIOD_KIND ||
           row->kind == ROW_GROUP;
}

/* A rank is the place among those that have the figure; equal figures have one rank. */
struct ranking {
    bool is_by_figure;
    uint32_t place;
    uint32_t rank;
    uint64_t key; /* of the last */
};

static struct ranking ranking_new(const struct frame *frame)
{
    struct sort_key first = frame->query.sort;

    return (struct ranking){.is_by_figure =
                                first.kind == SORT_COLUMN &&
                                frame_column(frame, first.column) != SIZE_MAX};
}

static uint32_t rank_of(struct ranking *ranking, const struct frame_row *row,
                        uint64_t key)
{
    if (!is_ranked(row) || (ranking->is_by_figure && key == ROW_KEY_MISSING))
        return 0;
    ranking->place++;
    if (!ranking->is_by_figure || ranking->place == 1 || key != ranking->key)
        ranking->rank = ranking->place;
    ranking->key = key;
    return ranking->rank;
}

/* Copies of the rows that fail nothing, and behind them the one that is not allocated,
 * which no order moves. */
static void take_rows(const struct making *making)
{
    const struct row_set *set = making->set;
    const struct row_order *order = row_set_order(making, making->query);
    struct frame *frame = making->frame;
    struct ranking ranking = ranking_new(frame);
    size_t count = making->hits ? making->hit_count : set->count;
    uint32_t place = 0;

    frame->rows = ARENA_ROOM(making->arena, struct frame_row, count + 1);
    frame->places = ARENA_ARRAY(making->arena, uint32_t, set->count);
    for (size_t i = 0; i < set->count; i++) {
        uint32_t number = order->rows[i];
        if (making->fails && making->fails[number])
            continue;
        frame->rows[place] = set->rows[number];
        frame->rows[place].rank =
            rank_of(&ranking, &frame->rows[place], order->keys[i]);
        frame->places[number] = ++place;
    }
    if (making->rest)
        frame->rows[place++] = *making->rest;
    frame->row_count = place;
}

static void cut(struct frame *frame, size_t count)
{
    for (size_t i = count; i < frame->row_count; i++)
        if (frame->rows[i].number)
            frame->places[frame->rows[i].number - 1] = 0;
    frame->row_count = count;
}

void making_sort(struct making *making)
{
    struct frame *frame = making->frame;
    const struct query *query = making->query;

    take_rows(making);
    frame->matched_count = frame_counted(frame);
    if (query->limit && frame->row_count > query->limit) {
        cut(frame, query->limit);
        if (making->rows && frame->row_count)
            making_shown(making, frame->rows[0].period,
                         making_sum(making, frame->rows[0].period, true));
    }
    making_mark(making);
}

struct frame *frame_in_order(const struct frame *frame, struct sort_key sort,
                             struct arena *arena)
{
    const struct row_set *set = frame->making->set;
    struct frame *other = ARENA_NEW(arena, struct frame);
    const struct row_order *order;
    struct ranking ranking;
    uint32_t place = 0;

    *other = *frame;
    other->query.sort = sort;
    other->query.then_count = 0;
    other->rows = ARENA_ROOM(arena, struct frame_row, frame->row_count);
    other->places = ARENA_ARRAY(arena, uint32_t, set->count);
    ranking = ranking_new(other);
    order = row_set_order(frame->making, &other->query);
    for (size_t i = 0; i < set->count; i++) {
        uint32_t number = order->rows[i];
        if (!frame->places[number])
            continue;
        other->rows[place] = frame->rows[frame->places[number] - 1];
        other->rows[place].rank =
            rank_of(&ranking, &other->rows[place], order->keys[i]);
        other->places[number] = ++place;
    }
    for (; place < frame->row_count; place++)
        other->rows[place] = frame->rows[place];
    return other;
}

void frame_keep_rows_of(struct frame *frame, const struct frame *other)
{
    size_t count = 0;

    for (size_t i = 0; i < frame->row_count; i++) {
        const struct frame_row row = frame->rows[i];
        bool is_kept = row.number ? other->places[row.number - 1] != 0
                                  : other->row_count > frame_counted(other);
        if (is_kept)
            frame->rows[count++] = row;
        if (row.number)
            frame->places[row.number - 1] = is_kept ? (uint32_t)count : 0;
    }
    frame->row_count = count;
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
