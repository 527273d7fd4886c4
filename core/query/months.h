/*
 * Months from year-to-date figures.
 *
 * Some tables give January to m of each year. The month is the difference of two of
 * them in the same year; the first is itself. Where the one before lacks, so does the
 * month. Source: arithmetic; revised earlier months make it differ from a published
 * month.
 */
#ifndef CORE_QUERY_MONTHS_H
#define CORE_QUERY_MONTHS_H

#include "core/model/dataset.h"

#include <stdbool.h>

/* Turns the columns of a dataset that is_ytd into figures of single periods, in place,
 * right after it was loaded; is_ytd is false afterwards. Does nothing to others. */
void months_from_year_to_date(struct dataset *dataset);

#endif
