/*
 * What the files of the aggregates share while a dimension is looked through.
 */
#ifndef CORE_MODEL_AGGREGATES_INTERNAL_H
#define CORE_MODEL_AGGREGATES_INTERNAL_H

#include "core/model/builder_internal.h"
#include "core/model/subtotal_words.h"

enum { COMPARED_MAX = 2 };

struct taker {
    struct builder *builder;
    struct dimension *dimension;
    struct pending_dimension *pending;
    size_t number;
    struct place *places; /* by member; all unknown where the dimension is of none */
    struct subtotal *subtotals; /* by member: what its name says */
    bool *is_free;              /* by member: the file says nothing of its place */
    bool *is_other;             /* by member: what a candidate is compared with */
    size_t measures[COMPARED_MAX];
    size_t measure_count;
    bool has_total;      /* some member stands for all of them */
    bool is_of_order;    /* few enough members for looks at their neighbours */
    uint32_t *rows;      /* observations by member, once they are looked at */
    uint32_t *first_row; /* by member and behind the last one; NULL: not looked at */
};

/* The member of an observation. */
static inline uint32_t taker_member(const struct taker *taker, size_t observation)
{
    return codes_get(&taker->dimension->column, observation);
}

/* Its figure in one of the measures that are compared; NAN: none. */
static inline double taker_figure(const struct taker *taker, size_t compared,
                                  size_t observation)
{
    const struct dataset *dataset = taker->builder->dataset;

    return dataset->measure[taker->measures[compared]].column.data[observation];
}

/* Whether the member has figures that might be added up. */
static inline bool taker_counts(const struct taker *taker, uint32_t number)
{
    return taker->dimension->members[number].has_rows &&
           !taker->dimension->members[number].is_group;
}

/* Whether two observations differ in their member alone. */
bool taker_is_same_cell(const struct taker *taker, size_t a, size_t b);

/* Exports and imports, else the first measure that is no percentage. */
void taker_choose_measures(struct taker *taker);
/* A candidate and the others, in most of its cells: whether it is at least as large as
 * each of them, or there is nothing to compare; and what they add up to. */
enum sums { SUMS_UNKNOWN, SUMS_LESS, SUMS_EQUAL, SUMS_MORE };
struct judgement {
    bool holds_others;
    enum sums sums;
};
struct judgement taker_judge(const struct taker *taker, uint32_t candidate);
/* One figure and a sum: rounding and revisions make no difference. */
enum sums taker_compare(double figure, double sum);
/* By member: its figures together. */
double *taker_weigh(const struct taker *taker);

/* The members that stand just before the candidate, or just behind it, and add up to
 * it; false: none do. */
struct run {
    uint32_t first;
    uint32_t last;
};
/* Whether a member may be in the candidate; the run ends before one that may not. */
typedef bool run_fits(const struct taker *taker, uint32_t candidate, uint32_t member);
/* `fits` NULL: all may. */
bool taker_find_run(struct taker *taker, uint32_t candidate, run_fits *fits,
                    struct run *run);

void taker_take(struct taker *taker, uint32_t number, enum member_taken taken,
                uint32_t beside);
/* The member is what those of the run add up to. */
void taker_take_run(struct taker *taker, uint32_t number, struct run run);
/* Blocs, subtotals and what stands beside them, in this order: first those whose names
 * say it, since they are no parts of anything. */
void taker_take_subtotals(struct taker *taker);
void taker_take_blocs(struct taker *taker);
/* The others add up to more than this total: those that the ones beside them add up to.
 */
void taker_take_nested(struct taker *taker, uint32_t total);
/* Those that overlap and that no country stands beside. */
void taker_take_overlapping(struct taker *taker);
/* Whether `part` belongs to the bloc: a country of it, or a smaller bloc. Of two names
 * of one bloc the first is the part. */
bool taker_is_within(const struct taker *taker, uint32_t bloc, uint32_t part);

#endif
