/*
 * Which members of a dimension must have figures, for gaps.c.
 */
#ifndef CORE_MODEL_GAPS_INTERNAL_H
#define CORE_MODEL_GAPS_INTERNAL_H

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

#endif
