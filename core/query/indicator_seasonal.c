#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

enum { PARTS_MAX = 12 };

/* Ratios to the centred average, by part of the year. */
struct seasons {
    double sum[PARTS_MAX];
    int count[PARTS_MAX];
};

/* The average of a year around p: half of the first and of the last period. */
static bool centred_average(const struct indicator_input *input, uint32_t p,
                            int32_t parts, double *average)
{
    uint32_t half = (uint32_t)parts / 2;
    struct value early;
    struct value late;

    if (p < half || p + half > input->last)
        return false;
    early = window_sum(input, p + half - 1, parts);
    late = window_sum(input, p + half, parts);
    if (!value_is_number(early) || !value_is_number(late))
        return false;
    *average = (early.number + late.number) / 2 / parts;
    return *average > 0;
}

static struct seasons collect(const struct indicator_input *input, int32_t parts)
{
    struct seasons seasons = {{0}, {0}};

    for (uint32_t p = input->first; p <= input->last; p++) {
        int32_t part = period_part(input->periods[p]);
        double average;
        if (!centred_average(input, p, parts, &average))
            continue;
        seasons.sum[part] += value_term(input->series[p]).number / average;
        seasons.count[part]++;
    }
    return seasons;
}

static struct value compute(const struct indicator_input *input)
{
    int32_t parts = periods_per_year(input->periods[input->period].frequency);
    int32_t part = period_part(input->periods[input->period]);
    struct seasons seasons;
    double sum = 0;

    if (!input->series || parts < 2)
        return value_missing(ABSENCE_NO_ROW);
    seasons = collect(input, parts);
    for (int32_t i = 0; i < parts; i++) {
        if (!seasons.count[i])
            return value_missing(ABSENCE_NO_ROW);
        sum += seasons.sum[i] / seasons.count[i];
    }
    if (sum <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(seasons.sum[part] / seasons.count[part] * parts / sum);
}

const struct indicator_ops indicator_seasonal = {
    .id = "seasonal",
    .title = N_("seasonal index of the month"),
    .head = N_("* season"),
    .formula = N_(
        "month / centred average of 12, averaged over the years, their mean set to 1"),
    .range = N_("0 and more; 1 in a month like the average"),
    .source = N_("ratio to moving average; holidays that move stay in it"),
    .lacks = N_("needs two years of months, quarters or halves without gap or break"),
    .unit = INDICATOR_AS_RATIO,
    .needs = NEEDS_SERIES | NEEDS_PARTS | NEEDS_AMOUNT,
    .is_per_measure = true,
    .compute = compute,
};
