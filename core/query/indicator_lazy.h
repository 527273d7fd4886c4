/*
 * What indicators of many rows have in common, found when one asks for it first: for
 * the files of indicator_input.c.
 */
#ifndef CORE_QUERY_INDICATOR_LAZY_H
#define CORE_QUERY_INDICATOR_LAZY_H

#include "core/query/alike.h"

struct totals {
    bool is_found;
    struct value own;
    struct value world;
};

/* The whole in one period. */
struct whole {
    bool is_found;
    uint32_t period;
    struct value value;
};

struct making_lazy {
    struct arena *arena;
    const struct value *whole[MEASURE_MAX]; /* by period */
    struct whole whole_at[MEASURE_MAX];     /* the last that was asked for */
    /* The last that was asked for: rows mostly have one period. */
    bool has_before;
    uint32_t period;
    uint32_t before;
    /* For RCA: of the exports, with every other dimension whole. */
    enum { NARROWED_UNKNOWN, NARROWED_NOT, NARROWED } narrowed; /* see is_narrowed() */
    bool has_world;
    struct cube world;
    struct totals *totals; /* by period */
    struct making_children children;
    struct alike *alike; /* NULL: nobody asked */
};

/* The whole in all periods; what a row of periods is narrowed to is its own whole. */
const struct value *lazy_whole_series(const struct making *making, size_t measure);
/* The same in one alone: of 100,000 members that is a sum, all periods are many. */
struct value lazy_whole_at(const struct making *making, size_t measure,
                           uint32_t period);

/* NEEDS_BEFORE and NEEDS_WHOLE_BEFORE. */
void input_before(const struct making *making, const struct row_source *row,
                  const struct column_spec *spec, struct indicator_input *input);
/* Of the figures that an indicator with NEEDS_SERIES compares, where they are sums:
 * what compares of them (alike.h). */
void input_alike_series(const struct making *making, const struct row_source *row,
                        const struct column_spec *spec, struct indicator_input *input);
/* The same of two figures; sets them, and what the input says of it. */
bool input_alike(const struct making *making, struct alike *alike,
                 const struct row_source *row, size_t measure,
                 const uint32_t periods[2], struct indicator_input *input);
struct alike *lazy_alike(const struct making *making);
/* NEEDS_REFERENCE */
void input_reference(const struct making *making, const struct row_source *row,
                     struct indicator_reference *reference);

#endif
