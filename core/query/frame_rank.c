#include "core/query/frame_internal.h"

#include <stdlib.h>

/* The figures of a measure in one period, the largest first: made once. */
struct making_ranks {
    struct arena *arena;
    bool is_made;
    uint32_t period;
    double *figures;
    size_t count;
};

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left < right) - (left > right);
}

static void make(const struct making *making, struct making_ranks *ranks,
                 size_t measure, uint32_t period)
{
    ranks->is_made = true;
    ranks->period = period;
    ranks->count = 0;
    ranks->figures = ARENA_ARRAY(ranks->arena, double, making->rows->member_count);
    for (uint32_t i = 0; i < making->rows->member_count; i++) {
        struct value value = making_figure(making, measure, i, period);
        if (making_is_ranked(making, i) && value_is_number(value))
            ranks->figures[ranks->count++] = value.number;
    }
    if (ranks->count)
        qsort(ranks->figures, ranks->count, sizeof(*ranks->figures), compare);
}

/* How many figures are larger. */
static size_t larger(const struct making_ranks *ranks, double figure)
{
    size_t low = 0;
    size_t high = ranks->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranks->figures[middle] > figure)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t making_rank(const struct making *making, size_t measure, uint32_t member,
                   uint32_t period)
{
    struct value value = making_figure(making, measure, member, period);
    struct making_ranks *ranks = &making->ranks[measure];

    if (!making->rows || !value_is_number(value) || !making_is_ranked(making, member))
        return 0;
    if (!ranks->is_made || ranks->period != period)
        make(making, ranks, measure, period);
    return larger(ranks, value.number) + 1;
}

struct making_ranks *making_ranks_new(const struct making *making)
{
    size_t count = making->dataset->measure_count;
    struct making_ranks *ranks = ARENA_ARRAY(making->arena, struct making_ranks, count);

    for (size_t m = 0; m < count; m++)
        ranks[m].arena = making->arena;
    return ranks;
}
