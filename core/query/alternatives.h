/*
 * Alternatives: what a dimension is narrowed to, as sets of members, coarse to fine:
 * the member itself, its children, their children; each is a partition of the one
 * before. Of all dimensions together, the first combination that has a figure for a
 * cell decides it.
 */
#ifndef CORE_QUERY_ALTERNATIVES_H
#define CORE_QUERY_ALTERNATIVES_H

#include "core/model/dataset.h"

enum { ALTERNATIVE_MAX = LEVEL_MAX + 1 };

struct alternatives {
    size_t dimension;
    size_t count;
    const bool *is_in[ALTERNATIVE_MAX]; /* by member */
    bool is_single[ALTERNATIVE_MAX];
};

/* Narrowed to a member or group; MEMBER_NONE: to nothing. Memory is the arena's. */
struct alternatives alternatives_new(const struct dataset *dataset, size_t number,
                                     uint32_t member, struct arena *arena);

/* Takes members out of all sets. */
void alternatives_leave_out(struct alternatives *alternatives,
                            const struct dataset *dataset, const bool *is_out,
                            struct arena *arena);

/* What belongs to the group itself, by member: those whose parent is in the group too
 * are left to their parent. */
const bool *group_members(const struct dimension *dimension, uint32_t group,
                          struct arena *arena);

#endif
