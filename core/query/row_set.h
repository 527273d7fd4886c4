/*
 * Row set: all rows of a lens before anything is filtered, sorted or cut, and what was
 * found of them.
 *
 * Which rows there are, and their figures, follows from the dataset and a part of the
 * query: dimension, level, narrowing, periods, currency, language. Filter, sort, limit
 * and marks only say which of them are shown, and where. So a set is made once; its
 * columns, and orders of its rows, are found when somebody asks for them first. Frames
 * have copies of its rows, in their order, and share what these point to.
 *
 * A set belongs to the store that it was made for (row_store.h), or to the arena of the
 * one frame without a store. It is for the frames that are made of it, by one thread.
 * While a stop is wanted (stop.h) nothing that is found is kept.
 */
#ifndef CORE_QUERY_ROW_SET_H
#define CORE_QUERY_ROW_SET_H

#include "core/query/cube.h"
#include "core/query/frame.h"
#include "core/query/row_list.h"

/* Each with its place among all rows; more make the one that was used longest ago go.
 */
enum { ROW_ORDERS_KEPT = 6 };

/* A column of all rows. */
struct row_column {
    struct column_spec spec;
    const struct value *values; /* by row */
    const char *title;          /* as the rows made it; NULL: as the frame has it */
    uint32_t base;              /* see struct frame_column */
    struct frame_extremes extremes;
};

/* The rows by some keys: one after the other. */
struct row_order {
    struct sort_key sort;
    struct sort_key then[SORT_THEN_MAX];
    size_t then_count;
    uint32_t *rows; /* numbers of rows from 0, the first one first; NULL: none yet */
    uint64_t *keys; /* of these, by `sort`: equal ones have one rank */
    size_t used;
};

/* What all rows leave of the whole, by measure. */
struct row_rest {
    bool is_found;
    bool is_left; /* whether there is anything */
    const struct value *figures;
};

struct row_set {
    struct arena *arena; /* of all that is found later, too */
    /* What it is of: */
    struct query query;
    const char *words; /* the language of texts in force, by one of them */
    /* The rows in the order of the file, and their numbers from 1 by member or period;
     * 0: no row. */
    struct frame_row *rows;
    size_t count;
    uint32_t *number;
    size_t things;            /* members or periods */
    const bool *has_children; /* by member; NULL: nobody asked */
    /* See struct making. */
    uint32_t whole;
    struct value *whole_figures;
    struct making_lazy *lazy;
    struct making_ranks *ranks;
    struct making_spans *spans;
    struct row_rest rest;
    bool has_one_sided;
    size_t one_sided; /* see struct frame */
    struct row_column *columns[AVAILABLE_MAX];
    size_t column_count;
    struct row_order orders[ROW_ORDERS_KEPT];
    size_t uses;
};

struct making;

/* Makes the rows of making->query, with memory of the arena, which must live as long as
 * the set. The making has cubes and flows; the list is of its query, NULL where the
 * rows are periods. */
struct row_set *row_set_new(const struct making *making, const struct row_list *list,
                            struct arena *arena);

/* Whether the making's query wants these very rows; its cubes are those of the set. */
bool row_set_fits(const struct row_set *set, const struct making *making);

/* The number of the row that is this member, or this period, from 1; 0: none. */
uint32_t row_set_find(const struct row_set *set, uint32_t thing);

/* Of nothing yet, and of one value more. */
struct frame_extremes extremes_new(void);
void extremes_add(struct frame_extremes *extremes, const struct value *value);

/* The values of a column that the making's frame has. */
const struct row_column *row_set_column(const struct making *making,
                                        const struct frame_column *column);

/* All rows by `sort` of the query and its further keys (row_order.c); what these do not
 * part goes by name, then by the place in the file. Until ROW_ORDERS_KEPT others were
 * asked for. */
const struct row_order *row_set_order(const struct making *making,
                                      const struct query *query);

/* The key of a figure that is missing: it comes last, whatever the direction. */
#define ROW_KEY_MISSING UINT64_MAX

#endif
