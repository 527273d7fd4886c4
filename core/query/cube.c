#include "core/query/cube.h"

#include "core/base/number.h"
#include "core/base/sum.h"

#include <math.h>

/*
 * The other dimensions are narrowed by sets of members. For each dimension there are
 * several such sets, coarse to fine: the member itself, its children, their children;
 * each is a partition of the one before. The first combination that has a figure for a
 * cell decides it.
 */
enum { ALTERNATIVE_MAX = LEVEL_MAX + 1 };

struct alternatives {
    size_t dimension;
    size_t count;
    const bool *is_in[ALTERNATIVE_MAX]; /* by member */
    bool is_single[ALTERNATIVE_MAX];
};

/* What a cell has collected so far. */
struct tally {
    struct sum sum;
    bool has_number;
    bool is_summed;       /* of more than one published figure */
    enum absence absence; /* the strongest reason why there is none; see absorb() */
    uint32_t flag;
    uint32_t covered;   /* the least of what was added, 0 when all is whole */
    enum origin origin; /* of a single figure that the file has not; else 0 */
};

struct scan {
    const struct dataset *dataset;
    const struct measure *measure;
    size_t rows; /* dimension or ROWS_PERIOD */
    struct cube cube;
    struct tally *tally;
    struct arena *arena;
};

/* In a sum, what is rounded away or does not apply adds nothing, but something that is
 * missing makes the whole missing. */
static bool is_contagious(enum absence absence)
{
    return absence == ABSENCE_CONFIDENTIAL || absence == ABSENCE_NOT_AVAILABLE;
}

static void absorb_absence(struct tally *tally, enum absence absence)
{
    if (tally->absence == ABSENCE_NO_ROW || is_contagious(absence) ||
        (!is_contagious(tally->absence) && absence == ABSENCE_ROUNDED))
        tally->absence = absence;
}

static void absorb_number(struct tally *tally, double number)
{
    sum_add(&tally->sum, number);
    tally->has_number = true;
}

static void absorb_coverage(struct tally *tally, uint32_t covered)
{
    if (covered && (!tally->covered || covered < tally->covered))
        tally->covered = covered;
}

static void absorb_tally(struct tally *into, const struct tally *from)
{
    if (from->absence != ABSENCE_NO_ROW)
        absorb_absence(into, from->absence);
    if (from->has_number)
        absorb_number(into, sum_value(from->sum));
    absorb_coverage(into, from->covered);
    into->is_summed = true;
}

static bool tally_is_empty(const struct tally *tally)
{
    return !tally->has_number && tally->absence == ABSENCE_NO_ROW;
}

static struct tally *tallies_new(struct arena *arena, size_t count)
{
    struct tally *tally = ARENA_ARRAY(arena, struct tally, count);

