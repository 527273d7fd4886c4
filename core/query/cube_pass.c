/*
 * One pass of the cube over the observations, and over the sums that stand in where a
 * total lacks.
 */
#include "core/query/cube_internal.h"

#include "core/base/pages.h"

void tally_absorb_absence(struct tally *tally, enum absence absence)
{
    tally->absence = (uint8_t)absence_joined((enum absence)tally->absence, absence);
}

void tally_absorb_coverage(struct tally *tally, uint32_t covered)
{
    if (covered && (!tally->covered || covered < tally->covered))
        tally->covered = covered;
}

bool tally_is_empty(const struct tally *tally)
{
    return !tally->has_number && tally->absence == ABSENCE_NO_ROW;
}

struct tally *tallies_new(struct arena *arena, size_t count)
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

/* Over the observations of the work's dataset or of its gaps. */
static struct scan scan_new(const struct work *work, const struct pass *pass,
                            const struct dataset *of)
{
    size_t rows = work->rows ? (size_t)(work->rows - work->dataset->dimension) : 0;
    struct scan scan = {.dataset = of,
                        .member = work->rows ? &of->dimension[rows].column : NULL,
                        .member_count = work->member_count,
                        .stop = work->stop};

    for (size_t k = 0; k < pass->other_count; k++) {
        const struct dimension *dimension = &of->dimension[pass->others[k].dimension];
        const bool *is_in = pass->others[k].is_in[pass->choice[k]];
        if (of != work->dataset || !has_all(dimension, is_in))
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
    const struct codes *sparse[] = {&dataset->origin,
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
        uint32_t flag = dataset_attribute(dataset, ATTRIBUTE_FLAG, number, i);
        uint32_t origin = codes_get_sparse(&dataset->origin, i);
        struct tally *cell;
        if ((!flag && !origin) || !scan_has(scan, i))
            continue;
        cell = &marks[scan_cell(scan, i)];
        cell->flag = is_single ? flag : 0;
        cell->origin = (uint8_t)origin;
    }
    return marks;
}

/* Cells that have nothing so far get what the scan has found for them. */
static void fill_cells(const struct work *work, struct tally *tally,
                       const struct scan_cells *found, const struct tally *marks,
                       const struct pass *pass)
{
    for (size_t i = 0; i < work->cells; i++) {
        struct tally *cell = &tally[i];
        if (cell->is_found ||
            (!found->has_number[i] && found->absence[i] == ABSENCE_NO_ROW))
            continue;
        if (marks)
            *cell = marks[i];
        cell->sum = found->sum[i];
        cell->has_number = found->has_number[i];
        cell->absence = found->absence[i];
        cell->is_summed = !pass->is_single;
        cell->basis = pass->basis;
    }
}

/* Besides, what stands in where a total lacks. */
static void add_gaps(const struct work *work, struct tally *tally,
                     const struct scan_cells *found, const struct pass *pass)
{
    for (size_t i = 0; i < work->cells; i++) {
        struct tally *cell = &tally[i];
        enum absence absence = (enum absence)found->absence[i];
        if (cell->is_found || (!found->has_number[i] && absence == ABSENCE_NO_ROW))
            continue;
        if (absence != ABSENCE_NO_ROW)
            tally_absorb_absence(cell, absence);
        sum_add(&cell->sum, found->sum[i].high);
        sum_add(&cell->sum, found->sum[i].low);
        cell->has_number = cell->has_number || found->has_number[i];
        cell->is_summed = true;
        cell->basis = pass->basis | BASIS_GAPS;
    }
}

/* How much of its period each figure is of, where that is not all. */
static void add_coverage(struct tally *tally, const struct scan *scan,
                         const struct measure *measure)
{
    for (size_t i = 0; i < measure->covered.count; i++) {
        uint32_t covered = codes_get_sparse(&measure->covered, i);
        struct tally *cell;
        if (!covered || !scan_has(scan, i))
            continue;
        cell = &tally[scan_cell(scan, i)];
        if (!cell->is_found)
            tally_absorb_coverage(cell, covered);
    }
}

/* The tallies of the measures that the pass may find; a percentage is no sum. */
static size_t cells_of(const struct work *work, const struct pass *pass,
                       const struct dataset *of, struct scan_cells *found,
                       struct tally **tally)
{
    size_t count = 0;

    for (size_t m = 0; m < work->count; m++)
        if (pass->is_single || work->measure[m]->unit.kind != UNIT_PERCENT) {
            found[count].measure =
                &of->measure[work->measure[m] - work->dataset->measure];
            tally[count++] = work->tally[m];
        }
    return count;
}

static void scan_gaps(const struct work *work, const struct pass *pass)
{
    const struct dataset *gaps = work->dataset->gaps;
    struct scan scan = scan_new(work, pass, gaps);
    struct scan_cells found[MEASURE_MAX];
    struct tally *tally[MEASURE_MAX];
    size_t count = cells_of(work, pass, gaps, found, tally);

    scan_run(&scan, found, count, work->scratch);
    for (size_t m = 0; m < count; m++) {
        add_gaps(work, tally[m], &found[m], pass);
        add_coverage(tally[m], &scan, found[m].measure);
    }
}

/* Coarser sets win: what is found stays. */
static void keep_found(const struct work *work, struct tally *tally)
{
    for (size_t i = 0; i < work->cells; i++)
        tally[i].is_found = tally[i].is_found || !tally_is_empty(&tally[i]);
}

/* One pass over the observations with one set for each of the other dimensions. */
void cube_pass(const struct work *work, const struct pass *pass)
{
    struct scan scan = scan_new(work, pass, work->dataset);
    struct scan_cells found[MEASURE_MAX];
    struct tally *tally[MEASURE_MAX];
    size_t count = cells_of(work, pass, work->dataset, found, tally);

    scan_run(&scan, found, count, work->scratch);
    for (size_t m = 0; m < count; m++) {
        fill_cells(work, tally[m], &found[m],
                   find_marks(work, &scan, found[m].measure, pass->is_single), pass);
        add_coverage(tally[m], &scan, found[m].measure);
    }
    if (work->dataset->gaps)
        scan_gaps(work, pass);
    for (size_t m = 0; m < count; m++)
        keep_found(work, tally[m]);
}
