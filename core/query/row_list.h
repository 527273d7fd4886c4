/*
 * Row list: the members that a query may have as rows, whatever figures they have, in
 * the order of the file. Sets of rows of different periods are made from one.
 */
#ifndef CORE_QUERY_ROW_LIST_H
#define CORE_QUERY_ROW_LIST_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct frame_row;
struct making;

struct row_list {
    /* What it is of, in one dimension: */
    size_t level;
    uint32_t within;
    const char *language;
    struct frame_row *rows; /* without what is of a period */
    size_t count;
};

struct row_list *row_list_new(const struct making *making, struct arena *arena);
/* Whether the making's query, of this dimension, has these. */
bool row_list_fits(const struct row_list *list, const struct making *making);

#endif
