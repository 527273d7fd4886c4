/*
 * What several indicators share: how absence spreads.
 */
#ifndef CORE_QUERY_INDICATOR_COMMON_H
#define CORE_QUERY_INDICATOR_COMMON_H

#include "core/model/value.h"

/* Whether both are numbers; if not, *missing is the answer: the absence of the first
 * that lacks. */
static inline bool values_are_numbers(struct value a, struct value b,
                                      struct value *missing)
{
    if (!value_is_number(a))
        *missing = value_missing(a.absence);
    else if (!value_is_number(b))
        *missing = value_missing(b.absence);
    return value_is_number(a) && value_is_number(b);
}

/* The same for sums and differences, where what is rounded to nothing counts as zero:
 * it is turned into a number here. */
static inline bool values_add_up(struct value *a, struct value *b,
                                 struct value *missing)
{
    if (a->absence == ABSENCE_ROUNDED)
        *a = value_derived(0);
    if (b->absence == ABSENCE_ROUNDED)
        *b = value_derived(0);
    return values_are_numbers(*a, *b, missing);
}

/* part / whole in percent; undefined on a base that is zero. */
static inline struct value value_percent(double part, double whole)
{
    return whole != 0 ? value_derived(100 * part / whole)
                      : value_missing(ABSENCE_UNDEFINED);
}

#endif
