#include "core/base/dict.h"
#include "core/base/pages.h"
#include "core/query/spans_internal.h"

static size_t block_count(const struct dataset *dataset, size_t from)
{
    size_t left = dataset->observation_count - from;

    return left < SPANS_BLOCK ? left : SPANS_BLOCK;
}

/* How many combinations of members there could be; 0: too many for a table of them. */
static size_t combinations(const struct dataset *dataset)
{
    size_t most = dataset->observation_count * 4 + SPANS_BLOCK;
    size_t count = 1;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        size_t members = dataset->dimension[d].member_count;
        if (members && count > most / members)
            return 0;
        count *= members;
    }
    return count;
}

/* Combinations get the number of the next run when they are met first. */
static uint32_t number_by_table(const struct runs *runs, uint32_t *run, uint32_t *known)
{
    const struct dataset *dataset = runs->dataset;
    uint32_t code[SPANS_BLOCK];
    uint32_t count = 0;

    for (size_t i = 0; i < dataset->observation_count; i += SPANS_BLOCK) {
        size_t here = block_count(dataset, i);
        if (stop_is_wanted(runs->stop))
            break;
        for (size_t d = 0; d < dataset->dimension_count; d++) {
            codes_unpack(&dataset->dimension[d].column, i, here, code);
            for (size_t k = 0; k < here; k++)
                run[i + k] = run[i + k] * dataset->dimension[d].member_count + code[k];
        }
        for (size_t k = 0; k < here; k++) {
            uint32_t *number = &known[run[i + k]];
            if (!*number)
                *number = ++count;
            run[i + k] = *number - 1;
        }
    }
    return count;
}

static uint32_t number_by_dict(const struct runs *runs, uint32_t *run,
                               struct arena *arena)
{
    const struct dataset *dataset = runs->dataset;
    struct dict keys = {0};
    uint32_t count;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t members[DIMENSION_MAX] = {0};
        if (i % SPANS_BLOCK == 0 && stop_is_wanted(runs->stop))
            break;
        for (size_t d = 0; d < dataset->dimension_count; d++)
            members[d] = codes_get(&dataset->dimension[d].column, i);
        run[i] = dict_add(&keys, arena, (const char *)members,
                          dataset->dimension_count * sizeof(members[0]));
    }
    count = keys.count;
    dict_close(&keys);
    return count;
}

struct runs runs_new(const struct dataset *dataset, const struct stop *stop,
                     struct arena *arena)
{
    struct runs runs = {.dataset = dataset, .stop = stop};
    size_t possible = combinations(dataset);
    uint32_t *run = ARENA_ARRAY(arena, uint32_t, dataset->observation_count);

    pages_expect(run, dataset->observation_count * sizeof(*run));
    runs.run = run;
    runs.count =
        possible ? number_by_table(&runs, run, ARENA_ARRAY(arena, uint32_t, possible))
                 : number_by_dict(&runs, run, arena);
    return runs;
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

/* Two stable counting sorts: by period, then by run. */
void runs_sort(struct runs *runs, struct arena *arena)
{
    const struct dataset *dataset = runs->dataset;
    const uint32_t *run = runs->run;
    uint32_t count = (uint32_t)dataset->observation_count;
    uint32_t *period = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *by_period = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *next;

    codes_unpack(&dataset->period, 0, count, period);
    next = begins(period, count, dataset->period_count, arena);
    for (uint32_t i = 0; i < count; i++)
        by_period[next[period[i]]++] = i;
    if (stop_is_wanted(runs->stop))
        return;
    next = begins(run, count, runs->count, arena);
    for (uint32_t i = 0; i < count; i++)
        order[next[run[by_period[i]]]++] = by_period[i];
    runs->first = begins(run, count, runs->count, arena);
    runs->order = order;
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
