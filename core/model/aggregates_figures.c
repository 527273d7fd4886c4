#include "core/model/aggregates_internal.h"

#include <math.h>
#include <string.h>

static bool is_amount(const struct builder *builder, size_t measure)
{
    return !builder->measure[measure].is_percent &&
           !builder->measure[measure].growth_of.text;
}

void taker_choose_measures(struct taker *taker)
{
    const struct dataset *dataset = taker->builder->dataset;
    static const char *const flows[] = {"exports", "imports"};

    for (size_t i = 0; i < 2; i++) {
        size_t measure = dataset_measure(dataset, flows[i]);
        if (measure != SIZE_MAX)
            taker->measures[taker->measure_count++] = measure;
    }
    for (size_t m = 0; m < dataset->measure_count && !taker->measure_count; m++)
        if (is_amount(taker->builder, m))
            taker->measures[taker->measure_count++] = m;
}

/* Parts may differ from their whole by that share, from rounding and revisions. */
static const double share_apart_max = 0.01;

/* The figures of the others in the cell of one of the candidate's rows. */
struct cell {
    uint32_t observation; /* + 1; 0: empty */
    double largest[COMPARED_MAX];
    double sum[COMPARED_MAX];
};

struct cells {
    struct cell *slots;
    size_t size; /* a power of two, at most half full */
};

static uint64_t hash_cell(const struct taker *taker, size_t observation, uint64_t seed)
{
    const struct dataset *dataset = taker->builder->dataset;
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t state = (seed ^ codes_get(&dataset->period, observation)) * factor;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        state ^= state >> 32;
        if (d != taker->number)
            state = (state ^ codes_get(&dataset->dimension[d].column, observation)) *
                    factor;
    }
    return state ^ (state >> 29);
}

bool taker_is_same_cell(const struct taker *taker, size_t a, size_t b)
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

static struct cell *cell_at(const struct taker *taker, const struct cells *cells,
                            size_t observation)
{
    size_t slot =
        hash_cell(taker, observation, (uintptr_t)cells->slots) & (cells->size - 1);

    while (cells->slots[slot].observation &&
           !taker_is_same_cell(taker, cells->slots[slot].observation - 1, observation))
        slot = (slot + 1) & (cells->size - 1);
    return &cells->slots[slot];
}

/* A cell for each row of the candidate. */
static struct cells cells_new(const struct taker *taker, uint32_t candidate)
{
    size_t count = taker->builder->dataset->observation_count;
    struct cells cells = {.size = 16};
    size_t rows = 0;

    for (size_t i = 0; i < count; i++)
        rows += taker_member(taker, i) == candidate;
    while (cells.size < 2 * rows)
        cells.size *= 2;
    cells.slots = ARENA_ARRAY(&taker->builder->scratch, struct cell, cells.size);
    for (size_t i = 0; i < count; i++)
        if (taker_member(taker, i) == candidate)
            *cell_at(taker, &cells, i) =
                (struct cell){(uint32_t)i + 1, {-INFINITY, -INFINITY}, {0}};
    return cells;
}

static bool count_hits(const struct taker *taker, const struct cells *cells)
{
    size_t hits = 0;
    size_t misses = 0;

    for (size_t slot = 0; slot < cells->size; slot++)
        for (size_t k = 0; k < taker->measure_count; k++) {
            const struct cell *cell = &cells->slots[slot];
            double own =
                cell->observation ? taker_figure(taker, k, cell->observation - 1) : NAN;
            if (isnan(own) || cell->largest[k] < 0)
                continue;
            hits += own >= cell->largest[k];
            misses += own < cell->largest[k];
        }
    return hits > misses || misses == 0;
}

static void cell_add(const struct taker *taker, struct cell *cell, size_t observation)
{
    for (size_t k = 0; k < taker->measure_count && cell->observation; k++) {
        double figure = taker_figure(taker, k, observation);
        if (isnan(figure))
            continue;
        cell->sum[k] += figure;
        if (figure > cell->largest[k])
            cell->largest[k] = figure;
    }
}

static struct cells cells_of_others(const struct taker *taker, uint32_t candidate)
{
    struct cells cells = cells_new(taker, candidate);

    for (size_t i = 0; i < taker->builder->dataset->observation_count; i++)
        if (taker->is_other[taker_member(taker, i)])
            cell_add(taker, cell_at(taker, &cells, i), i);
    return cells;
}

enum sums taker_compare(double figure, double sum)
{
    double apart = fabs(figure) * share_apart_max;

    if (isnan(figure) || fabs(figure) <= 0)
        return SUMS_UNKNOWN;
    if (fabs(figure - sum) <= apart)
        return SUMS_EQUAL;
    return sum < figure ? SUMS_LESS : SUMS_MORE;
}

static enum sums most_sums(const struct taker *taker, const struct cells *cells)
{
    size_t count[SUMS_MORE + 1] = {0};
    enum sums most = SUMS_UNKNOWN;

    for (size_t slot = 0; slot < cells->size; slot++)
        for (size_t k = 0; k < taker->measure_count; k++) {
            const struct cell *cell = &cells->slots[slot];
            /* No row of the others: nothing to compare. */
            if (cell->observation && isfinite(cell->largest[k]))
                count[taker_compare(taker_figure(taker, k, cell->observation - 1),
                                    cell->sum[k])]++;
        }
    for (int sums = SUMS_LESS; sums <= SUMS_MORE; sums++)
        if (count[sums] && (!most || count[sums] > count[most]))
            most = (enum sums)sums;
    return most;
}

struct judgement taker_judge(const struct taker *taker, uint32_t candidate)
{
    struct cells cells = cells_of_others(taker, candidate);

    return (struct judgement){count_hits(taker, &cells), most_sums(taker, &cells)};
}

double *taker_weigh(const struct taker *taker)
{
    double *weights =
        ARENA_ARRAY(&taker->builder->scratch, double, taker->dimension->member_count);

    for (size_t i = 0; i < taker->builder->dataset->observation_count; i++)
        for (size_t k = 0; k < taker->measure_count; k++) {
            double figure = taker_figure(taker, k, i);
            if (!isnan(figure))
                weights[taker_member(taker, i)] += figure;
        }
    return weights;
}
