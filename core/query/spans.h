/*
 * Spans: the same figures in other periods.
 *
 * Quarters and years of months, January and February read together, and the months
 * behind figures of the year to date are all spans: each covers some consecutive
 * periods of the file.
 *
 * The figure of a span is the sum of its periods. When some of them lack, the sum
 * covers only so many, is marked as incomplete, and never compares with a complete one.
 * What is missing in one period makes the sum missing.
 *
 * Of figures of the year to date, the figure of a span is the one stated at its end
 * less the one stated just before it; a span that begins with the year is as published.
 * Source: arithmetic; revised earlier months make a difference differ from the month
 * that was published.
 */
#ifndef CORE_QUERY_SPANS_H
#define CORE_QUERY_SPANS_H

#include "core/base/stop.h"
#include "core/model/dataset.h"

#include <stdbool.h>
#include <stdint.h>

/* Fills `out` (zeroed) with a dataset in these periods, sorted and each once, that
 * shares dimensions, texts and rates with `dataset`, which must outlive it and stay
 * where it is. Measures that are no sums (percent) keep only figures that stand in the
 * file. The spans may overlap; each must be of a frequency that the dataset's adds up
 * to, or of that itself. After a stop (stop.h), which may be NULL, `out` has a part of
 * them, and is only to be closed. */
void spans_new(const struct dataset *dataset, const struct period *spans,
               uint32_t count, struct dataset *out, const struct stop *stop);

/* Frees what spans_new() made, and nothing of the dataset it came from; harmless on a
 * zeroed one. Never use dataset_close() on it. */
void spans_close(struct dataset *out);

/* Whether figures of one frequency add up to another: years, halves, quarters and
 * months do; weeks do not fill years. */
bool frequency_nests(enum frequency fine, enum frequency coarse);

/* The span in periods of `fine`, which nests in its frequency or is the same. */
struct period span_in(struct period span, enum frequency fine);

#endif
