/*
 * What several indicators share: how absence spreads, and arithmetic of periods.
 */
#ifndef CORE_QUERY_INDICATOR_COMMON_H
#define CORE_QUERY_INDICATOR_COMMON_H

#include "core/model/value.h"
#include "core/query/indicator_input.h"

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

/* values_are_numbers() for figures of two periods: incomplete ones do not compare, nor
 * a sum with what was published or added up otherwise. */
static inline bool values_compare(struct value now, struct value before,
                                  struct value *missing)
{
    *missing = value_missing(ABSENCE_UNDEFINED);
    return values_are_numbers(now, before, missing) && !now.covered &&
           !before.covered && now.basis == before.basis;
}

/* In sums, what is rounded to nothing counts as zero. */
static inline struct value value_term(struct value value)
{
    return value.absence == ABSENCE_ROUNDED ? value_derived(0) : value;
}

/* values_are_numbers() for sums and differences: rounded ones are turned into zeros. */
static inline bool values_add_up(struct value *a, struct value *b,
                                 struct value *missing)
{
    *a = value_term(*a);
    *b = value_term(*b);
    return values_are_numbers(*a, *b, missing);
}

/* Whether exports and imports are of one whole: a published total and the sum of some
 * rows are not. */
static inline bool flows_are_alike(struct value exports, struct value imports)
{
    return !value_is_number(exports) || !value_is_number(imports) ||
           exports.basis == imports.basis;
}

/* values_add_up() for the two flows. */
static inline bool flows_add_up(struct value *exports, struct value *imports,
                                struct value *missing)
{
    bool are_alike = flows_are_alike(*exports, *imports);

    *missing = value_missing(ABSENCE_UNDEFINED);
    return are_alike && values_add_up(exports, imports, missing);
}

/* part / whole in percent; undefined on a base that is zero. */
static inline struct value value_percent(double part, double whole)
{
    return whole != 0 ? value_derived(100 * part / whole)
                      : value_missing(ABSENCE_UNDEFINED);
}

/* The same for a part, which is not below zero: a correction has no share. */
static inline struct value value_part_of(double part, double whole)
{
    return part >= 0 && whole > 0 ? value_derived(100 * part / whole)
                                  : value_missing(ABSENCE_UNDEFINED);
}

/* Growth in percent; undefined on a base that is zero or negative, and between figures
 * that are incomplete. */
struct value value_growth(struct value now, struct value before);

/* How many periods of this kind make a year; 0 when that varies (weeks, days). */
int32_t periods_per_year(enum frequency frequency);

/* Which part of its year the period is, from 0: July is 6. */
int32_t period_part(struct period period);

/* Whether nothing lies between the two. */
bool period_follows(struct period period, struct period before);

/* The sum of `count` consecutive periods up to and with `last`; a gap, a missing figure
 * or a break in the series makes it missing. */
struct value window_sum(const struct indicator_input *input, uint32_t last,
                        int32_t count);

/* Where an average growth starts: the base, or in months and quarters the first period
 * from it on that is of the same part of the year as the row's. False when that is the
 * row's own period, or none. */
bool average_span(const struct indicator_input *input, uint32_t *start, int32_t *years);

/* (part / whole) / (world_part / world_whole); see struct indicator_reference. */
struct value reference_ratio(const struct indicator_reference *reference);

#endif
