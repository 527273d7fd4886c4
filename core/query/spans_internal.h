/*
 * Between spans.c (figures), spans_runs.c (the observations in order) and spans_find.c
 * (which periods a span has) only.
 */
#ifndef CORE_QUERY_SPANS_INTERNAL_H
#define CORE_QUERY_SPANS_INTERNAL_H

#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A span in periods of the file. */
struct span {
    struct period fine;
    struct period *segments; /* of figures of the year to date: its part of each year */
    size_t segment_count;
};

struct span *spans_find(const struct dataset *dataset, const struct period *periods,
                        uint32_t count, struct arena *arena);

/* The part of each span that the file has periods of: the span itself when that is all
 * of it, or when the part has a hole. */
const struct period *spans_like(const struct dataset *dataset,
                                const struct period *periods, uint32_t count,
                                struct arena *arena);

/* The spans, sorted, that a growth of `out` needs and that are no periods of it: the
 * same of the year before, and both where the file has only a part. */
struct period *spans_wanted(const struct dataset *dataset, const struct dataset *out,
                            struct arena *arena, uint32_t *count);

/* Whether nothing of the year comes before the period. */
bool is_first_of_year(struct period period);

/* The observations of the same members, in the order of their periods: one run each. */
struct runs {
    const struct dataset *dataset;
    uint32_t count;
    const uint32_t *order; /* observations */
    const uint32_t *first; /* of each run, and the end of the last: places in `order` */
};

struct runs runs_new(const struct dataset *dataset, struct arena *arena);

/* The index of the observation's period. */
int32_t runs_index(const struct runs *runs, uint32_t observation);
const uint32_t *runs_begin(const struct runs *runs, uint32_t run);
const uint32_t *runs_end(const struct runs *runs, uint32_t run);
/* The first observation of the run whose period has this index or a later one. */
const uint32_t *runs_find(const struct runs *runs, uint32_t run, int32_t index);

#endif
