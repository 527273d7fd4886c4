/*
 * Between spans.c (figures), spans_table.c (sums in the order of the file),
 * spans_runs.c (the observations in order) and spans_find.c (which periods a span has)
 * only.
 */
#ifndef CORE_QUERY_SPANS_INTERNAL_H
#define CORE_QUERY_SPANS_INTERNAL_H

#include "core/base/stop.h"
#include "core/base/sum.h"
#include "core/model/dataset.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Observations between two looks at the stop. */
enum { SPANS_BLOCK = 4096 };

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

/* The observations of the same members: one run each, numbered by their first in the
 * file. */
struct runs {
    const struct dataset *dataset;
    const struct stop *stop;
    uint32_t count;
    const uint32_t *run; /* by observation */
    /* Once runs_sort() was called: */
    const uint32_t *order; /* observations by run, then by period; NULL: not yet */
    const uint32_t *first; /* of each run, and the end of the last: places in `order` */
};

/* After a stop they are not all there, and only to be thrown away. */
struct runs runs_new(const struct dataset *dataset, const struct stop *stop,
                     struct arena *arena);
void runs_sort(struct runs *runs, struct arena *arena);

/* The index of the observation's period. */
int32_t runs_index(const struct runs *runs, uint32_t observation);
const uint32_t *runs_begin(const struct runs *runs, uint32_t run);
const uint32_t *runs_end(const struct runs *runs, uint32_t run);
/* The first observation of the run whose period has this index or a later one. */
const uint32_t *runs_find(const struct runs *runs, uint32_t run, int32_t index);

/* What one figure of a measure has collected. */
struct span_tally {
    struct sum sum;
    uint32_t covered; /* periods that the file has anything of */
    uint8_t absence;  /* enum absence: the strongest reason why there is none */
    bool has_number;
};

/* One observation of the new dataset. */
struct span_group {
    uint32_t from; /* the observation that it takes its members and line from */
    bool has_any;
    enum origin origin;
    struct span_tally tally[MEASURE_MAX];
};

static inline enum absence span_absence(const struct measure *measure, size_t i)
{
    return (enum absence)codes_get_sparse(&measure->absence, i);
}

/* Whether the observation says anything of the measure. */
static inline bool span_says(const struct measure *measure, size_t i)
{
    return !isnan(measure->column.data[i]) ||
           span_absence(measure, i) != ABSENCE_NO_ROW;
}

/* The observation's figure; it counts for so many periods. */
static inline void span_add(struct span_tally *tally, const struct measure *measure,
                            size_t i, int32_t periods)
{
    double number = measure->column.data[i];

    if (!span_says(measure, i))
        return;
    tally->covered += (uint32_t)periods;
    if (!isnan(number)) {
        sum_add(&tally->sum, number);
        tally->has_number = true;
    } else if (tally->absence < span_absence(measure, i)) {
        tally->absence = (uint8_t)span_absence(measure, i);
    }
}

/* The sums of all runs in all spans at once. */
struct span_table {
    uint32_t run_count;
    size_t measure_count;
    uint32_t *from; /* [span * run_count + run], see struct span_group; from 1 */
    struct span_tally *tally; /* the same, by measure */
};

/* False where sums need the observations in order, or the table would be larger than
 * they are. */
bool span_table_new(const struct runs *runs, const struct span *spans, uint32_t count,
                    struct span_table *table, struct arena *arena);
/* Whether the file has anything of the span for this run. */
bool span_table_get(const struct span_table *table, uint32_t span, uint32_t run,
                    struct span_group *group);

#endif
