/*
 * Periods: a year, half-year, quarter, month, ISO week or day as one integer; or one
 * that nothing tells, which neither contains nor is in any other.
 *
 * Periods of one frequency are consecutive integers, so growth on the year
 * before, steps and gaps are arithmetic. Several consecutive ones may be joined into
 * one, January and February for instance: 2024-01..02.
 */
#ifndef CORE_MODEL_PERIOD_H
#define CORE_MODEL_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum frequency {
    FREQUENCY_YEAR,
    FREQUENCY_HALF,
    FREQUENCY_QUARTER,
    FREQUENCY_MONTH,
    FREQUENCY_WEEK,
    FREQUENCY_DAY,
    FREQUENCY_UNDATED, /* a file that tells no period: all of it is one */
    FREQUENCY_COUNT
};

/* index: year; 2 * year + half - 1; 4 * year + quarter - 1; 12 * year + month - 1;
 * ISO weeks since the week of 1970-01-01; days since 1970-01-01; 0 when undated. */
struct period {
    enum frequency frequency;
    int32_t index; /* of the first one, when several are joined */
    int32_t more;  /* how many are joined to it; 0 for a single period */
};

/* Years are 1000 to 2999. Understands 2024, 2024-H1 2024H1 2024-S1, 2024-Q3
 * 2024Q3 2024/Q3 Q3 2024 Q3/24 3Q2024 2024-T3, 2024-07 202407 2024M07 2024-M07 2024.07
 * 2024/07 07-2024 Jul-2024 Jul 2024 July 2024 Jul-24 Jul/24, 2024-W27 2024W27,
 * 2024-07-15 20240715 15-Jul-2024; undated. Months by their names in English, German,
 * French, Spanish, Italian and Portuguese, in full or for short: "janv. 2024", "enero
 * de 2024" (period_months.c). Returns false for anything else. */
bool period_read(const char *text, size_t length, struct period *period);

/* Understands a single period, or FIRST..LAST of one frequency (the second part may be
 * shortened, 2024-01..02); first and last are equal for a single one. */
bool period_read_range(const char *text, size_t length, struct period *first,
                       struct period *last);

/* What period_show() writes: one, or FIRST..LAST joined into one. */
bool period_read_joined(const char *text, struct period *period);

/* The canonical spelling of a period that is not said. */
#define PERIOD_UNDATED "undated"

enum { PERIOD_SHOWN_MAX = 64 };

/* Writes the canonical spelling: 2024, 2024-H1, 2024-Q3, 2024-07, 2024-W27,
 * 2024-07-15, undated; joined 2024-01..02, 2023-11..2024-02. Returns `out`. */
char *period_show(char out[PERIOD_SHOWN_MAX], struct period period);

/* The same for a person, in the language in force (translate.h): 2024-07 in English is
 * 2024年7月 in Chinese. Nothing reads it again. Returns `out`. */
char *period_words(char out[PERIOD_SHOWN_MAX], struct period period);

/* Likewise which part of a year it is: "Jan", "Jan-Sep", "Q1-Q2"; all of it for years,
 * weeks and days. Returns `out`. */
char *period_part_words(char out[PERIOD_SHOWN_MAX], struct period period);

/* The year that a period, or the first of those joined, is in; 0 of an undated one. */
int period_year(struct period period);

/* All from `first` to `last`, which are of one frequency, as one. */
struct period period_join(struct period first, struct period last);
/* The last of those joined. */
struct period period_last(struct period period);

/* The same period of the year before; false for weeks and days that the year
 * before did not have (W53, 29 February), and for an undated one. */
bool period_year_before(struct period period, struct period *before);

/* Whether the period begins within first .. last, which may be of another frequency:
 * 2024-07 is in 2024 .. 2024. */
bool period_is_in(struct period period, struct period first, struct period last);

/* Whether all of `inner` is within `outer`, which may be of another frequency. */
bool period_contains(struct period outer, struct period inner);

/* Whether the first day of `period` is later than that of `other`. */
bool period_begins_after(struct period period, struct period other);

/* Orders by start, the longer first. */
int period_compare(struct period a, struct period b);
bool period_equal(struct period a, struct period b);

/* "annual", "monthly", ..., in the language in force. */
const char *frequency_adjective(enum frequency frequency);
/* "year", "month", ..., as the command line has them; for a person by way of
 * C_("period", noun). */
const char *frequency_noun(enum frequency frequency);
/* "month" or "months", what `count` of them are called in the language in force. */
const char *frequency_words(enum frequency frequency, unsigned long count);

#endif
