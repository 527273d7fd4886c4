/*
 * Between period.c (arithmetic), period_read.c (spellings) and period_words.c only.
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

#endif
