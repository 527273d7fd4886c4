/*
 * Between period.c (arithmetic) and period_read.c (spellings) only.
 */
#ifndef CORE_MODEL_PERIOD_INTERNAL_H
#define CORE_MODEL_PERIOD_INTERNAL_H

#include "core/model/period.h"

/* The part-th (from 1) period of a year; false when the year has no such part. */
bool period_make(struct period *period, enum frequency frequency, int year, int part);
bool period_make_day(struct period *period, int year, int month, int day);

#endif
