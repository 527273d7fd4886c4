/*
 * Scan: measures added up over all observations, by cell; a cell is a member of one
 * dimension in one period.
 *
 * Files are sorted by something, so most rows belong to the cell of the row before:
 * equal codes are passed eight bytes at a time, and what lies in between is added up
 * without asking row by row where it belongs. Where no two rows are alike, rows are
 * taken one by one. Above a size threads share the rows; whole numbers add up to the
 * same whatever their order, and so whatever the number of threads.
 */
#ifndef CORE_QUERY_SCAN_H
#define CORE_QUERY_SCAN_H

#include "core/base/stop.h"
#include "core/base/sum.h"
#include "core/model/dataset.h"

/* Only observations whose code is in the set count. */
struct scan_filter {
    const struct codes *codes;
    const bool *is_in; /* by code */
    bool is_one;       /* `one` alone is in the set; else nothing is said */
    uint32_t one;
};

struct scan {
    const struct dataset *dataset;
    const struct codes *member; /* NULL: all observations are of member 0 */
    uint32_t member_count;
    struct scan_filter filter[DIMENSION_MAX];
    size_t filter_count;
    const struct stop *stop; /* NULL: nothing ends it early */
    size_t threads;          /* 0: as many as are worth it */
};

/* What a measure adds up to, by [period * member_count + member]. */
struct scan_cells {
    const struct measure *measure;
    struct sum *sum;
    uint8_t *has_number;
    uint8_t *absence; /* enum absence; see absence_joined() */
};

/* Fills cells[0..count), whose `measure` is set; memory is the arena's. */
void scan_run(const struct scan *scan, struct scan_cells *cells, size_t count,
              struct arena *arena);

/* Where an observation belongs, and whether it counts. */
size_t scan_cell(const struct scan *scan, size_t observation);
bool scan_has(const struct scan *scan, size_t observation);

#endif
