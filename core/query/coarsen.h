/*
 * Coarser periods: months as quarters, half-years and years, days as months.
 *
 * A coarser figure is the sum of the finer ones. When some of them lack, the sum covers
 * only so many, is marked as incomplete, and never compares with a complete one. What
 * is missing in one finer period makes the sum missing.
 */
#ifndef CORE_QUERY_COARSEN_H
#define CORE_QUERY_COARSEN_H

#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether figures of one frequency add up to another: years, halves, quarters and
 * months do; weeks do not fill years. */
bool frequency_nests(enum frequency fine, enum frequency coarse);

/* Fills `out` (zeroed) with a dataset of coarser periods that shares dimensions, texts
 * and rates with `dataset`, which must outlive it. Measures that are no sums (percent)
 * are left without figures. False when the frequencies do not nest, or when the figures
 * are of the year to date, which are sums already. */
bool coarsen(const struct dataset *dataset, enum frequency frequency,
             struct dataset *out);

/* Frees what coarsen() made, and nothing of the dataset it came from; harmless on a
 * zeroed one. Never use dataset_close() on it. */
void coarsen_close(struct dataset *out);

#endif