    for (size_t i = 0; i < count; i++)
        tally[i].absence = ABSENCE_NO_ROW;
    return tally;
}

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
static const bool *group_members(const struct dimension *dimension, uint32_t group,
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

static size_t set_rows(const struct dimension *dimension, const bool *is_in)
{
    size_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        count += is_in[i] && dimension->members[i].has_rows;
    return count;
}

static void alternatives_add(struct alternatives *alternatives,
                             const struct dimension *dimension, const bool *is_in,
                             bool is_single)
{
    if (alternatives->count == ALTERNATIVE_MAX || !set_rows(dimension, is_in))
        return;
    alternatives->is_in[alternatives->count] = is_in;
    alternatives->is_single[alternatives->count++] = is_single;
}

static struct alternatives alternatives_new(const struct dataset *dataset,
                                            size_t number, uint32_t member,
                                            struct arena *arena)
{
    const struct dimension *dimension = &dataset->dimension[number];
    struct alternatives found = {.dimension = number};
    uint32_t whole = member == MEMBER_NONE ? dimension_whole(dimension) : member;
    const bool *is_in = first_set(dimension, whole, arena);

    alternatives_add(&found, dimension, is_in, whole != MEMBER_NONE);
    if (whole != MEMBER_NONE && dimension->members[whole].is_group) {
        is_in = group_members(dimension, whole, arena);
        alternatives_add(&found, dimension, is_in, false);
    }
    for (int level = 0; level < LEVEL_MAX && is_in; level++) {
        is_in = expand(dimension, is_in, arena);
        if (is_in)
            alternatives_add(&found, dimension, is_in, false);
    }
    return found;
}

/* Adds one observation to the cell that it belongs to. */
static void scan_observation(const struct scan *scan, struct tally *tally, size_t i,
                             bool is_single)
{
    const struct dataset *dataset = scan->dataset;
    uint32_t period = codes_get(&dataset->period, i);
    uint32_t member = scan->rows == ROWS_PERIOD
                          ? 0
                          : codes_get(&dataset->dimension[scan->rows].column, i);
    struct tally *cell = &tally[(size_t)period * scan->cube.member_count + member];
    double number = scan->measure->column.data[i];

    if (isnan(number)) {
        absorb_absence(cell,
                       (enum absence)codes_get_sparse(&scan->measure->absence, i));
    } else {
        absorb_number(cell, number);
    }
    absorb_coverage(cell, codes_get_sparse(&dataset->covered, i));
    cell->flag = is_single ? codes_get_sparse(&dataset->flag, i) : 0;
    cell->origin = (enum origin)codes_get_sparse(&dataset->origin, i);
    cell->is_summed = !is_single;
}

/* One pass over the observations with one set for each of the other dimensions. */
static void scan_pass(const struct scan *scan, const struct alternatives *others,
                      const size_t *choice, size_t other_count)
{
    const struct dataset *dataset = scan->dataset;
    size_t cells = (size_t)scan->cube.member_count * scan->cube.period_count;
    struct tally *tally = tallies_new(scan->arena, cells);
    bool is_single = true;

    for (size_t k = 0; k < other_count; k++)
        is_single = is_single && others[k].is_single[choice[k]];
    if (!is_single && scan->measure->unit.kind == UNIT_PERCENT)
        return;
    for (size_t i = 0; i < dataset->observation_count; i++) {
        bool is_in = true;
        for (size_t k = 0; k < other_count && is_in; k++)
            is_in = others[k].is_in[choice[k]][codes_get(
                &dataset->dimension[others[k].dimension].column, i)];
        if (is_in)
            scan_observation(scan, tally, i, is_single);
    }
    for (size_t i = 0; i < cells; i++)
        if (tally_is_empty(&scan->tally[i]))
            scan->tally[i] = tally[i];
}

/* Goes through all combinations of the alternatives, the coarsest first. */
static void scan_all(const struct scan *scan, const struct alternatives *others,
                     size_t other_count)
{
    size_t choice[DIMENSION_MAX] = {0};
    size_t k;

    for (k = 0; k < other_count; k++)
        if (!others[k].count)
            return;
    do {
        scan_pass(scan, others, choice, other_count);
        for (k = 0; k < other_count && ++choice[k] == others[k].count; k++)
            choice[k] = 0;
    } while (k < other_count);
}

/* Members without figures of their own get the sum of their children, level by level
 * from the finest; a period at a time. */
static void sum_children(const struct dimension *dimension, struct tally *tally,
                         struct tally *sums)
{
    for (size_t level = dimension->level_count; level-- > 1;) {
        for (uint32_t i = 0; i < dimension->member_count; i++)
            sums[i] = (struct tally){.absence = ABSENCE_NO_ROW};
        for (uint32_t i = 0; i < dimension->member_count; i++) {
            const struct member *member = &dimension->members[i];
            if (member->level == level && member->parent != MEMBER_NONE)
                absorb_tally(&sums[member->parent], &tally[i]);
        }
        for (uint32_t i = 0; i < dimension->member_count; i++)
            if (tally_is_empty(&tally[i]) && !tally_is_empty(&sums[i]))
                tally[i] = sums[i];
    }
}

static void sum_groups(const struct scan *scan, const struct dimension *dimension,
                       struct tally *tally)
{
    for (uint32_t g = 0; g < dimension->member_count; g++) {
        if (!dimension->members[g].is_group || !tally_is_empty(&tally[g]))
            continue;
        const bool *is_in = group_members(dimension, g, scan->arena);
        for (uint32_t i = 0; i < dimension->member_count; i++)
            if (is_in[i])
                absorb_tally(&tally[g], &tally[i]);
    }
}

static struct value tally_value(const struct scan *scan, const struct tally *tally)
{
    const struct measure *measure = scan->measure;
    enum origin origin = tally->is_summed ? ORIGIN_SUMMED
                         : tally->origin  ? tally->origin
                                          : ORIGIN_PUBLISHED;
    bool is_missing = !tally->has_number || is_contagious(tally->absence);
    struct value value = {
        .flag = tally->flag, .origin = origin, .covered = tally->covered};

    if (is_missing) {
        value.absence = tally->absence;
        value.origin = tally->absence == ABSENCE_NO_ROW ? ORIGIN_NONE : origin;
        return value;
    }
    value.number =
        number_scale(sum_value(tally->sum), measure->unit.scale - measure->decimals);
    return value;
}

static const struct value *values_of(const struct scan *scan)
{
    size_t cells = (size_t)scan->cube.member_count * scan->cube.period_count;
    struct value *values = ARENA_ARRAY(scan->arena, struct value, cells);

    for (size_t i = 0; i < cells; i++)
        values[i] = tally_value(scan, &scan->tally[i]);
    return values;
}

struct cube cube_new(const struct dataset *dataset, const struct query *query,
                     size_t measure, struct arena *arena)
{
    struct alternatives others[DIMENSION_MAX];
    struct tally *sums;
    size_t other_count = 0;
    bool is_by_period = query->rows == ROWS_PERIOD;
    const struct dimension *rows =
        is_by_period ? NULL : &dataset->dimension[query->rows];
    struct scan scan = {
        .dataset = dataset,
        .measure = &dataset->measure[measure],
        .rows = query->rows,
        .cube = {rows ? rows->member_count : 1, dataset->period_count, NULL},
        .arena = arena,
    };

    scan.tally =
        tallies_new(arena, (size_t)scan.cube.member_count * scan.cube.period_count);
    sums = tallies_new(arena, scan.cube.member_count);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != query->rows)
            others[other_count++] =
                alternatives_new(dataset, d, query->within[d], arena);
    scan_all(&scan, others, other_count);
    for (uint32_t p = 0; rows && p < dataset->period_count; p++) {
        struct tally *tally = &scan.tally[(size_t)p * rows->member_count];
        if (scan.measure->unit.kind == UNIT_PERCENT)
            break;
        sum_children(rows, tally, sums);
        sum_groups(&scan, rows, tally);
    }
    scan.cube.cell = values_of(&scan);
    return scan.cube;
}

struct value cube_value(const struct cube *cube, uint32_t period, uint32_t member)
{
    if (period >= cube->period_count || member >= cube->member_count)
        return value_missing(ABSENCE_NO_ROW);
    return cube->cell[(size_t)period * cube->member_count + member];
}
