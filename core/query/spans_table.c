/*
 * Sums of spans in the order of the file: each observation is added where it belongs,
 * in a table of all runs by all spans. Reading what stands together takes a fraction of
 * the time of going from run to run.
 */
#include "core/base/pages.h"
#include "core/query/spans_internal.h"

#define NO_SPAN UINT32_MAX

/* Sums of whole numbers are the same in any order; others need that of the periods. */
static bool is_in_any_order(const struct dataset *dataset)
{
    bool is_whole = true;

    for (size_t m = 0; m < dataset->measure_count; m++)
        is_whole = is_whole && dataset->measure[m].is_scaled;
    return is_whole;
}

static bool is_in_order(const struct dataset *dataset)
{
    uint32_t last = 0;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t period = codes_get(&dataset->period, i);
        if (period < last)
            return false;
        last = period;
    }
    return true;
}

/* The span of each period; NULL when some overlap. */
static uint32_t *spans_of_periods(const struct dataset *dataset,
                                  const struct span *spans, uint32_t count,
                                  struct arena *arena)
{
    uint32_t *of = ARENA_ARRAY(arena, uint32_t, dataset->period_count);

    for (uint32_t p = 0; p < dataset->period_count; p++) {
        of[p] = NO_SPAN;
        for (uint32_t s = 0; s < count; s++) {
            if (!period_contains(spans[s].fine, dataset->periods[p]))
                continue;
            if (of[p] != NO_SPAN)
                return NULL;
            of[p] = s;
        }
    }
    return of;
}

/* The earliest of a group is what it takes its members and line from. */
static void take_from(const struct dataset *dataset, uint32_t *from, size_t i)
{
    if (!*from ||
        codes_get(&dataset->period, i) < codes_get(&dataset->period, (size_t)*from - 1))
        *from = (uint32_t)i + 1;
}

/* Places in the table; SIZE_MAX: in no span. */
static void find_places(const struct runs *runs, const uint32_t *span_of, size_t from,
                        size_t count, size_t *place)
{
    uint32_t period[SPANS_BLOCK];

    codes_unpack(&runs->dataset->period, from, count, period);
    for (size_t k = 0; k < count; k++) {
        uint32_t span = span_of[period[k]];
        place[k] = span == NO_SPAN ? SIZE_MAX
                                   : (size_t)span * runs->count + runs->run[from + k];
    }
}

static void add_block(const struct runs *runs, const struct span_table *table,
                      const size_t *place, size_t from, size_t count)
{
    const struct dataset *dataset = runs->dataset;

    for (size_t k = 0; k < count; k++)
        if (place[k] != SIZE_MAX)
            take_from(dataset, &table->from[place[k]], from + k);
    for (size_t m = 0; m < table->measure_count; m++)
        for (size_t k = 0; k < count; k++)
            if (place[k] != SIZE_MAX)
                span_add(&table->tally[place[k] * table->measure_count + m],
                         &dataset->measure[m], from + k, 1);
}

bool span_table_new(const struct runs *runs, const struct span *spans, uint32_t count,
                    struct span_table *table, struct arena *arena)
{
    const struct dataset *dataset = runs->dataset;
    size_t cells = (size_t)runs->count * count;
    const uint32_t *span_of;
    size_t place[SPANS_BLOCK];

    if (dataset->is_ytd || cells > dataset->observation_count + SPANS_BLOCK ||
        (!is_in_any_order(dataset) && !is_in_order(dataset)))
        return false;
    span_of = spans_of_periods(dataset, spans, count, arena);
    if (!span_of)
        return false;
    *table = (struct span_table){
        runs->count, dataset->measure_count, ARENA_ARRAY(arena, uint32_t, cells),
        ARENA_ARRAY(arena, struct span_tally, cells * dataset->measure_count)};
    pages_expect(table->from, cells * sizeof(*table->from));
    pages_expect(table->tally, cells * dataset->measure_count * sizeof(*table->tally));
    for (size_t i = 0; i < dataset->observation_count && !stop_is_wanted(runs->stop);
         i += SPANS_BLOCK) {
        size_t left = dataset->observation_count - i;
        size_t here = left < SPANS_BLOCK ? left : SPANS_BLOCK;
        find_places(runs, span_of, i, here, place);
        add_block(runs, table, place, i, here);
    }
    return true;
}

bool span_table_get(const struct span_table *table, uint32_t span, uint32_t run,
                    struct span_group *group)
{
    size_t place = (size_t)span * table->run_count + run;

    if (!table->from[place])
        return false;
    group->has_any = true;
    group->from = table->from[place] - 1;
    for (size_t m = 0; m < table->measure_count; m++)
        group->tally[m] = table->tally[place * table->measure_count + m];
    return true;
}
