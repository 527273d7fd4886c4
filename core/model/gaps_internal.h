/*
 * Which members of a dimension must have figures, and what these add up to, for gaps.c.
 */
#ifndef CORE_MODEL_GAPS_INTERNAL_H
#define CORE_MODEL_GAPS_INTERNAL_H

#include "core/base/sum.h"
#include "core/model/dataset.h"

/* A dimension in which some members with parts have figures of their own, or stand
 * beside others that have. */
struct mixed {
    size_t dimension;
    const uint32_t *up;    /* by member: what it is a part of; MEMBER_NONE */
    const uint8_t *height; /* by member: how many such steps lie below it */
};

/* False when there is nothing to fill in along the dimension. */
bool mixed_new(const struct dataset *dataset, size_t dimension, struct mixed *mixed,
               struct arena *arena);

/* A figure, or a sum in the making. */
struct term {
    struct sum sum;
    uint32_t covered;
    enum absence absence; /* ABSENCE_NO_ROW: nothing so far */
    bool has_number;
    bool has_total; /* some of it is a published total */
};

/* Of one observation. */
struct term term_of(const struct dataset *dataset, size_t measure, size_t observation);
bool term_is_empty(const struct term *term);
bool term_is_number(const struct term *term);
void term_add(struct term *into, const struct term *term);
/* Whether it goes before the other, of two sums for the same figure. */
bool term_is_better(const struct term *term, const struct term *than);

#endif
