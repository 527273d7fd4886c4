/*
 * Orders of the rows of a set: by one key after the other, from the last to the first.
 */
#include "core/base/order.h"
#include "core/base/stop.h"
#include "core/base/text.h"
#include "core/query/frame_internal.h"

#include <stdlib.h>
#include <string.h>

/* What is missing comes last, whatever the direction. */
#define KEY_MISSING UINT64_MAX

struct sorting {
    const struct making *making;
    const struct row_set *set;
    struct folded *folded; /* NULL: the rows are periods */
    struct arena *scratch;
    struct order order; /* of row numbers */
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
        sorting->order.key[i] = !value_is_number(values[i]) ? KEY_MISSING
                                : is_descending             ? ~key
                                                            : key;
    }
}

static void sort_by(struct sorting *sorting, struct sort_key key)
{
    size_t column = key.kind == SORT_COLUMN
                        ? frame_column(sorting->making->frame, key.column)
                        : SIZE_MAX;

    if (key.kind == SORT_COLUMN && column == SIZE_MAX)
        return;
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
    order_sort(&sorting->order);
}

static void begin(struct sorting *sorting)
{
    for (size_t i = 0; i < sorting->order.count; i++)
        sorting->order.at[i] = (uint32_t)i;
}

static void sort_all(struct sorting *sorting, const struct query *query)
{
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
    uint32_t *rows = into->rows;

    sort_all(&sorting, query);
    if (!rows)
        rows = ARENA_ARRAY(set->arena, uint32_t, set->count);
    if (set->count)
        memcpy(rows, sorting.order.at, set->count * sizeof(*rows));
    *into = (struct row_order){
        .sort = query->sort, .then_count = query->then_count, .rows = rows};
    memcpy(into->then, query->then, sizeof(query->then));
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

const uint32_t *row_set_order(const struct making *making, const struct query *query)
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
    return order->rows;
}
