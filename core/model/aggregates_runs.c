/*
 * Subtotals by their figures: the members that stand just before one in the list, or
 * just behind it, and add up to it. A few of its cells are looked at, which is enough.
 */
#include "core/model/aggregates_internal.h"

#include <math.h>

enum { CELLS_MAX = 8 };

/* Some cells of a candidate. */
struct looks {
    size_t observations[CELLS_MAX]; /* of the candidate, whose cells these are */
    size_t count;
    double own[CELLS_MAX][COMPARED_MAX]; /* the candidate's figures */
};

/* The sums of the members that were gone over, in each cell. */
struct walk {
    double sum[CELLS_MAX][COMPARED_MAX];
    size_t count; /* of those that have some figure in these cells */
};

/* The rows of each member, in order: found once, since a list may have thousands of
 * candidates. */
static void sort_rows(struct taker *taker)
{
    size_t count = taker->builder->dataset->observation_count;
    uint32_t members = taker->dimension->member_count;
    struct arena *scratch = &taker->builder->scratch;
    uint32_t *first = ARENA_ARRAY(scratch, uint32_t, members + 2);

    taker->rows = ARENA_ROOM(scratch, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        first[taker_member(taker, i) + 2]++;
    for (uint32_t i = 2; i < members + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < count; i++)
        taker->rows[first[taker_member(taker, i) + 1]++] = (uint32_t)i;
    taker->first_row = first;
}

/* Spread over all rows of the candidate. */
static void choose_cells(const struct taker *taker, uint32_t candidate,
                         struct looks *looks)
{
    const uint32_t *rows = taker->rows + taker->first_row[candidate];
    size_t count = taker->first_row[candidate + 1] - taker->first_row[candidate];

    for (size_t i = 0; i < count && looks->count < CELLS_MAX; i++)
        if (count <= CELLS_MAX || i * CELLS_MAX >= looks->count * count)
            looks->observations[looks->count++] = rows[i];
}

/* Adds up the figures of one row; whether it has any. */
static bool add_row(const struct taker *taker, double sums[COMPARED_MAX], size_t row)
{
    bool has_any = false;

    for (size_t k = 0; k < taker->measure_count; k++) {
        double figure = taker_figure(taker, k, row);
        if (isnan(figure))
            continue;
        sums[k] += figure;
        has_any = true;
    }
    return has_any;
}

/* Adds up what a member has in the cells; whether that is anything. */
static bool add_member(const struct taker *taker, const struct looks *looks,
                       double sums[CELLS_MAX][COMPARED_MAX], uint32_t member)
{
    bool has_any = false;

    for (uint32_t i = taker->first_row[member]; i < taker->first_row[member + 1]; i++)
        for (size_t cell = 0; cell < looks->count; cell++)
            if (taker_is_same_cell(taker, taker->rows[i], looks->observations[cell]))
                has_any = add_row(taker, sums[cell], taker->rows[i]) || has_any;
    return has_any;
}

static struct looks looks_new(const struct taker *taker, uint32_t candidate)
{
    struct looks looks = {.count = 0};

    choose_cells(taker, candidate, &looks);
    add_member(taker, &looks, looks.own, candidate);
    return looks;
}

/* Whether the sums are the candidate's figures in most cells; one member alone must be
 * the same in all. */
static bool is_there(const struct taker *taker, const struct looks *looks,
                     const struct walk *walk)
{
    size_t same = 0;
    size_t other = 0;

    for (size_t cell = 0; cell < looks->count; cell++)
        for (size_t k = 0; k < taker->measure_count; k++) {
            double own = looks->own[cell][k];
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

/* Goes away from the candidate, until what was gone over is what it has. */
static bool find_step(const struct taker *taker, uint32_t candidate, run_fits *fits,
                      const struct looks *looks, int step, uint32_t *end)
{
    struct walk walk = {.count = 0};
    uint32_t at = candidate;
    uint32_t last = taker->dimension->member_count - 1;

    while (at != (step < 0 ? 0 : last)) {
        at = step < 0 ? at - 1 : at + 1;
        if (is_end(taker, at))
            return false;
        if (!taker_counts(taker, at))
            continue;
        if (fits && !fits(taker, candidate, at))
            return false;
        walk.count += add_member(taker, looks, walk.sum, at);
        if (is_there(taker, looks, &walk)) {
            *end = at;
            return true;
        }
    }
    return false;
}

bool taker_find_run(struct taker *taker, uint32_t candidate, run_fits *fits,
                    struct run *run)
{
    struct looks looks;
    uint32_t end;

    if (!taker->is_of_order)
        return false;
    if (!taker->first_row)
        sort_rows(taker);
    looks = looks_new(taker, candidate);
    if (find_step(taker, candidate, fits, &looks, -1, &end)) {
        *run = (struct run){end, candidate - 1};
        return true;
    }
    if (find_step(taker, candidate, fits, &looks, 1, &end)) {
        *run = (struct run){candidate + 1, end};
        return true;
    }
    return false;
}
