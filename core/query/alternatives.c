#include "core/query/alternatives.h"

/* The next finer partition: members that have children make way for them. Returns NULL
 * when nothing in the set has children. */
static const bool *expand(const struct dimension *dimension, const bool *is_in,
                          struct arena *arena)
{
    bool *finer = ARENA_ARRAY(arena, bool, dimension->member_count);
    bool *has_children = ARENA_ARRAY(arena, bool, dimension->member_count);
    bool has_changed = false;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        if (parent == MEMBER_NONE || !is_in[parent])
            continue;
        finer[i] = has_children[parent] = has_changed = true;
    }
    for (uint32_t i = 0; i < dimension->member_count; i++)
        finer[i] = finer[i] || (is_in[i] && !has_children[i]);
    return has_changed ? finer : NULL;
}

/* What belongs to the group itself: members whose parent is in the group too are left
 * to their parent. */
const bool *group_members(const struct dimension *dimension, uint32_t group,
                          struct arena *arena)
{
    bool *is_in = ARENA_ARRAY(arena, bool, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        is_in[i] =
            member_is_within(dimension, i, group) &&
            (parent == MEMBER_NONE || !member_is_within(dimension, parent, group));
    }
    return is_in;
}

/* The coarsest set that stands for the member, or for the whole dimension. */
static const bool *first_set(const struct dimension *dimension, uint32_t member,
                             struct arena *arena)
{
    bool *is_in = ARENA_ARRAY(arena, bool, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *m = &dimension->members[i];
        is_in[i] = member == MEMBER_NONE ? !m->is_group && m->parent == MEMBER_NONE
                                         : i == member;
    }
    return is_in;
}

/* Whether the file has rows of the set, or sums stand in for some (gaps.h). */
static bool has_figures(const struct dataset *dataset, size_t number, const bool *is_in)
{
    const struct dimension *dimension = &dataset->dimension[number];
    const struct dataset *gaps = dataset->gaps;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (is_in[i] && dimension->members[i].has_rows)
            return true;
    for (size_t i = 0; gaps && i < gaps->observation_count; i++)
        if (is_in[codes_get(&gaps->dimension[number].column, i)])
            return true;
    return false;
}

static void alternatives_add(struct alternatives *alternatives,
                             const struct dataset *dataset, const bool *is_in,
                             bool is_single)
{
    if (alternatives->count == ALTERNATIVE_MAX ||
        !has_figures(dataset, alternatives->dimension, is_in))
        return;
    alternatives->is_in[alternatives->count] = is_in;
    alternatives->is_single[alternatives->count++] = is_single;
}

struct alternatives alternatives_new(const struct dataset *dataset, size_t number,
                                     uint32_t member, struct arena *arena)
{
    const struct dimension *dimension = &dataset->dimension[number];
    struct alternatives found = {.dimension = number};
    uint32_t whole = member == MEMBER_NONE ? dimension_standing(dimension) : member;
    const bool *is_in = first_set(dimension, whole, arena);

    alternatives_add(&found, dataset, is_in, whole != MEMBER_NONE);
    if (whole != MEMBER_NONE && dimension->members[whole].is_group) {
        is_in = group_members(dimension, whole, arena);
        alternatives_add(&found, dataset, is_in, false);
    }
    for (int level = 0; level < LEVEL_MAX && is_in; level++) {
        is_in = expand(dimension, is_in, arena);
        if (is_in)
            alternatives_add(&found, dataset, is_in, false);
    }
    return found;
}

void alternatives_leave_out(struct alternatives *alternatives,
                            const struct dataset *dataset, const bool *is_out,
                            struct arena *arena)
{
    uint32_t count = dataset->dimension[alternatives->dimension].member_count;

    for (size_t k = 0; k < alternatives->count; k++) {
        bool *is_in = ARENA_ARRAY(arena, bool, count);
        for (uint32_t i = 0; i < count; i++)
            is_in[i] = alternatives->is_in[k][i] && !is_out[i];
        alternatives->is_in[k] = is_in;
    }
}
