/*
 * What the files of the aggregates share while a dimension is looked through.
 */
#ifndef CORE_MODEL_AGGREGATES_INTERNAL_H
#define CORE_MODEL_AGGREGATES_INTERNAL_H

#include "core/model/builder_internal.h"

enum { COMPARED_MAX = 2 };

struct taker {
    struct builder *builder;
    struct dimension *dimension;
    struct pending_dimension *pending;
    size_t number;
    struct place *places; /* by member; all unknown where the dimension is of none */
    bool *is_free;        /* by member: the file says nothing of its place */
    bool *is_other;       /* by member: what a candidate is compared with */
    size_t measures[COMPARED_MAX];
    size_t measure_count;
};

/* Exports and imports, else the first measure that is no percentage. */
void taker_choose_measures(struct taker *taker);
/* Whether the candidate is at least as large as each of the others, in more cases than
 * it is not, or there is nothing to compare. */
bool taker_holds_others(const struct taker *taker, uint32_t candidate);

#endif
