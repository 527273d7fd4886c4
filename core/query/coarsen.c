#include "core/query/coarsen.h"

#include "core/base/sum.h"

#include <math.h>
#include <string.h>

/* Periods in a year, for the frequencies that divide it evenly; 0 for the others. */
static const int per_year[FREQUENCY_COUNT] = {
    [FREQUENCY_YEAR] = 1,
    [FREQUENCY_HALF] = 2,
    [FREQUENCY_QUARTER] = 4,
    [FREQUENCY_MONTH] = 12,
};

bool frequency_nests(enum frequency fine, enum frequency coarse)
{
    return coarse < fine && per_year[fine] && per_year[coarse];
}

static int32_t floor_div(int32_t a, int32_t b)
{
    return a / b - (a % b < 0);
}

/* What one coarser observation has collected. */
struct group {
    uint32_t first; /* the finer observation that it takes its members and line from */
    uint32_t covered;
    struct sum sum[MEASURE_MAX];
    enum absence absence[MEASURE_MAX];
    bool has_number[MEASURE_MAX];
};

struct coarsening {
    const struct dataset *fine;
    struct dataset *out;
    struct arena scratch;
    struct dict keys;      /* member codes and period, as bytes -> group */
    struct group **groups; /* by number */
    uint32_t *coarse_of;   /* fine period -> index of the coarser one */
    uint32_t expected;     /* finer periods in a whole coarser one */
};

/* The coarser periods of all finer ones, sorted as those are. */
static void map_periods(struct coarsening *work, enum frequency frequency)
{
    const struct dataset *fine = work->fine;
    struct dataset *out = work->out;
    int32_t parts = (int32_t)work->expected;

    work->coarse_of = ARENA_ARRAY(&work->scratch, uint32_t, fine->period_count);
    out->periods = ARENA_ARRAY(&out->arena, struct period, fine->period_count);
    out->period_count = 0;
    for (uint32_t p = 0; p < fine->period_count; p++) {
        struct period coarse = {frequency, floor_div(fine->periods[p].index, parts)};
        if (!out->period_count ||
            !period_equal(out->periods[out->period_count - 1], coarse))
            out->periods[out->period_count++] = coarse;
        work->coarse_of[p] = out->period_count - 1;
    }
}

static struct group *group_of(struct coarsening *work, size_t observation)
{
    const struct dataset *fine = work->fine;
    uint32_t key[DIMENSION_MAX + 1];
    uint32_t before = work->keys.count;
    uint32_t number;

    for (size_t d = 0; d < fine->dimension_count; d++)
        key[d] = codes_get(&fine->dimension[d].column, observation);
    key[fine->dimension_count] = work->coarse_of[codes_get(&fine->period, observation)];
    number = dict_add(&work->keys, &work->scratch, (const char *)key,
                      (fine->dimension_count + 1) * sizeof(key[0]));
    if (number == before) {
        work->groups[number] = ARENA_NEW(&work->scratch, struct group);
        work->groups[number]->first = (uint32_t)observation;
    }
    return work->groups[number];
}

static void collect(struct coarsening *work, size_t observation)
{
    struct group *group = group_of(work, observation);

    group->covered++;
    for (size_t m = 0; m < work->fine->measure_count; m++) {
        const struct measure *measure = &work->fine->measure[m];
        double number = measure->column.data[observation];
        enum absence absence =
            (enum absence)codes_get_sparse(&measure->absence, observation);
        if (!isnan(number)) {
            sum_add(&group->sum[m], number);
            group->has_number[m] = true;
        } else if (group->absence[m] < absence) {
            group->absence[m] = absence;
        }
    }
}

/* Not available and confidential spread; what is rounded or does not apply adds
 * nothing. */
static void emit_measure(struct coarsening *work, const struct group *group, size_t m,
                         size_t number)
{
    struct measure *measure = &work->out->measure[m];
    bool spreads = group->absence[m] >= ABSENCE_CONFIDENTIAL;
    bool is_sum = measure->unit.kind != UNIT_PERCENT;
    bool is_number = group->has_number[m] && !spreads && is_sum;
    enum absence absence = is_sum ? group->absence[m] : ABSENCE_NO_ROW;

    numbers_add(&measure->column, &work->out->arena,
                is_number ? sum_value(group->sum[m]) : (double)NAN);
    codes_add_sparse(&measure->absence, &work->out->arena, number,
                     is_number ? ABSENCE_NONE : absence);
}

static void emit(struct coarsening *work, uint32_t number)
{
    const struct dataset *fine = work->fine;
    const struct group *group = work->groups[number];
    struct dataset *out = work->out;
    bool is_whole = group->covered >= work->expected;

    codes_add(&out->period, &out->arena,
              work->coarse_of[codes_get(&fine->period, group->first)]);
    for (size_t d = 0; d < fine->dimension_count; d++)
        codes_add(&out->dimension[d].column, &out->arena,
                  codes_get(&fine->dimension[d].column, group->first));
    for (size_t m = 0; m < fine->measure_count; m++)
        emit_measure(work, group, m, number);
    codes_add(&out->line, &out->arena, codes_get(&fine->line, group->first));
    codes_add_sparse(&out->covered, &out->arena, number, is_whole ? 0 : group->covered);
    out->observation_count++;
}

/* Everything but the columns is shared; columns and what is per observation is new. */
static void share(const struct dataset *fine, struct dataset *out)
{
    *out = *fine;
    out->is_coarse = true;
    out->arena = (struct arena){.on_failure = fine->arena.on_failure};
    out->period = out->flag = out->remark = out->vintage = out->line = out->covered =
        (struct codes){0};
    out->observation_count = 0;
    for (size_t d = 0; d < DIMENSION_MAX; d++)
        out->dimension[d].column = (struct codes){0};
    for (size_t m = 0; m < MEASURE_MAX; m++) {
        out->measure[m].column = (struct numbers){0};
        out->measure[m].absence = (struct codes){0};
    }
}

bool coarsen(const struct dataset *dataset, enum frequency frequency,
             struct dataset *out)
{
    struct coarsening work = {.fine = dataset, .out = out};

    if (!dataset->period_count || dataset->is_ytd ||
        !frequency_nests(dataset->periods[0].frequency, frequency))
        return false;
    share(dataset, out);
    work.expected =
        (uint32_t)(per_year[dataset->periods[0].frequency] / per_year[frequency]);
    work.groups =
        ARENA_ARRAY(&work.scratch, struct group *, dataset->observation_count);
    map_periods(&work, frequency);
    for (size_t i = 0; i < dataset->observation_count; i++)
        collect(&work, i);
    for (uint32_t g = 0; g < work.keys.count; g++)
        emit(&work, g);
    dict_close(&work.keys);
    arena_clear(&work.scratch);
    return true;
}

void coarsen_close(struct dataset *out)
{
    for (size_t d = 0; d < DIMENSION_MAX; d++)
        codes_close(&out->dimension[d].column);
    for (size_t m = 0; m < MEASURE_MAX; m++) {
        numbers_close(&out->measure[m].column);
        codes_close(&out->measure[m].absence);
    }
    codes_close(&out->period);
    codes_close(&out->line);
    codes_close(&out->covered);
    arena_clear(&out->arena);
    *out = (struct dataset){0};
}
