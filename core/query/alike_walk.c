#include "core/query/alike_walk.h"

#include "core/base/sum.h"
#include "core/query/alternatives.h"
#include "core/query/cube_internal.h"
#include "core/query/indicator_common.h"

/* In how many of the periods there is something of the member. */
size_t alike_times(const struct cube *cube, uint32_t member, const uint32_t *periods,
                   size_t count)
{
    size_t times = 0;

    for (size_t k = 0; k < count; k++)
        times += cube_value(cube, periods[k], member).absence != ABSENCE_NO_ROW;
    return times;
}

bool alike_is_direct(const struct cube *cube, uint32_t member, const uint32_t *periods,
                     size_t count)
{
    for (size_t k = 0; k < count; k++) {
        struct value value = cube_value(cube, periods[k], member);
        if (value.absence == ABSENCE_NO_ROW || value.basis & (BASIS_STEPS | BASIS_GAPS))
            return false;
    }
    return true;
}

static bool is_direct(const struct alike_walk *walk, uint32_t member)
{
    return alike_is_direct(walk->cube, member, walk->sum->periods, walk->sum->count);
}

static void take_one(struct alike_walk *walk, size_t k, struct value value)
{
    struct value *total = &walk->sum->values[k];

    if (value.covered && (!total->covered || value.covered < total->covered))
        total->covered = value.covered;
    if (value.basis > total->basis)
        total->basis = value.basis;
    if (value_is_number(value)) {
        sum_add(&walk->sums[k], value.number);
        if (total->absence == ABSENCE_NO_ROW)
            total->absence = ABSENCE_NONE;
    } else if (absence_spreads(value.absence) || value.absence == ABSENCE_NO_RATE) {
        total->absence = value.absence;
    }
}

static bool has_any(const struct alike_walk *walk, uint32_t member)
{
    return alike_times(walk->cube, member, walk->sum->periods, walk->sum->count) > 0;
}

static void take(struct alike_walk *walk, uint32_t member)
{
    struct value first = value_missing(ABSENCE_NO_ROW);

    walk->compared += has_any(walk, member);
    for (size_t k = 0; k < walk->sum->count; k++) {
        uint32_t period = walk->sum->periods[k];
        struct value cell = cube_value(walk->cube, period, member);
        if (value_is_number(cell)) {
            walk->is_mixed |= value_is_number(first) && first.basis != cell.basis;
            first = cell;
        }
        take_one(walk, k,
                 value_term(making_converted(walk->making, walk->measure, cell,
                                             walk->dataset->periods[period])));
    }
}

/* Whether something below the member has figures. */
static bool has_below(const struct alike_walk *walk, uint32_t member)
{
    uint32_t at = walk->children.first[member];

    while (at != MEMBER_NONE && !has_any(walk, at))
        at = walk->children.next[at];
    return at != MEMBER_NONE;
}

static void walk_from(struct alike_walk *walk, uint32_t member)
{
    uint32_t at = walk->children.first[member];

    if (!walk->is_gone || is_direct(walk, member))
        take(walk, member);
    else if (has_below(walk, member))
        for (; at != MEMBER_NONE; at = walk->children.next[at])
            walk_from(walk, at);
    else if (!walk->is_gone[member])
        take(walk, member);
    else if (has_any(walk, member))
        walk->left_out++;
}

static void walk_group(struct alike_walk *walk, uint32_t group)
{
    struct arena scratch = {0};
    const bool *is_in = group_members(walk->dimension, group, &scratch);

    for (uint32_t i = 0; i < walk->dimension->member_count; i++)
        if (is_in[i])
            walk_from(walk, i);
    arena_clear(&scratch);
}

static void walk_roots(struct alike_walk *walk)
{
    uint32_t at = walk->children.first[walk->dimension->member_count];

    for (; at != MEMBER_NONE; at = walk->children.next[at])
        walk_from(walk, at);
}

void alike_walk(struct alike_walk *walk, uint32_t member)
{
    struct alike_sum *sum = walk->sum;
    struct arena scratch = {0};

    walk->sums = ARENA_ARRAY(&scratch, struct sum, sum->count);
    for (size_t k = 0; k < sum->count; k++)
        sum->values[k] =
            (struct value){.absence = ABSENCE_NO_ROW, .origin = ORIGIN_SUMMED};
    if (member == MEMBER_NONE)
        walk_roots(walk);
    else if (walk->is_gone && walk->dimension->members[member].is_group &&
             !is_direct(walk, member))
        walk_group(walk, member);
    else
        walk_from(walk, member);
    for (size_t k = 0; k < sum->count; k++) {
        sum->values[k].number = sum_value(walk->sums[k]);
        sum->values[k].basis = walk->is_mixed ? (uint16_t)k : sum->values[0].basis;
    }
    arena_clear(&scratch);
}
