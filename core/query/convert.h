/*
 * Conversion between currencies, only with rates that the dataset states.
 */
#ifndef CORE_QUERY_CONVERT_H
#define CORE_QUERY_CONVERT_H

#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* The rate of the period itself, else of the shortest stated period that contains it
 * (the rate of 2024 serves its months); NULL when none is stated. */
const struct rate *rate_of(const struct dataset *dataset, const char *currency,
                           struct period period);

/* An amount of the dataset's currency in the rate's. */
double rate_convert(const struct rate *rate, double amount);

/* What a rate says, as it was stated: "7.12 CNY for one USD, average of 2024". */
const char *rate_words(const struct dataset *dataset, const struct rate *rate,
                       struct arena *arena);

/* "average", "end of period", of all rates of the currency; "" when it is not said, or
 * not the same of all. */
const char *rates_kind(const struct dataset *dataset, const char *currency);

/* "average, 2020 to 2024, CNY for one USD": all rates of the currency. */
const char *rates_words(const struct dataset *dataset, const char *currency,
                        struct arena *arena);

/* Finds units of the dataset's currency for one of `currency` by rate_of(). False when
 * none is stated. */
bool rate_find(const struct dataset *dataset, const char *currency,
               struct period period, double *units);

/* The currencies that the dataset can be shown in, its own first; returns how many. */
size_t currencies_of(const struct dataset *dataset, const char **codes, size_t limit);

/* Whether showing `dataset` in `currency` needs a rate at all. */
bool is_foreign(const struct dataset *dataset, const char *currency);

#endif
