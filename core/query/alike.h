/*
 * Alike: what compares of figures that are sums, in several periods.
 *
 * Where reporters come and go, sums of two periods are of different ones, and their
 * growth would be that of the list. So it is of those that the file has figures of in
 * all the periods: reporters with a row of the measure anywhere in each; of a file that
 * has not several of them, partners. What a reporter that is there does not list is no
 * trade, and so are products without a row: their codes come and go with the trade.
 */
#ifndef CORE_QUERY_ALIKE_H
#define CORE_QUERY_ALIKE_H

#include "core/query/frame_internal.h"

struct alike;

/* A figure in some periods. */
struct alike_sum {
    const uint32_t *periods; /* numbers of the dataset's periods */
    size_t count;
    struct value *values; /* by their order */
    size_t compared;      /* members that are in all of them, */
    size_t listed;        /* and in any */
    size_t dimension;     /* whose members these are */
};

/* The dimension whose members are looked at: who reports, where several do, else the
 * first places that there are; SIZE_MAX: none. */
size_t alike_dimension(const struct dataset *dataset);

/* For a dataset with the making's dimensions: its own, or dataset->same. */
struct alike *alike_new(const struct dataset *dataset, struct arena *arena);

/* Whether the row's figure adds up other members in some of the periods than in others;
 * if so the values are sums of those that are in all of them. Where two of these are
 * still not of one whole, their bases differ. */
bool alike_find(const struct making *making, struct alike *alike,
                const struct row_source *row, size_t measure, struct alike_sum *sum);

/* The cubes, by measure, that leave out what is hidden behind the rows and does not
 * compare; NULL where that is nothing. Counts what they compare. */
const struct cube *alike_cubes(const struct making *making, struct alike *alike,
                               size_t measure, struct alike_sum *sum);

#endif
