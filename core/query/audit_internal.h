/*
 * What the audits share: the index of the observations, words, and how a finding is
 * said. For core/query/audit*.c only.
 */
#ifndef CORE_QUERY_AUDIT_INTERNAL_H
#define CORE_QUERY_AUDIT_INTERNAL_H

#include "core/base/stop.h"
#include "core/query/audit.h"

#define OBSERVATION_NONE UINT32_MAX

enum { AUDIT_CHECK_MAX = 8 };

struct audit;
struct audit_index; /* made by audit_index() */

/* One family of checks. */
struct audit_ops {
    const struct audit_check *checks;
    size_t check_count; /* at most AUDIT_CHECK_MAX */
    void (*run)(struct audit *audit);
};

#define X(name) extern const struct audit_ops audit_##name;
AUDITS(X)
#undef X

struct audit {
    const struct dataset *dataset;
    const char *language;    /* of names and words: the program's */
    struct arena *arena;     /* of the report */
    struct arena *scratch;   /* of one family's run */
    const struct stop *stop; /* ends it early; NULL: nothing does */
    struct audit_index *index;
    const uint32_t *first_of; /* of each period, its first observation */
    const struct audit_ops *ops;
    size_t found[AUDIT_CHECK_MAX]; /* by check of the family that runs */
    struct finding *findings;
    size_t count;
    size_t capacity;
};

/* Whether the checks are to leave their loops; what they find then is thrown away. */
static inline bool audit_stops(const struct audit *audit)
{
    return stop_is_wanted(audit->stop);
}

/* Says a finding of the running family's check `number` about an observation;
 * OBSERVATION_NONE: about the file. The format is a text to translate (po.am). */
void audit_find(struct audit *audit, size_t number, size_t observation,
                const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same at a place. */
void audit_find_at(struct audit *audit, size_t number, struct source_pos at,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));
/* When no more findings of this check are kept, counts one and returns true: spares the
 * making of words. */
bool audit_count_only(struct audit *audit, size_t number);

/* The index. */
void audit_index(struct audit *audit, struct arena *arena);
/* The observation like this one but for its member of one dimension, OBSERVATION_NONE
 * when there is none. */
uint32_t audit_lookup(const struct audit *audit, size_t observation, size_t dimension,
                      uint32_t replacement);
/* The observation one period earlier, or a year earlier; OBSERVATION_NONE. */
uint32_t audit_before(const struct audit *audit, size_t observation);
uint32_t audit_year_before(const struct audit *audit, size_t observation);
/* The first period of the dataset that does not begin before this one, period_count
 * when there is none. */
uint32_t audit_period_from(const struct audit *audit, struct period period);
/* Numbers the observations by everything but one dimension: those that differ only
 * there share a number. Returns how many numbers there are. */
uint32_t audit_groups(const struct audit *audit, size_t dimension, uint32_t *group);

/* Members of one dimension by their observation. */
static inline uint32_t audit_member(const struct audit *audit, size_t dimension,
                                    size_t observation)
{
    return codes_get(&audit->dataset->dimension[dimension].column, observation);
}

/* For each observation the one that stands for the nearest ancestor of its member of
 * `dimension`, OBSERVATION_NONE at the top and for groups. `up` has a place for each.
 */
void audit_parents(const struct audit *audit, size_t dimension, uint32_t *up);

/* A growth is in no sum and has no unit that could change. */
bool audit_is_amount(const struct measure *measure);
/* One unit of the last digit that the file writes, in the column's own numbers. */
double audit_last_digit(const struct measure *measure);
/* The power of ten of the column's own numbers, in base units. */
int audit_exponent(const struct measure *measure);

/* Words, in the arena of the report. */
/* A number of the column as the file writes it: "702,799.4". */
const char *audit_figure(const struct audit *audit, const struct measure *measure,
                         double number);
/* "CNY 10^4". */
const char *audit_unit(const struct audit *audit, const struct measure *measure);
/* "exports"; "partner". */
const char *audit_measure(const struct audit *audit, const struct measure *measure);
const char *audit_dimension(const struct audit *audit, size_t dimension);
/* "Africa (AFRICA)", or the code alone. */
const char *audit_member_words(const struct audit *audit, size_t dimension,
                               uint32_t member);
/* "Africa (AFRICA), 2024": the members of an observation and its period. */
const char *audit_what(const struct audit *audit, size_t observation);
const char *audit_period(const struct audit *audit, uint32_t period);
/* "0.0003 %": a part of a whole, with as many decimals as it needs. */
const char *audit_percent(const struct audit *audit, double part, double whole);
/* A text of the file, cut to a length that fits into a sentence. */
const char *audit_text(const struct audit *audit, const char *text);
/* "; and 3 more", "" for none. */
const char *audit_more(const struct audit *audit, size_t count);

#endif
