/*
 * Orders of the rows of a set: by the first key, and by the further ones where that
 * finds no difference.
 */
#include "core/base/order.h"
#include "core/base/stop.h"
#include "core/base/text.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>
#include <string.h>

struct sorting {
    const struct making *making;
    const struct row_set *set;
    struct folded *folded; /* NULL: the rows are periods */
    struct arena *scratch;
    struct order order; /* of row numbers */
};

/* Keys after the first, and the name. */
struct further {
    uint64_t *keys[SORT_THEN_MAX + 1];
    size_t count;
};

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
        const struct frame_row *row = &sorting->set->rows[i];
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
        sorting->order.key[i] = places[sorting->set->rows[i].member];
}

static void key_column(const struct sorting *sorting, size_t column, bool is_descending)
{
    const struct value *values = sorting->making->frame->columns[column].values;

    for (size_t i = 0; i < sorting->order.count; i++) {
        uint64_t key = value_is_number(values[i]) ? order_key(values[i].number) : 0;
        sorting->order.key[i] = !value_is_number(values[i]) ? ROW_KEY_MISSING
                                : is_descending             ? ~key
                                                            : key;
    }
}

/* False for a column that there is not: it orders nothing. */
static bool find_keys(const struct sorting *sorting, struct sort_key key)
{
    size_t column = key.kind == SORT_COLUMN
                        ? frame_column(sorting->making->frame, key.column)
                        : SIZE_MAX;

    if (key.kind == SORT_COLUMN && column == SIZE_MAX)
        return false;
    if (key.kind == SORT_COLUMN)
        key_column(sorting, column, key.is_descending);
    else if (key.kind == SORT_FILE)
        for (size_t i = 0; i < sorting->order.count; i++)
            sorting->order.key[i] = i;
    else
        key_names(sorting, key.kind == SORT_CODE);
    if (key.kind != SORT_COLUMN && key.is_descending)
        for (size_t i = 0; i < sorting->order.count; i++)
            sorting->order.key[i] = ~sorting->order.key[i];
    return true;
}

/* The keys of all rows by what is no first key, in an array of their own. */
static uint64_t *further_keys(const struct sorting *sorting, struct sort_key key)
{
    struct sorting other = *sorting;

    other.order.key = ARENA_ARRAY(sorting->scratch, uint64_t, sorting->order.count);
    return find_keys(&other, key) ? other.order.key : NULL;
}

/* Rows that the first key does not part, in place: by the last of the others first. */
static void sort_run(const struct sorting *sorting, size_t from, size_t count,
                     const struct further *further)
{
    uint32_t *at = sorting->order.at + from;

    for (size_t k = further->count; k-- > 0;) {
        struct order part = {count, at, further->keys[k], sorting->order.other + from};
        order_sort(&part);
        if (part.at != at)
            memcpy(at, part.at, count * sizeof(*at));
    }
}

/* In the end it is the name that decides, then the place in the file, which the order
 * began with. */
static void find_further(const struct sorting *sorting, const struct query *query,
                         struct further *further)
{
    for (size_t k = 0; k <= query->then_count; k++) {
        bool is_last = k == query->then_count;
        struct sort_key key =
            is_last ? (struct sort_key){.kind = SORT_NAME} : query->then[k];
        uint64_t *keys = further_keys(sorting, key);
        if (keys)
            further->keys[further->count++] = keys;
    }
}

/* Other keys are looked for when two rows have the same first one. */
static void sort_equals(const struct sorting *sorting, const struct query *query)
{
    const struct order *order = &sorting->order;
    struct further further = {0};
    size_t from = 0;

    for (size_t i = 1; i <= order->count; i++) {
        if (i < order->count && order->key[order->at[i]] == order->key[order->at[from]])
            continue;
        if (i - from > 1 && !further.count)
            find_further(sorting, query, &further);
        if (i - from > 1)
            sort_run(sorting, from, i - from, &further);
        from = i;
    }
}

static void sort_all(struct sorting *sorting, const struct query *query)
{
    if (find_keys(sorting, query->sort))
        order_sort(&sorting->order);
    sort_equals(sorting, query);
}

/* sort_key_equal() says nothing of the direction. */
static bool is_same_key(struct sort_key a, struct sort_key b)
{
    return a.is_descending == b.is_descending && sort_key_equal(a, b);
}

static bool is_of(const struct row_order *order, const struct query *query)
{
    if (!order->rows || order->then_count != query->then_count ||
        !is_same_key(order->sort, query->sort))
        return false;
    for (size_t i = 0; i < query->then_count; i++)
        if (!is_same_key(order->then[i], query->then[i]))
            return false;
    return true;
}

/* That one, or the one that was used longest ago. */
static struct row_order *find_order(struct row_set *set, const struct query *query)
{
    struct row_order *oldest = &set->orders[0];

    for (size_t i = 0; i < ROW_ORDERS_KEPT; i++) {
        if (is_of(&set->orders[i], query))
            return &set->orders[i];
        if (set->orders[i].used < oldest->used)
            oldest = &set->orders[i];
    }
    return oldest;
}

static void make(const struct making *making, const struct query *query,
                 struct row_order *into)
{
    struct arena scratch = {0};
    struct row_set *set = making->set;
    struct sorting sorting = {
        .making = making,
        .set = set,
        .folded = making->folded,
        .scratch = &scratch,
        .order = order_new(set->count, &scratch),
    };
    struct row_order order = {
        .sort = query->sort,
        .then_count = query->then_count,
        .rows = into->rows ? into->rows : ARENA_ROOM(set->arena, uint32_t, set->count),
        .keys = into->keys ? into->keys : ARENA_ROOM(set->arena, uint64_t, set->count),
    };

    sort_all(&sorting, query);
    for (size_t i = 0; i < set->count; i++) {
        order.rows[i] = sorting.order.at[i];
        order.keys[i] = sorting.order.key[order.rows[i]];
    }
    memcpy(order.then, query->then, sizeof(query->then));
    *into = order;
    arena_clear(&scratch);
}

static bool lacks_column(const struct making *making, struct sort_key key)
{
    return key.kind == SORT_COLUMN &&
           frame_column(making->frame, key.column) == SIZE_MAX;
}

/* Not what is of figures that are not all there, or of a column that this frame alone
 * lacks. */
static bool may_be_kept(const struct making *making, const struct query *query)
{
    bool lacks_any = lacks_column(making, query->sort);

    for (size_t i = 0; i < query->then_count; i++)
        lacks_any = lacks_any || lacks_column(making, query->then[i]);
    return !lacks_any && !stop_is_wanted(making->query->stop);
}

const struct row_order *row_set_order(const struct making *making,
                                      const struct query *query)
{
    struct row_set *set = making->set;
    struct row_order *order = find_order(set, query);

    if (!is_of(order, query))
        make(making, query, order);
    order->used = ++set->uses;
    if (!may_be_kept(making, query)) {
        order->used = 0;
        order->then_count = SIZE_MAX;
    }
    return order;
}
