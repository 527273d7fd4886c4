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
    bool has_total;   /* some member stands for all of them */
    bool is_of_order; /* few enough members for looks at their neighbours */
};

/* Exports and imports, else the first measure that is no percentage. */
void taker_choose_measures(struct taker *taker);
/* Whether the candidate is at least as large as each of the others, in more cases than
 * it is not, or there is nothing to compare. */
bool taker_holds_others(const struct taker *taker, uint32_t candidate);

/* What the others add up to in most cells of the candidate. */
enum sums { SUMS_UNKNOWN, SUMS_LESS, SUMS_EQUAL, SUMS_MORE };
enum sums taker_compare_sums(const struct taker *taker, uint32_t candidate);
/* The same of one figure and a sum: rounding and revisions make no difference. */
enum sums taker_compare(double figure, double sum);
/* By member: its figures together. */
double *taker_weigh(const struct taker *taker);

/* The members that stand just before the candidate, or just behind it, and add up to
 * it; false: none do. */
struct run {
    uint32_t first;
    uint32_t last;
};
bool taker_find_run(const struct taker *taker, uint32_t candidate, struct run *run);

void taker_take(struct taker *taker, uint32_t number, enum member_taken taken,
                uint32_t beside);
/* Blocs, subtotals and what stands beside them, in this order: first those whose names
 * say it, since they are no parts of anything. */
void taker_take_subtotals(struct taker *taker);
void taker_take_blocs(struct taker *taker);
bool taker_is_of_reporters(const struct taker *taker);

#endif
