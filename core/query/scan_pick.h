/*
 * The rows of a block that the filters of a scan (scan.h) let through.
 */
#ifndef CORE_QUERY_SCAN_PICK_H
#define CORE_QUERY_SCAN_PICK_H

#include "core/query/scan.h"

enum { SCAN_BLOCK = 1024 };

struct scan_picked {
    size_t count;
    uint32_t row[SCAN_BLOCK];  /* from the block's first row on */
    uint32_t cell[SCAN_BLOCK]; /* where each belongs; the caller's */
};

/* Of rows from..from + count, at most SCAN_BLOCK; there is a filter. */
void scan_pick(struct scan_picked *picked, const struct scan *scan, size_t from,
               size_t count);

#endif
