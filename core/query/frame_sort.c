#include "core/base/text.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>
#include <string.h>

/* Whether a word of `text` begins with `word`; both folded. */
static bool has_word_start(const char *text, const char *word, size_t length)
{
    for (const char *at = strstr(text, word); at; at = strstr(at + length, word))
        if (at == text || at[-1] == ' ' || at[-1] == '-')
            return true;
    return false;
}

static bool is_in_label(const struct label *label, const char *word, bool is_anywhere,
                        struct arena *arena)
{
    for (const struct label_text *text = label->first; text; text = text->next) {
        const char *folded = text_fold(arena, text->text);
        if (is_anywhere ? strstr(folded, word) != NULL
                        : has_word_start(folded, word, strlen(word)))
            return true;
    }
    return false;
}

static bool is_in_member(const struct dimension *dimension, uint32_t member,
                         const char *word, bool is_anywhere, struct arena *arena)
{
    const struct member *m = &dimension->members[member];
    const char *code = text_fold(arena, m->code);

    return (is_anywhere ? strstr(code, word) == code : strcmp(code, word) == 0) ||
           is_in_label(&m->name, word, is_anywhere, arena);
}

/* Own names match anywhere; those of ancestors and groups at the start of a word, so
 * that "asia" means the continent. The whole is no ancestor worth naming. */
static bool matches_word(const struct making *making, uint32_t member, const char *word)
{
    const struct dimension *rows = making->rows;
    uint32_t whole = dimension_whole(rows);

    if (is_in_member(rows, member, word, true, making->arena))
        return true;
    for (uint32_t up = rows->members[member].parent; up != MEMBER_NONE && up != whole;
         up = rows->members[up].parent)
        if (is_in_member(rows, up, word, false, making->arena))
            return true;
    for (size_t i = 0; i < rows->members[member].group_count; i++)
        if (is_in_member(rows, rows->members[member].groups[i], word, false,
                         making->arena))
            return true;
    return false;
}

bool row_matches(const struct making *making, const struct frame_row *row,
                 const char *folded_filter)
{
    char *words = arena_copy(making->arena, folded_filter, strlen(folded_filter));

    for (char *word = words; *word;) {
        char *end;
        word += strspn(word, " ");
        end = word + strcspn(word, " ");
        if (end == word)
            break;
        if (*end)
            *end++ = '\0';
        if (making->rows
                ? row->member == MEMBER_NONE || !matches_word(making, row->member, word)
                : strstr(row->name, word) == NULL)
            return false;
        word = end;
    }
    return true;
}

void making_filter(struct making *making)
{
    struct frame *frame = making->frame;
    const char *filter = text_fold(making->arena, making->query->filter);
    size_t kept = 0;

    for (size_t i = 0; i < frame->row_count; i++)
        if (row_matches(making, &frame->rows[i], filter))
            frame->rows[kept++] = frame->rows[i];
    frame->row_count = kept;
}

/* What the comparison needs beside the two rows. */
struct order {
    struct sort_key key;
    size_t column;
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

static int compare_keys(const struct sortable *a, const struct sortable *b)
{
    const struct order *order = a->order;
    int found = 0;

    switch (order->key.kind) {
    case SORT_COLUMN:
        if (order->column == SIZE_MAX)
            return 0;
        return compare_values(a->row.values[order->column],
                              b->row.values[order->column], order->key.is_descending);
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
    return order->key.is_descending ? -found : found;
}

static int compare_rows(const void *left, const void *right)
{
    const struct sortable *a = left;
    const struct sortable *b = right;
    int found = (a->row.kind == ROW_UNALLOCATED) - (b->row.kind == ROW_UNALLOCATED);

    if (!found)
        found = compare_keys(a, b);
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

void making_sort(struct making *making)
{
    struct frame *frame = making->frame;
    const struct query *query = making->query;
    struct order order = {query->sort, frame_column(frame, query->sort.column)};
    struct sortable *sortable =
        ARENA_ARRAY(making->arena, struct sortable, frame->row_count);

    if (query->sort.kind != SORT_COLUMN)
        order.column = SIZE_MAX;
    for (size_t i = 0; i < frame->row_count; i++)
        sortable[i] = (struct sortable){
            frame->rows[i], text_fold(making->arena, frame->rows[i].name), i, &order};
    if (frame->row_count)
        qsort(sortable, frame->row_count, sizeof(*sortable), compare_rows);
    for (size_t i = 0; i < frame->row_count; i++)
        frame->rows[i] = sortable[i].row;
    rank_rows(frame, order.column);
    frame->matched_count = frame->row_count;
    if (!query->limit || frame->row_count <= query->limit)
        return;
    frame->row_count = query->limit;
    if (making->rows && frame->row_count)
        making_shown(making, frame->rows[0].period);
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
                      is_in_member(making.rows, row->member, word, true, arena))
            return i;
    }
    return SIZE_MAX;
}
