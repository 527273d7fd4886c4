#include "core/load/begun.h"

enum { AT_ONCE = 1024 };

/* Whether no row stands behind one of a later period, and behind one of an earlier. */
struct order {
    bool is_forwards;
    bool is_backwards;
};

static struct order order_of(const struct dataset *dataset)
{
    struct order order = {true, true};
    uint32_t before = dataset->observation_count ? codes_get(&dataset->period, 0) : 0;
    uint32_t codes[AT_ONCE];

    for (size_t first = 0; first < dataset->observation_count; first += AT_ONCE) {
        size_t left = dataset->observation_count - first;
        size_t count = left < AT_ONCE ? left : AT_ONCE;
        codes_unpack(&dataset->period, first, count, codes);
        for (size_t i = 0; i < count; i++) {
            order.is_forwards = order.is_forwards && codes[i] >= before;
            order.is_backwards = order.is_backwards && codes[i] <= before;
            before = codes[i];
        }
    }
    return order;
}

uint32_t begun_period(const struct dataset *dataset)
{
    struct order order;

    if (dataset->period_count < 2 || !dataset->observation_count)
        return UINT32_MAX;
    order = order_of(dataset);
    if (!order.is_forwards && !order.is_backwards)
        return UINT32_MAX;
    return codes_get(&dataset->period, dataset->observation_count - 1);
}

static void cut_codes(struct codes *codes, size_t count)
{
    if (codes->count > count)
        codes->count = count;
}

static void cut_attributes(struct codes attribute[ATTRIBUTE_COUNT], size_t count)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        cut_codes(&attribute[i], count);
}

static void cut_rows(struct dataset *dataset, size_t count)
{
    size_t kept = 0;

    cut_codes(&dataset->period, count);
    cut_codes(&dataset->file, count);
    cut_attributes(dataset->attribute, count);
    sequence_cut(&dataset->line, count);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        cut_codes(&dataset->dimension[d].column, count);
    for (size_t m = 0; m < dataset->measure_count; m++) {
        dataset->measure[m].column.count = count;
        cut_codes(&dataset->measure[m].absence, count);
        cut_attributes(dataset->measure[m].attribute, count);
    }
    for (size_t i = 0; i < dataset->superseded_count; i++)
        if (dataset->superseded[i].observation < count)
            dataset->superseded[kept++] = dataset->superseded[i];
    dataset->superseded_count = kept;
    dataset->observation_count = count;
}

/* The first of the periods goes, so that the others are numbered anew. */
static void shift_periods(struct dataset *dataset)
{
    struct arena scratch = {.on_failure = dataset->arena.on_failure};
    uint32_t *map = ARENA_ARRAY(&scratch, uint32_t, dataset->period_count);

    for (uint32_t p = 1; p < dataset->period_count; p++)
        map[p] = p - 1;
    codes_remap(&dataset->period, &scratch, map);
    dataset->periods++;
    arena_clear(&scratch);
}

void begun_leave_out(struct dataset *dataset)
{
    uint32_t begun = begun_period(dataset);
    size_t count = dataset->observation_count;

    if (begun == UINT32_MAX)
        return;
    while (codes_get(&dataset->period, count - 1) == begun)
        count--;
    cut_rows(dataset, count);
    if (begun == 0)
        shift_periods(dataset);
    dataset->period_count--;
    dataset->is_last_begun = false;
}
