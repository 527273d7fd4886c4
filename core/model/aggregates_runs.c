/*
 * Subtotals by their figures: the members that stand just before one in the list, or
 * just behind it, and add up to it. A few of its cells are looked at, which is enough.
 */
#include "core/model/aggregates_internal.h"

#include <math.h>

enum { CELLS_MAX = 8 };

/* What the members have in some cells of a candidate. */
struct looks {
    size_t observations[CELLS_MAX]; /* of the candidate, whose cells these are */
    size_t count;
    double *figures; /* by cell, measure and member; 0 where there is none */
    bool *has_any;   /* by member: some figure in these cells */
};

static uint32_t member_of(const struct taker *taker, size_t observation)
{
    return codes_get(&taker->dimension->column, observation);
}

static double figure_at(const struct taker *taker, size_t compared, size_t observation)
{
    const struct dataset *dataset = taker->builder->dataset;

    return dataset->measure[taker->measures[compared]].column.data[observation];
}

static double *figures_at(const struct taker *taker, const struct looks *looks,
                          size_t cell, size_t compared)
{
    return looks->figures +
           (cell * COMPARED_MAX + compared) * taker->dimension->member_count;
}

/* Spread over all rows of the candidate. */
static void choose_cells(const struct taker *taker, uint32_t candidate,
                         struct looks *looks)
{
    size_t count = taker->builder->dataset->observation_count;
    size_t rows = 0;
    size_t row = 0;

    for (size_t i = 0; i < count; i++)
        rows += member_of(taker, i) == candidate;
    for (size_t i = 0; i < count && looks->count < CELLS_MAX; i++) {
        if (member_of(taker, i) != candidate)
            continue;
        if (rows <= CELLS_MAX || row * CELLS_MAX >= looks->count * rows)
            looks->observations[looks->count++] = i;
        row++;
    }
}

static bool is_same_cell(const struct taker *taker, size_t a, size_t b)
{
    const struct dataset *dataset = taker->builder->dataset;

    if (codes_get(&dataset->period, a) != codes_get(&dataset->period, b))
        return false;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != taker->number && codes_get(&dataset->dimension[d].column, a) !=
                                      codes_get(&dataset->dimension[d].column, b))
            return false;
    return true;
}

static void look_at(const struct taker *taker, struct looks *looks, size_t cell,
                    size_t observation)
{
    uint32_t member = member_of(taker, observation);

    for (size_t k = 0; k < taker->measure_count; k++) {
        double figure = figure_at(taker, k, observation);
        if (isnan(figure))
            continue;
        figures_at(taker, looks, cell, k)[member] += figure;
        looks->has_any[member] = true;
    }
}

static struct looks looks_new(const struct taker *taker, uint32_t candidate)
{
    struct arena *scratch = &taker->builder->scratch;
    size_t members = taker->dimension->member_count;
    struct looks looks = {.count = 0};

    choose_cells(taker, candidate, &looks);
    looks.figures = ARENA_ARRAY(scratch, double, CELLS_MAX *COMPARED_MAX *members);
    looks.has_any = ARENA_ARRAY(scratch, bool, members);
    for (size_t i = 0; i < taker->builder->dataset->observation_count; i++)
        for (size_t cell = 0; cell < looks.count; cell++)
            if (is_same_cell(taker, i, looks.observations[cell]))
                look_at(taker, &looks, cell, i);
    return looks;
}

/* The sums of the members that were gone over, in each cell. */
struct walk {
    double sum[CELLS_MAX][COMPARED_MAX];
    size_t count;
};

static void walk_on(const struct taker *taker, const struct looks *looks,
                    struct walk *walk, uint32_t member)
{
    for (size_t cell = 0; cell < looks->count; cell++)
        for (size_t k = 0; k < taker->measure_count; k++)
            walk->sum[cell][k] += figures_at(taker, looks, cell, k)[member];
    walk->count += looks->has_any[member];
}

/* Whether the sums are the candidate's figures in most cells; one member alone must be
 * the same in all. */
static bool is_there(const struct taker *taker, const struct looks *looks,
                     const struct walk *walk, uint32_t candidate)
{
    size_t same = 0;
    size_t other = 0;

    for (size_t cell = 0; cell < looks->count; cell++)
        for (size_t k = 0; k < taker->measure_count; k++) {
            double own = figures_at(taker, looks, cell, k)[candidate];
            double sum = walk->sum[cell][k];
            enum sums sums = taker_compare(own, sum);
            if (walk->count == 1 && sums == SUMS_EQUAL && fabs(own - sum) > 0)
                sums = SUMS_LESS;
            same += sums == SUMS_EQUAL;
            other += sums == SUMS_LESS || sums == SUMS_MORE;
        }
    return walk->count > 1 ? same > other : walk->count && same && !other;
}

/* Another subtotal or total, where the list of its parts ends. */
static bool is_end(const struct taker *taker, uint32_t member)
{
    const struct member *of = &taker->dimension->members[member];

    return taker->places[member].kind == PLACE_ALL || of->taken == TAKEN_AS_SUBTOTAL ||
           of->taken == TAKEN_ASIDE || taker->subtotals[member].kind == SUBTOTAL_SURE ||
           taker->subtotals[member].kind == SUBTOTAL_MAYBE;
}

static bool may_count(const struct taker *taker, uint32_t member)
{
    return taker->dimension->members[member].has_rows &&
           !taker->dimension->members[member].is_group;
}

bool taker_find_run(const struct taker *taker, uint32_t candidate, run_fits *fits,
                    struct run *run)
{
    struct looks looks;

    if (!taker->is_of_order)
        return false;
    looks = looks_new(taker, candidate);
    for (int step = -1; step <= 1; step += 2) {
        struct walk walk = {.count = 0};
        uint32_t at = candidate;
        uint32_t last = taker->dimension->member_count - 1;
        while (at != (step < 0 ? 0 : last)) {
            at = step < 0 ? at - 1 : at + 1;
            if (is_end(taker, at))
                break;
            if (!may_count(taker, at))
                continue;
            if (fits && !fits(taker, candidate, at))
                break;
            walk_on(taker, &looks, &walk, at);
            if (!is_there(taker, &looks, &walk, candidate))
                continue;
            run->first = step < 0 ? at : candidate + 1;
            run->last = step < 0 ? candidate - 1 : at;
            return true;
        }
    }
    return false;
}
