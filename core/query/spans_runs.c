#include "core/query/spans_internal.h"

static uint32_t *keys_new(const struct dataset *dataset, struct arena *arena,
                          uint32_t *count)
{
    struct dict keys = {0};
    uint32_t *key = ARENA_ARRAY(arena, uint32_t, dataset->observation_count);

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t members[DIMENSION_MAX] = {0};
        for (size_t d = 0; d < dataset->dimension_count; d++)
            members[d] = codes_get(&dataset->dimension[d].column, i);
        key[i] = dict_add(&keys, arena, (const char *)members,
                          dataset->dimension_count * sizeof(members[0]));
    }
    *count = keys.count;
    dict_close(&keys);
    return key;
}

/* Places where each of `count` codes begins, when sorted by code. */
static uint32_t *begins(const uint32_t *code, size_t codes, uint32_t count,
                        struct arena *arena)
{
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);

    for (size_t i = 0; i < codes; i++)
        first[code[i] + 1]++;
    for (uint32_t c = 0; c < count; c++)
        first[c + 1] += first[c];
    return first;
}

/* Two stable counting sorts: by period, then by key. */
struct runs runs_new(const struct dataset *dataset, struct arena *arena)
{
    struct runs runs = {.dataset = dataset};
    uint32_t count = (uint32_t)dataset->observation_count;
    uint32_t *key = keys_new(dataset, arena, &runs.count);
    uint32_t *period = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *by_period = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *next;

    for (uint32_t i = 0; i < count; i++)
        period[i] = codes_get(&dataset->period, i);
    next = begins(period, count, dataset->period_count, arena);
    for (uint32_t i = 0; i < count; i++)
        by_period[next[period[i]]++] = i;
    next = begins(key, count, runs.count, arena);
    for (uint32_t i = 0; i < count; i++)
        order[next[key[by_period[i]]]++] = by_period[i];
    runs.order = order;
    runs.first = begins(key, count, runs.count, arena);
    return runs;
}

int32_t runs_index(const struct runs *runs, uint32_t observation)
{
    return runs->dataset->periods[codes_get(&runs->dataset->period, observation)].index;
}

const uint32_t *runs_begin(const struct runs *runs, uint32_t run)
{
    return runs->order + runs->first[run];
}

const uint32_t *runs_end(const struct runs *runs, uint32_t run)
{
    return runs->order + runs->first[run + 1];
}

const uint32_t *runs_find(const struct runs *runs, uint32_t run, int32_t index)
{
    const uint32_t *low = runs_begin(runs, run);
    const uint32_t *high = runs_end(runs, run);

    while (low < high) {
        const uint32_t *middle = low + (high - low) / 2;
        if (runs_index(runs, *middle) < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
