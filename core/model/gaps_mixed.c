#include "core/model/gaps_internal.h"

#include <string.h>

static uint32_t depth_of(const struct dimension *dimension, uint32_t member)
{
    uint32_t depth = 0;

    while (dimension->members[member].parent != MEMBER_NONE && depth < LEVEL_MAX) {
        member = dimension->members[member].parent;
        depth++;
    }
    return depth;
}

/* At which depths members with parts stand beside figures: there each of them has to
 * have some. */
static void find_depths(const struct dimension *dimension, const bool *has_parts,
                        bool wanted[LEVEL_MAX + 1])
{
    bool has_own[LEVEL_MAX + 1] = {false};
    bool has_leaf = false;

    memset(wanted, 0, (LEVEL_MAX + 1) * sizeof(wanted[0]));
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].has_rows && !dimension->members[i].is_group)
            *(has_parts[i] ? &wanted[depth_of(dimension, i)]
                           : &has_own[depth_of(dimension, i)]) = true;
    for (size_t k = 0; k <= LEVEL_MAX; k++) {
        has_leaf = has_leaf || has_own[k];
        wanted[k] = wanted[k] || has_leaf;
    }
}

static const bool *find_parts(const struct dimension *dimension, struct arena *arena)
{
    bool *has_parts = ARENA_ARRAY(arena, bool, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].parent != MEMBER_NONE)
            has_parts[dimension->members[i].parent] = true;
    return has_parts;
}

bool mixed_new(const struct dataset *dataset, size_t number, struct mixed *mixed,
               struct arena *arena)
{
    const struct dimension *dimension = &dataset->dimension[number];
    uint32_t count = dimension->member_count;
    const bool *has_parts = find_parts(dimension, arena);
    uint32_t *up = ARENA_ARRAY(arena, uint32_t, count);
    uint8_t *height = ARENA_ARRAY(arena, uint8_t, count);
    bool wanted[LEVEL_MAX + 1];
    bool has_any = false;

    find_depths(dimension, has_parts, wanted);
    for (uint32_t i = 0; i < count; i++) {
        up[i] = dimension->members[i].parent;
        while (up[i] != MEMBER_NONE && !wanted[depth_of(dimension, up[i])])
            up[i] = dimension->members[up[i]].parent;
        has_any = has_any || up[i] != MEMBER_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint8_t above = 0;
        for (uint32_t at = i; up[at] != MEMBER_NONE && above < LEVEL_MAX; at = up[at])
            if (height[up[at]] < ++above)
                height[up[at]] = above;
    }
    *mixed = (struct mixed){number, up, height};
    return has_any;
}
