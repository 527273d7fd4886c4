#include "core/query/cube.h"

#include "core/base/number.h"
#include "core/base/pages.h"
#include "core/query/cube_internal.h"

static void absorb_tally(struct tally *into, const struct tally *from)
{
    if (from->absence != ABSENCE_NO_ROW)
        tally_absorb_absence(into, (enum absence)from->absence);
    if (from->has_number) {
        sum_add(&into->sum, sum_value(from->sum));
        into->has_number = true;
    }
    tally_absorb_coverage(into, from->covered);
    if (into->basis < from->basis + BASIS_CHILDREN)
        into->basis = (uint16_t)(from->basis + BASIS_CHILDREN);
    into->is_summed = true;
}

/* Goes through all combinations of the alternatives, the coarsest first. */
static void scan_all(const struct work *work, const struct alternatives *others,
                     size_t other_count)
{
    size_t choice[DIMENSION_MAX] = {0};
    struct pass pass = {others, choice, other_count, 0, false};
    size_t k;

    for (k = 0; k < other_count; k++)
        if (!others[k].count)
            return;
    do {
        pass.is_single = true;
        for (k = 0; k < other_count; k++)
            pass.is_single = pass.is_single && others[k].is_single[choice[k]];
        cube_pass(work, &pass);
        if (pass.basis < BASIS_SETS)
            pass.basis++;
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

static void sum_groups(const struct work *work, struct tally *tally)
{
    const struct dimension *dimension = work->rows;

    for (uint32_t g = 0; g < dimension->member_count; g++) {
        if (!dimension->members[g].is_group || !tally_is_empty(&tally[g]))
            continue;
        const bool *is_in = group_members(dimension, g, work->scratch);
        for (uint32_t i = 0; i < dimension->member_count; i++)
            if (is_in[i])
                absorb_tally(&tally[g], &tally[i]);
    }
}

static void sum_members(const struct work *work, struct tally *tally)
{
    struct tally *sums = tallies_new(work->scratch, work->member_count);

    for (uint32_t p = 0; p < work->dataset->period_count && !stop_is_wanted(work->stop);
         p++) {
        struct tally *at = &tally[(size_t)p * work->member_count];
        sum_children(work->rows, at, sums);
        sum_groups(work, at);
    }
}

static enum origin origin_of(const struct tally *tally)
{
    if (tally->is_summed)
        return ORIGIN_SUMMED;
    return tally->origin ? (enum origin)tally->origin : ORIGIN_PUBLISHED;
}

static struct value tally_value(const struct measure *measure,
                                const struct tally *tally)
{
    enum absence absence = (enum absence)tally->absence;
    struct value value = {.flag = tally->flag & VALUE_FLAG_MOST,
                          .origin = origin_of(tally),
                          .covered = (uint16_t)tally->covered,
                          .basis = tally->basis};

    if (!tally->has_number || absence_spreads(absence)) {
        value.absence = absence;
        if (absence == ABSENCE_NO_ROW)
            value.origin = ORIGIN_NONE;
        return value;
    }
    value.number =
        number_scale(sum_value(tally->sum), measure->unit.scale - measure->decimals);
    return value;
}

static const struct value *values_of(const struct work *work, size_t m)
{
    struct value *values = ARENA_ARRAY(work->arena, struct value, work->cells);

    pages_expect(values, work->cells * sizeof(*values));
    for (size_t i = 0; i < work->cells; i++)
        values[i] = tally_value(work->measure[m], &work->tally[m][i]);
    return values;
}

/* The cubes of the measures first, first + 1, ... */
static void make(struct work *work, const struct query *query, size_t first,
                 struct cube *cubes)
{
    const struct dataset *dataset = work->dataset;
    struct alternatives others[DIMENSION_MAX];
    struct arena scratch = {0};
    size_t other_count = 0;

    work->scratch = &scratch;
    work->stop = query->stop;
    work->rows = query->rows == ROWS_PERIOD ? NULL : &dataset->dimension[query->rows];
    work->member_count = work->rows ? work->rows->member_count : 1;
    work->cells = (size_t)work->member_count * dataset->period_count;
    for (size_t m = 0; m < work->count; m++) {
        work->measure[m] = &dataset->measure[first + m];
        work->tally[m] = tallies_new(work->scratch, work->cells);
    }
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != query->rows) {
            others[other_count] =
                alternatives_new(dataset, d, query->within[d], work->scratch);
            if (query->without && query->without[d])
                alternatives_leave_out(&others[other_count], dataset, query->without[d],
                                       work->scratch);
            other_count++;
        }
    scan_all(work, others, other_count);
    for (size_t m = 0; m < work->count; m++) {
        if (work->rows && work->measure[m]->unit.kind != UNIT_PERCENT)
            sum_members(work, work->tally[m]);
        cubes[m] = (struct cube){work->member_count, dataset->period_count,
                                 values_of(work, m)};
    }
    arena_clear(&scratch);
}

struct cube cube_new(const struct dataset *dataset, const struct query *query,
                     size_t measure, struct arena *arena)
{
    struct work work = {.dataset = dataset, .count = 1, .arena = arena};
    struct cube cube;

    make(&work, query, measure, &cube);
    return cube;
}

void cubes_new(const struct dataset *dataset, const struct query *query,
               struct cube *cubes, struct arena *arena)
{
    struct work work = {
        .dataset = dataset, .count = dataset->measure_count, .arena = arena};

    make(&work, query, 0, cubes);
}

struct value cube_value(const struct cube *cube, uint32_t period, uint32_t member)
{
    if (period >= cube->period_count || member >= cube->member_count)
        return value_missing(ABSENCE_NO_ROW);
    return cube->cell[(size_t)period * cube->member_count + member];
}
