#include "core/model/levels.h"

#include <math.h>

/* Levels whose sums differ by less of the total are as complete as one another. */
static const double share_apart_max = 0.01;

struct sums {
    double level[LEVEL_MAX];
    double whole;
    bool has_any;
};

/* The level of the total alone is where nobody begins to read. */
static size_t level_of_whole(const struct dimension *dimension)
{
    uint32_t whole = dimension_whole(dimension);

    return whole == MEMBER_NONE ? SIZE_MAX : dimension->members[whole].level;
}

static bool has_levels(const struct dimension *dimension)
{
    bool has_whole = level_of_whole(dimension) != SIZE_MAX;

    return !dimension->is_apart && dimension->level_count > 1 + (size_t)has_whole;
}

/* The latest that some figure is of. */
static uint32_t last_period(const struct dataset *dataset)
{
    return dataset->period_count - 1 - dataset->empty_count;
}

/* Whether the row is of the whole of every other dimension, or of a member that is
 * added up for it. */
static bool is_of_whole(const struct dataset *dataset, size_t but, size_t row)
{
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        uint32_t standing;
        uint32_t member;
        if (d == but)
            continue;
        standing = dimension_standing(dimension);
        member = codes_get(&dimension->column, row);
        if (standing != MEMBER_NONE && dimension->members[standing].has_rows) {
            if (member != standing)
                return false;
        } else if (dimension->members[member].is_group) {
            return false;
        }
    }
    return true;
}

static double figure_of(const struct dataset *dataset, size_t row)
{
    double sum = 0;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        const struct measure *measure = &dataset->measure[m];
        double figure = measure->column.data[row];
        if (measure->unit.kind == UNIT_CURRENCY && !isnan(figure))
            sum += fabs(figure);
    }
    return sum;
}

static struct sums sums_of(const struct dataset *dataset, size_t number)
{
    const struct dimension *dimension = &dataset->dimension[number];
    uint32_t period = last_period(dataset);
    uint32_t whole = dimension_whole(dimension);
    struct sums sums = {.whole = 0};

    for (size_t i = 0; i < dataset->observation_count; i++) {
        const struct member *of;
        uint32_t member;
        double figure;
        if (codes_get(&dataset->period, i) != period ||
            !is_of_whole(dataset, number, i))
            continue;
        member = codes_get(&dimension->column, i);
        of = &dimension->members[member];
        if (of->is_group)
            continue;
        figure = figure_of(dataset, i);
        sums.level[of->level] += figure;
        if (whole == MEMBER_NONE ? of->parent == MEMBER_NONE : member == whole)
            sums.whole += figure;
        sums.has_any = true;
    }
    return sums;
}

static uint32_t complete_of(const struct dimension *dimension, const struct sums *sums)
{
    size_t level_apart = level_of_whole(dimension);
    double nearest = INFINITY;
    uint32_t complete = 0;

    if (!sums->has_any || sums->whole <= 0)
        return 0;
    for (size_t i = 0; i < dimension->level_count; i++)
        if (i != level_apart)
            nearest = fmin(nearest, fabs(sums->level[i] - sums->whole));
    for (size_t i = 0; i < dimension->level_count; i++)
        if (i != level_apart && fabs(sums->level[i] - sums->whole) <=
                                    nearest + sums->whole * share_apart_max)
            complete |= (uint32_t)1 << i;
    return complete;
}

void levels_find(struct dataset *dataset)
{
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        struct dimension *dimension = &dataset->dimension[d];
        struct sums sums;
        dimension->complete = 0;
        if (!has_levels(dimension) || !dataset->period_count)
            continue;
        sums = sums_of(dataset, d);
        dimension->complete = complete_of(dimension, &sums);
    }
}
