/*
 * A sum of members in several periods at once, of those alone that compare (alike.h).
 *
 * It goes down from a member: what is a figure of its own in all periods is taken, of
 * anything else what lies below it.
 */
#ifndef CORE_QUERY_ALIKE_WALK_H
#define CORE_QUERY_ALIKE_WALK_H

#include "core/query/alike.h"

struct alike_walk {
    const struct making *making;
    const struct dataset *dataset;
    const struct dimension *dimension; /* of the cube's members */
    const struct cube *cube;
    struct making_children children;
    const bool *is_gone; /* NULL: members are taken as they are */
    size_t measure;
    struct alike_sum *sum;
    struct sum *sums; /* by period */
    bool is_mixed;    /* what was added is not of one basis */
    size_t compared;
    size_t left_out;
};

/* From the member, or for MEMBER_NONE from all that have no parent; fills the values of
 * walk->sum. */
void alike_walk(struct alike_walk *walk, uint32_t member);

/* In how many of the periods the cube has something of the member. */
size_t alike_times(const struct cube *cube, uint32_t member, const uint32_t *periods,
                   size_t count);

/* Whether each of them has a figure that is no sum of the members below. */
bool alike_is_direct(const struct cube *cube, uint32_t member, const uint32_t *periods,
                     size_t count);

#endif
