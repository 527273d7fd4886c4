/*
 * Buckets: where a scan (scan.h) keeps the sums of cells that stand together while its
 * rows are of these. They are so few that they stay in the cache, and the sums of two
 * measures lie side by side, so that one addition serves both.
 *
 * Only measures take part whose sums are plain and that have a figure in every row.
 */
#ifndef CORE_QUERY_SCAN_BUCKETS_H
#define CORE_QUERY_SCAN_BUCKETS_H

#include "core/query/scan.h"

enum { BUCKETS_MAX = 4096 };

typedef double bucket_sums __attribute__((vector_size(2 * sizeof(double))));

struct buckets {
    struct scan_cells *cells;
    size_t whole[MEASURE_MAX]; /* the measures that take part */
    size_t whole_count;
    bucket_sums *sum; /* by pair of them and bucket */
    uint8_t *has_rows;
    size_t base; /* the cell of the first bucket */
    size_t count;
};

/* So many buckets, at most BUCKETS_MAX; `whole` and `cells` are set. */
void buckets_new(struct buckets *buckets, size_t count, struct arena *arena);

/* Adds rows from..from + count to the cells base + code of each. */
void buckets_add_codes(struct buckets *buckets, size_t base, const struct codes *codes,
                       size_t from, size_t count);
/* The same to cell[0..count), which are below BUCKETS_MAX. */
void buckets_add_cells(struct buckets *buckets, const uint32_t *cell, size_t from,
                       size_t count);

/* What the buckets hold goes to their cells. */
void buckets_empty(struct buckets *buckets);

#endif
