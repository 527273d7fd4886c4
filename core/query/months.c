#include "core/query/months.h"

#include <math.h>
#include <string.h>

/* The observation of the same members in each period, found by one key. */
struct series {
    struct arena scratch;
    struct dict keys;
    uint32_t *row; /* [key * period_count + period] + 1; 0: none */
    uint32_t *key; /* of each observation */
    size_t period_count;
};

static uint32_t key_of(struct series *series, const struct dataset *dataset, size_t i)
{
    uint32_t members[DIMENSION_MAX] = {0};

    for (size_t d = 0; d < dataset->dimension_count; d++)
        members[d] = codes_get(&dataset->dimension[d].column, i);
    return dict_add(&series->keys, &series->scratch, (const char *)members,
                    sizeof(members));
}

static void index_rows(struct series *series, const struct dataset *dataset)
{
    size_t count = dataset->observation_count;

    series->period_count = dataset->period_count;
    series->key = ARENA_ARRAY(&series->scratch, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        series->key[i] = key_of(series, dataset, i);
    series->row = ARENA_ARRAY(&series->scratch, uint32_t,
                              (size_t)series->keys.count * series->period_count);
    for (size_t i = 0; i < count; i++)
        series->row[series->key[i] * series->period_count +
                    codes_get(&dataset->period, i)] = (uint32_t)i + 1;
}

/* Whether the period is the first of its year, which is a month already. */
static bool is_first_of_year(struct period period)
{
    struct period before = {period.frequency, period.index - 1};

    return period_year(before) != period_year(period);
}

/* The row of the period just before in the same year; 0 when there is none. */
static uint32_t row_before(const struct series *series, const struct dataset *dataset,
                           size_t i)
{
    uint32_t period = codes_get(&dataset->period, i);

    if (period == 0 ||
        dataset->periods[period - 1].index + 1 != dataset->periods[period].index)
        return 0;
    return series->row[series->key[i] * series->period_count + period - 1];
}

static void derive(const struct series *series, struct dataset *dataset, size_t m,
                   double *months)
{
    const struct numbers *column = &dataset->measure[m].column;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct period period = dataset->periods[codes_get(&dataset->period, i)];
        uint32_t before = row_before(series, dataset, i);
        months[i] = column->data[i];
        if (!is_first_of_year(period))
            months[i] -= before ? column->data[before - 1] : (double)NAN;
    }
}

/* A month that cannot be derived is not available. */
static void store(struct dataset *dataset, size_t m, const double *months)
{
    struct measure *measure = &dataset->measure[m];
    struct codes absence = {0};

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t kind = codes_get_sparse(&measure->absence, i);
        if (isnan(months[i]) && !kind)
            kind = ABSENCE_NOT_AVAILABLE;
        codes_add_sparse(&absence, &dataset->arena, i, kind);
        measure->column.data[i] = months[i];
    }
    codes_close(&measure->absence);
    measure->absence = absence;
}

void months_from_year_to_date(struct dataset *dataset)
{
    struct series series = {0};
    double *months;

    if (!dataset->is_ytd || !dataset->observation_count)
        return;
    index_rows(&series, dataset);
    months = ARENA_ARRAY(&series.scratch, double, dataset->observation_count);
    for (size_t m = 0; m < dataset->measure_count; m++) {
        if (dataset->measure[m].unit.kind == UNIT_PERCENT)
            continue;
        derive(&series, dataset, m, months);
        store(dataset, m, months);
    }
    dataset->is_ytd = false;
    dict_close(&series.keys);
    arena_clear(&series.scratch);
}
