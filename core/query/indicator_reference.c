/*
 * Exports of a row beside those of the world, for indicators that compare the two.
 */
#include "core/base/stop.h"
#include "core/query/indicator_lazy.h"
#include "core/query/indicator_whole.h"

#include <string.h>

/* Whether another dimension than the rows' is narrowed, so that there is a world
 * around. */
static bool find_narrowed(const struct making *making)
{
    const struct query *query = making->query;

    for (size_t d = 0; d < making->dataset->dimension_count; d++)
        if (d != query->rows && query->within[d] != MEMBER_NONE &&
            !making->dataset->dimension[d].is_apart &&
            query->within[d] != dimension_whole(&making->dataset->dimension[d]))
            return true;
    return false;
}

static bool is_narrowed(const struct making *making)
{
    struct making_lazy *lazy = making->lazy;

    if (lazy->narrowed == NARROWED_UNKNOWN)
        lazy->narrowed = find_narrowed(making) ? NARROWED : NARROWED_NOT;
    return lazy->narrowed == NARROWED;
}

static void find_totals(const struct making *making, uint32_t period)
{
    struct making_lazy *lazy = making->lazy;
    size_t exports = making->frame->exports;
    uint32_t whole = making->top;
    struct source own = {making, exports, &making->cubes[exports], NULL};
    struct source world = {making, exports, &lazy->world, NULL};

    if (!lazy->has_world) {
        struct query query = *making->query;
        for (size_t d = 0; d < making->dataset->dimension_count; d++)
            if (!making->dataset->dimension[d].is_apart)
                query.within[d] = MEMBER_NONE;
        lazy->world = cube_new(making->dataset, &query, exports, lazy->arena);
        lazy->totals =
            ARENA_ARRAY(lazy->arena, struct totals, making->dataset->period_count);
        lazy->has_world = !stop_is_wanted(making->query->stop);
    }
    lazy->totals[period] = (struct totals){true, whole_value(&own, whole, period),
                                           whole_value(&world, whole, period)};
}

/* Ratios of four figures of one period: in the file's currency whatever the screen's.
 */
void input_reference(const struct making *making, const struct row_source *row,
                     struct indicator_reference *reference)
{
    struct making_lazy *lazy = making->lazy;

    *reference = (struct indicator_reference){0};
    if (!making->rows || !is_narrowed(making))
        return;
    reference->exists = true;
    reference->is_of_partners = strcmp(making->rows->id, "partner") == 0;
    if (!lazy->has_world || !lazy->totals[row->period].is_found)
        find_totals(making, row->period);
    reference->part = reference->world_part = value_missing(ABSENCE_NO_ROW);
    reference->whole = lazy->totals[row->period].own;
    reference->world_whole = lazy->totals[row->period].world;
    if (row->member == MEMBER_NONE)
        return;
    reference->part =
        cube_value(&making->cubes[making->frame->exports], row->period, row->member);
    reference->world_part = cube_value(&lazy->world, row->period, row->member);
}
