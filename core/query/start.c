#include "core/query/start.h"

#include "core/query/query.h"

/* A level with fewer members than this is an overview, not where reading starts; nor is
 * one that lacks some of the whole (levels.h). */
enum { ENOUGH_ROWS = 8 };

/* The groups come after the levels. */
enum { GROUPS_AT = LEVEL_MAX, PLACES = LEVEL_MAX + 1 };

/* The latest period that has figures, by level. */
struct latest {
    const struct dataset *dataset;
    const struct dimension *dimension;
    uint32_t standing[DIMENSION_MAX]; /* dimension_standing() */
    uint32_t limit;                   /* no later period counts */
    uint32_t before[PLACES];          /* numbers of periods from 1; 0: none */
};

static size_t level_size(const struct dimension *dimension, size_t level)
{
    size_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        count +=
            !dimension->members[i].is_group && dimension->members[i].level == level;
    return count;
}

static bool is_complete(const struct dimension *dimension, size_t level)
{
    return !dimension->complete || (dimension->complete >> level & 1);
}

static size_t natural_level(const struct dimension *dimension)
{
    size_t last = 0;

    for (size_t level = 0; level < dimension->level_count; level++) {
        if (!is_complete(dimension, level))
            continue;
        if (level_size(dimension, level) >= ENOUGH_ROWS)
            return level;
        last = level;
    }
    return last;
}

uint32_t start_latest(const struct dataset *dataset)
{
    uint32_t last = dataset->period_count - 1;

    if (dataset->is_last_begun && !dataset->empty_count)
        last--;
    return last - dataset->empty_count;
}

/* Whether the observation is one of those that stand for dimensions that are never
 * added up. */
static bool stands(const struct latest *latest, size_t observation)
{
    const struct dataset *dataset = latest->dataset;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        if (dimension->is_apart && dimension != latest->dimension &&
            codes_get(&dimension->column, observation) != latest->standing[d])
            return false;
    }
    return true;
}

static bool has_figure(const struct dataset *dataset, size_t observation)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, observation) != ABSENCE_NO_ROW)
            return true;
    return false;
}

/* A figure is one of every level that it is in or below. */
static void look_at(struct latest *latest, size_t observation)
{
    const struct dimension *dimension = latest->dimension;
    uint32_t period = codes_get(&latest->dataset->period, observation);
    uint32_t number = codes_get(&dimension->column, observation);
    const struct member *member = &dimension->members[number];
    size_t from = member->is_group ? GROUPS_AT : 0;
    size_t to = member->is_group ? GROUPS_AT : member->level;

    if (period > latest->limit || latest->before[to] > period ||
        !stands(latest, observation) || !has_figure(latest->dataset, observation))
        return;
    for (size_t level = from; level <= to; level++)
        if (latest->before[level] <= period)
            latest->before[level] = period + 1;
}

/* From both ends, since one of them mostly has the latest period, until the level has
 * figures in that. */
static void find_latest(struct latest *latest, size_t level)
{
    size_t count = latest->dataset->observation_count;

    for (size_t i = 0; i < count - count / 2; i++) {
        look_at(latest, i);
        look_at(latest, count - 1 - i);
        if (latest->before[level] == latest->limit + 1)
            return;
    }
}

static bool is_whole_alone(const struct dimension *dimension, size_t level)
{
    return level == 0 && dimension_whole(dimension) != MEMBER_NONE;
}

/* The level itself, coarser ones below the whole, groups, finer ones, the whole. */
static size_t first_with_figures(const struct latest *latest, size_t natural)
{
    const struct dimension *dimension = latest->dimension;

    for (size_t level = natural + 1; level-- > 0;)
        if (latest->before[level] &&
            (level == natural || !is_whole_alone(dimension, level)))
            return level;
    if (latest->before[GROUPS_AT])
        return GROUPS_AT;
    for (size_t level = natural + 1; level < dimension->level_count; level++)
        if (latest->before[level])
            return level;
    return latest->before[0] ? 0 : natural;
}

struct start start_new(const struct dataset *dataset, size_t dimension)
{
    struct latest latest = {.dataset = dataset,
                            .dimension = &dataset->dimension[dimension],
                            .limit = start_latest(dataset)};
    size_t natural = natural_level(latest.dimension);
    size_t level;
    uint32_t period;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        latest.standing[d] = dimension_standing(&dataset->dimension[d]);
    find_latest(&latest, natural);
    level = first_with_figures(&latest, natural);
    period = latest.before[level] ? latest.before[level] - 1 : latest.limit;
    return (struct start){level == GROUPS_AT ? LEVEL_GROUPS : level,
                          dataset->periods[period]};
}
