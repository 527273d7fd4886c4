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

#endif
