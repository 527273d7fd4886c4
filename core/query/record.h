/*
 * Record: where a figure on the screen comes from.
 *
 * For one row of a frame and one measure: the observation that says it, or the members
 * whose figures were summed, or nothing.
 */
#ifndef CORE_QUERY_RECORD_H
#define CORE_QUERY_RECORD_H

#include "core/base/arena.h"
#include "core/query/frame.h"

struct record {
    size_t observation;    /* SIZE_MAX: no single row of the file says it */
    const uint32_t *parts; /* members of the row's dimension that were summed */
    size_t part_count;
};

/* Memory is the arena's. Linear in the observations. */
struct record record_find(const struct frame *frame, const struct frame_row *row,
                          size_t measure, struct arena *arena);

/* The observation of the row whatever the measure; SIZE_MAX for sums. */
size_t record_find_row(const struct frame *frame, const struct frame_row *row);

/* A number that a formula was computed of. */
struct operand {
    const char *name; /* "x of the year before, 2023" */
    struct value value;
};

enum { OPERAND_MAX = 24 };

/* What the value in this column was computed of besides X, M, Xt and Mt, which the
 * formula itself names: the figures of the measure in this and other periods, of the
 * whole, of the world. None for rows that are sums of what is shown. Returns how many;
 * texts are the arena's. */
size_t record_operands(const struct frame *frame, const struct frame_row *row,
                       struct column_spec spec, struct operand out[OPERAND_MAX],
                       struct arena *arena);

/* The two observations of the file, of the year to date, whose difference a figure of
 * origin ORIGIN_DERIVED is; SIZE_MAX where there is none. */
struct record_difference {
    size_t now;
    size_t before;
};

struct record_difference record_difference_find(const struct frame *frame,
                                                const struct frame_row *row);

#endif
