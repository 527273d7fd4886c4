/*
 * What the rows are parts of, over time, for indicator_input.c: the figures of the
 * whole, and sums of parts where these alone compare.
 */
#ifndef CORE_QUERY_INDICATOR_WHOLE_H
#define CORE_QUERY_INDICATOR_WHOLE_H

#include "core/query/frame_internal.h"

/* One measure, by member and period. */
struct source {
    const struct making *making;
    size_t measure;
    /* NULL: in the currency of the screen; else a function of the same, or the cube. */
    const struct cube *cube;
    struct value (*figure)(const struct making *making, size_t measure, uint32_t member,
                           uint32_t period);
};

/* The figure of the whole: of the member `whole`, or for MEMBER_NONE the sum of the
 * members that have no parent; one that is missing spreads. */
struct value whole_value(const struct source *source, uint32_t whole, uint32_t period);

/* The sum of what is below the member; one that is missing spreads. */
struct value parts_sum(const struct source *source, uint32_t member, uint32_t period);

#endif
