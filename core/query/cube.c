#include "core/query/cube.h"

#include "core/base/number.h"
#include "core/base/pages.h"
#include "core/query/alternatives.h"
#include "core/query/scan.h"

/* What a cell has collected so far. */
struct tally {
    struct sum sum;
    uint32_t flag;
    uint32_t covered; /* the least of what was added, 0 when all is whole */
    uint8_t absence;  /* enum absence: the strongest reason why there is none */
    uint8_t origin;   /* enum origin of a single figure that the file has not; else 0 */
    bool has_number;
    bool is_summed; /* of more than one published figure */
};

/* The cubes of some measures, which are found together. */
struct work {
    const struct dataset *dataset;
    const struct dimension *rows; /* NULL: the periods */
    uint32_t member_count;
    size_t cells;
    size_t count;
    const struct measure *measure[MEASURE_MAX];
    struct tally *tally[MEASURE_MAX];
    const struct stop *stop;
    struct arena *arena;   /* of the cubes */
    struct arena *scratch; /* of all that is thrown away when they are made */
};

static void absorb_absence(struct tally *tally, enum absence absence)
{
    tally->absence = (uint8_t)scan_absence((enum absence)tally->absence, absence);
}

static void absorb_coverage(struct tally *tally, uint32_t covered)
{
    if (covered && (!tally->covered || covered < tally->covered))
        tally->covered = covered;
}

static void absorb_tally(struct tally *into, const struct tally *from)
{
    if (from->absence != ABSENCE_NO_ROW)
        absorb_absence(into, (enum absence)from->absence);
    if (from->has_number) {
        sum_add(&into->sum, sum_value(from->sum));
        into->has_number = true;
    }
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

    pages_expect(tally, count * sizeof(*tally));
    for (size_t i = 0; i < count; i++)
        tally[i].absence = ABSENCE_NO_ROW;
    return tally;
}

/* Whether all rows of the dimension are in the set. */
static bool has_all(const struct dimension *dimension, const bool *is_in)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].has_rows && !is_in[i])
            return false;
    return true;
}

static struct scan_filter filter_new(const struct dimension *dimension,
                                     const bool *is_in)
{
    struct scan_filter filter = {.codes = &dimension->column, .is_in = is_in};
    uint32_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (is_in[i]) {
            filter.one = i;
            count++;
        }
    filter.is_one = count == 1;
    return filter;
}

static struct scan scan_new(const struct work *work, const struct alternatives *others,
                            const size_t *choice, size_t other_count)
{
    struct scan scan = {.dataset = work->dataset,
                        .member = work->rows ? &work->rows->column : NULL,
                        .member_count = work->member_count,
                        .stop = work->stop};

    for (size_t k = 0; k < other_count; k++) {
        const struct dimension *dimension =
            &work->dataset->dimension[others[k].dimension];
        const bool *is_in = others[k].is_in[choice[k]];
        if (!has_all(dimension, is_in))
            scan.filter[scan.filter_count++] = filter_new(dimension, is_in);
    }
    return scan;
}

/* What some observations have besides their figures of a measure, by cell; NULL: none
 * has. A cell of single figures has one observation. */
static struct tally *find_marks(const struct work *work, const struct scan *scan,
                                const struct measure *measure, bool is_single)
{
    const struct dataset *dataset = work->dataset;
    size_t number = (size_t)(measure - dataset->measure);
    const struct codes *sparse[] = {&dataset->covered, &dataset->origin,
                                    &dataset->attribute[ATTRIBUTE_FLAG],
                                    &measure->attribute[ATTRIBUTE_FLAG]};
    struct tally *marks;
    size_t count = 0;

    for (size_t i = 0; i < sizeof(sparse) / sizeof(sparse[0]); i++)
        count = sparse[i]->count > count ? sparse[i]->count : count;
    if (!count)
        return NULL;
    marks = tallies_new(work->scratch, work->cells);
    for (size_t i = 0; i < count; i++) {
        uint32_t covered = codes_get_sparse(&dataset->covered, i);
        uint32_t flag = dataset_attribute(dataset, ATTRIBUTE_FLAG, number, i);
        uint32_t origin = codes_get_sparse(&dataset->origin, i);
        struct tally *cell;
        if ((!covered && !flag && !origin) || !scan_has(scan, i))
            continue;
        cell = &marks[scan_cell(scan, i)];
        absorb_coverage(cell, covered);
        cell->flag = is_single ? flag : 0;
        cell->origin = (uint8_t)origin;
    }
    return marks;
}

/* Cells that have nothing so far get what the scan has found for them. */
static void fill_cells(const struct work *work, struct tally *tally,
                       const struct scan_cells *found, const struct tally *marks,
                       bool is_single)
{
    for (size_t i = 0; i < work->cells; i++) {
        struct tally *cell = &tally[i];
        if (!tally_is_empty(cell))
            continue;
        if (marks)
            *cell = marks[i];
        cell->sum = found->sum[i];
        cell->has_number = found->has_number[i];
        cell->absence = found->absence[i];
        cell->is_summed = !is_single;
    }
}

/* One pass over the observations with one set for each of the other dimensions. A
 * percentage is no sum. */
static void scan_pass(const struct work *work, const struct alternatives *others,
                      const size_t *choice, size_t other_count)
{
    struct scan scan = scan_new(work, others, choice, other_count);
    struct scan_cells found[MEASURE_MAX];
    struct tally *tally[MEASURE_MAX];
    size_t count = 0;
    bool is_single = true;

    for (size_t k = 0; k < other_count; k++)
        is_single = is_single && others[k].is_single[choice[k]];
    for (size_t m = 0; m < work->count; m++)
        if (is_single || work->measure[m]->unit.kind != UNIT_PERCENT) {
            found[count].measure = work->measure[m];
            tally[count++] = work->tally[m];
        }
    scan_run(&scan, found, count, work->scratch);
    for (size_t m = 0; m < count; m++)
        fill_cells(work, tally[m], &found[m],
                   find_marks(work, &scan, found[m].measure, is_single), is_single);
}

/* Goes through all combinations of the alternatives, the coarsest first. */
static void scan_all(const struct work *work, const struct alternatives *others,
                     size_t other_count)
{
    size_t choice[DIMENSION_MAX] = {0};
    size_t k;

    for (k = 0; k < other_count; k++)
        if (!others[k].count)
            return;
    do {
        scan_pass(work, others, choice, other_count);
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

static struct value tally_value(const struct measure *measure,
                                const struct tally *tally)
{
    enum origin origin = tally->is_summed ? ORIGIN_SUMMED
                         : tally->origin  ? (enum origin)tally->origin
                                          : ORIGIN_PUBLISHED;
    enum absence absence = (enum absence)tally->absence;
    struct value value = {
        .flag = tally->flag, .origin = origin, .covered = tally->covered};

    if (!tally->has_number || scan_is_contagious(absence)) {
        value.absence = absence;
        value.origin = absence == ABSENCE_NO_ROW ? ORIGIN_NONE : origin;
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
        if (d != query->rows)
            others[other_count++] =
                alternatives_new(dataset, d, query->within[d], work->scratch);
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
