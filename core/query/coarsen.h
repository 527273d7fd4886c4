/*
 * Coarsen: which spans (spans.h) a dataset is asked for.
 *
 * Coarser periods, the months of figures of the year to date, and a range of periods,
 * the same in every year. All are closed with spans_close(), also after a stop, which
 * leaves a part of them.
 */
#ifndef CORE_QUERY_COARSEN_H
#define CORE_QUERY_COARSEN_H

#include "core/query/spans.h"

#include <stdbool.h>
#include <stdint.h>

/* The dataset in periods of a coarser frequency; false when the file's do not add up to
 * them. */
bool coarsen(const struct dataset *dataset, enum frequency frequency,
             struct dataset *out, const struct stop *stop);

/* The months (quarters, ...) behind figures of the year to date. Where the file leaves
 * out one of them, January above all, the next stands for both: 2024-01..02. False when
 * the file has no such figures. */
bool coarsen_to_single(const struct dataset *dataset, struct dataset *out,
                       const struct stop *stop);

/* Whether the file has anything of the range, and its periods add up to it. */
bool range_fits(const struct dataset *dataset, struct period range);

/* This range of periods and the same one of every other year, of as much as the file
 * has of them. False when it does not fit. */
bool coarsen_to_range(const struct dataset *dataset, struct period range,
                      struct dataset *out, const struct stop *stop);

#endif
