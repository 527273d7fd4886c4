/*
 * Column work: a column of many rows that differ in a few figures alone.
 *
 * What an indicator looks at is prepared once, and what changes from row to row is
 * taken from cubes. It gives what making_input_column() would; where that looks
 * further, the row is not plain and left to it.
 */
#ifndef CORE_QUERY_COLUMN_WORK_H
#define CORE_QUERY_COLUMN_WORK_H

#include "core/query/frame_internal.h"

struct column_work {
    const struct making *making;
    const struct indicator_ops *ops;
    bool is_plain;        /* else all that is below is empty */
    bool has_others;      /* whether rows were left out */
    struct value *values; /* by row of the set; NULL: to be had */
    struct indicator_input input;
    /* By member; NULL: what the input has. */
    const struct value *exports;
    const struct value *imports;
    const struct value *figure;
    const struct value *before;
    const struct value *published;
    /* Both, of what compares where that is not all (alike.h). */
    const struct value *alike;
    const struct value *alike_before;
    size_t compared;
};

struct column_work column_work_new(const struct making *making,
                                   const struct frame_column *column);

/* Whether the row is one that column_work_run() computes. */
bool column_work_has(const struct column_work *work, const struct frame_row *row);

/* Fills the values of those. */
void column_work_run(struct column_work *work);

#endif
