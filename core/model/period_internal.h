/*
 * Between period.c (arithmetic), period_read.c (spellings), period_months.c and
 * period_words.c only.
 */
#ifndef CORE_MODEL_PERIOD_INTERNAL_H
#define CORE_MODEL_PERIOD_INTERNAL_H

#include "core/model/period.h"

/* The part-th (from 1) period of a year; false when the year has no such part. */
bool period_make(struct period *period, enum frequency frequency, int year, int part);
bool period_make_day(struct period *period, int year, int month, int day);

/* The year, and which of its parts (from 1); of a day, its month and day. Of several
 * joined, the first. */
struct period_parts {
    int year;
    int part;
    int day;
};

struct period_parts period_parts(struct period period);

/* The bytes of a month's name at `at`, in full or as it is usual for short, and of the
 * dot behind it; the next letter, if any, is no part of it. 0: there is none. */
size_t period_month_name(const char *at, const char *end, int *month);

#endif
