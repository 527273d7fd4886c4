/*
 * Row sets that are kept from one frame to the next, beside the cubes that they are
 * made from (cube_store.h): they go when those do.
 */
#ifndef CORE_QUERY_ROW_STORE_H
#define CORE_QUERY_ROW_STORE_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { ROW_SETS_KEPT = 4, ROW_LISTS_KEPT = 2 };

struct making;
struct row_list;
struct row_set;

struct row_set_kept {
    /* Of the set, and within its own memory: whoever has the store may be copied. */
    struct arena *arena;
    struct row_set *set; /* NULL: none yet */
    size_t used;         /* when it was used last, by the clock of the cubes */
    size_t made;
    bool is_held; /* frames that are alive are made of it */
};

/* Sets do not need the list that they were made from any more. */
struct row_list_kept {
    struct arena arena;
    struct row_list *list; /* NULL: none yet */
    size_t used;
};

/* Zeroed, it is ready. */
struct row_store {
    struct row_list_kept lists[ROW_LISTS_KEPT];
    struct row_set_kept kept[ROW_SETS_KEPT];
};

/* The rows of making->query, from before or new; `now` is later than at every call
 * before. They stay until ROW_SETS_KEPT others were used after them. */
struct row_set *row_store_get(struct row_store *store, const struct making *making,
                              size_t now);
/* The frames of what was used after `begun` are the ones that live; or, when that is
 * not good, what was made after it is dropped. */
void row_store_end(struct row_store *store, size_t begun, bool is_good);
void row_store_clear(struct row_store *store);

#endif
