/*
 * Conversion between currencies, only with rates that the dataset states.
 */
#ifndef CORE_QUERY_CONVERT_H
#define CORE_QUERY_CONVERT_H

#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* Finds units of the dataset's currency for one of `currency`: the rate of the period
 * itself, else of the shortest stated period that contains it (the rate of 2024 serves
 * its months). False when none is stated. */
bool rate_find(const struct dataset *dataset, const char *currency,
               struct period period, double *units);

/* The currencies that the dataset can be shown in, its own first; returns how many. */
size_t currencies_of(const struct dataset *dataset, const char **codes, size_t limit);

/* Whether showing `dataset` in `currency` needs a rate at all. */
bool is_foreign(const struct dataset *dataset, const char *currency);

#endif
