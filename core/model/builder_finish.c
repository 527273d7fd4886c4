#include "core/base/number.h"
#include "core/base/threads.h"
#include "core/model/builder_internal.h"
#include "core/model/gaps.h"
#include "core/model/levels.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whole numbers below these are exact in a double; with decimals two bits are left for
 * the rounding of figure and product. */
#define WHOLE_MAX 9007199254740992.0  /* 2^53 */
#define SCALED_MAX 2251799813685248.0 /* 2^51 */
#define SCALED_DECIMALS_MAX 9

enum { ROWS_A_THREAD = 250000 };

static int compare_periods(const void *a, const void *b)
{
    return period_compare(*(const struct period *)a, *(const struct period *)b);
}

/* The number of a period in the sorted table. */
static uint32_t sorted_number(const struct dataset *dataset,
                              const struct period *sorted, struct period period)
{
    const struct period *found = bsearch(&period, sorted, dataset->period_count,
                                         sizeof(period), compare_periods);

    return (uint32_t)(found - sorted);
}

static void sort_periods(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    uint32_t count = dataset->period_count;
    struct period *sorted = ARENA_ARRAY(&dataset->arena, struct period, count);
    uint32_t *map = ARENA_ARRAY(&builder->scratch, uint32_t, count);
    bool is_moved = false;

    if (count == 0)
        return;
    memcpy(sorted, dataset->periods, count * sizeof(*sorted));
    qsort(sorted, count, sizeof(*sorted), compare_periods);
    for (uint32_t i = 0; i < count; i++) {
        map[i] = sorted_number(dataset, sorted, dataset->periods[i]);
        is_moved = is_moved || map[i] != i;
    }
    /* Most files are in this order. */
    if (is_moved)
        codes_remap(&dataset->period, &dataset->arena, map);
    dataset->periods = sorted;
}

static size_t find_measure(struct builder *builder, struct builder_text id)
{
    const struct dataset *dataset = builder->dataset;
    const char *names[MEASURE_MAX] = {NULL};
    const char *name = arena_copy(&builder->scratch, id.text, id.length);
    size_t found = dataset_measure(dataset, name);

    if (found != SIZE_MAX)
        return found;
    for (size_t i = 0; i < dataset->measure_count; i++)
        names[i] = dataset->measure[i].id;
    diag_error_span(builder->diags, id.at, builder_span(id), "'%s' is not a measure%s",
                    builder_quote(builder, id),
                    builder_suggest(builder, id, names, dataset->measure_count));
    return SIZE_MAX;
}

static void resolve_growth(struct builder *builder, size_t number)
{
    struct measure *measure = &builder->dataset->measure[number];
    struct builder_text of = builder->measure[number].growth_of;

    if (!of.text)
        return;
    measure->growth_of = find_measure(builder, of);
    if (measure->growth_of == number)
        diag_error_span(builder->diags, of.at, builder_span(of),
                        "'%s' cannot be its own growth", measure->id);
    else if (measure->unit.kind != UNIT_PERCENT)
        diag_error_span(builder->diags, of.at, builder_span(of),
                        "'%s' is a growth and needs unit: percent", measure->id);
}

static void resolve_unit(struct builder *builder, size_t number)
{
    struct dataset *dataset = builder->dataset;
    struct measure *measure = &dataset->measure[number];

    if (builder->measure[number].has_unit)
        return;
    measure->unit = dataset->unit;
    if (dataset->unit.kind == UNIT_NONE)
        diag_error_span(builder->diags, builder->measure[number].at,
                        strlen(measure->id),
                        "no unit for '%s': say unit: {currency: CNY, scale: 4} when "
                        "figures are in 10^4 yuan",
                        measure->id);
}

/* Numbers that threads scale. */
struct scaling {
    double *number;
    size_t count;
    size_t parts;
    double factor;
};

/* The nearest whole numbers, of products below SCALED_MAX: what is added leaves no room
 * for a fraction. */
static void scale_all(double *number, size_t count, double factor)
{
#if FLT_EVAL_METHOD == 0
    const double half = 3 * SCALED_MAX; /* 1.5 times 2^52 */
    size_t i = 0;

    for (; i + 4 <= count; i += 4)
        for (size_t k = 0; k < 4; k++)
            number[i + k] = (number[i + k] * factor + half) - half;
    for (; i < count; i++)
        number[i] = (number[i] * factor + half) - half;
#else
    for (size_t i = 0; i < count; i++)
        number[i] = nearbyint(number[i] * factor);
#endif
}

static void scale_part(void *state, size_t part)
{
    const struct scaling *scaling = (const struct scaling *)state;
    size_t share = scaling->count / scaling->parts;
    size_t from = share * part;

    scale_all(scaling->number + from,
              part + 1 < scaling->parts ? share : scaling->count - from,
              scaling->factor);
}

static void scale(struct builder *builder, struct numbers *column, double factor)
{
    struct scaling scaling = {column->data, column->count,
                              threads_for(column->count / ROWS_A_THREAD), factor};

    crew_run(builder->crew, scale_part, &scaling, scaling.parts);
}

/* Makes the column hold whole numbers where they are exact. See struct measure. */
static void make_exact(struct builder *builder, size_t number)
{
    struct measure *measure = &builder->dataset->measure[number];
    const struct pending_measure *pending = &builder->measure[number];
    int decimals = pending->decimals_max;
    struct numbers *column = &measure->column;

    measure->shown_decimals = decimals;
    if (decimals > SCALED_DECIMALS_MAX)
        return;

    double factor = number_pow10(decimals);
    if (pending->largest * factor >= (decimals ? SCALED_MAX : WHOLE_MAX))
        return;
    measure->is_scaled = true;
    measure->decimals = decimals;
    measure->largest = nearbyint(pending->largest * factor);
    if (decimals)
        scale(builder, column, factor);
}

static void finish_measures(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;

    for (size_t i = 0; i < builder->valuation_count; i++) {
        const struct pending_valuation *pending = &builder->valuations[i];
        size_t number = find_measure(builder, pending->measure);

        if (number != SIZE_MAX)
            dataset->measure[number].valuation = pending->valuation;
    }
    for (size_t i = 0; i < dataset->measure_count; i++) {
        resolve_unit(builder, i);
        resolve_growth(builder, i);
        make_exact(builder, i);
    }
}

/* A fact may be stated before the measures are declared. */
static void finish_facts(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;

    for (size_t i = 0; i < dataset->fact_count; i++) {
        const struct fact *fact = &dataset->facts[i];

        if (fact->measure)
            find_measure(builder, (struct builder_text){
                                      fact->measure, strlen(fact->measure), fact->at});
    }
}

/* Merges the runs from[start..middle) and from[middle..end) into `to`. */
static void merge(const struct event *from, struct event *to, size_t start,
                  size_t middle, size_t end)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++) {
        bool is_left = left < middle &&
                       (right >= end ||
                        period_compare(from[left].period, from[right].period) <= 0);

        to[i] = is_left ? from[left++] : from[right++];
    }
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* A merge sort, since qsort() is not stable: events of one period keep the order of the
 * file. */
static void sort_events(struct dataset *dataset, struct event *spare)
{
    struct event *from = dataset->events;
    struct event *to = spare;
    size_t count = dataset->event_count;

    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0; start < count; start += 2 * run)
            merge(from, to, start, smaller(start + run, count),
                  smaller(start + 2 * run, count));

        struct event *swap = from;
        from = to;
        to = swap;
    }
    dataset->events = from;
}

static void check_below(struct builder *builder, const struct event *event)
{
    if (event->below && dataset_dimension(builder->dataset, event->below) == SIZE_MAX)
        diag_error(builder->diags, (struct source_pos){.file = builder->dataset->path},
                   "an event is of series below '%s', which is no dimension",
                   event->below);
}

static void finish_events(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;

    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct pending_event *pending = &builder->events[i];

        check_below(builder, &dataset->events[i]);
        if (dataset->events[i].is_break && pending->break_count == 0)
            dataset->events[i].breaks = UINT64_MAX;
        for (size_t b = 0; b < pending->break_count; b++) {
            size_t measure = find_measure(builder, pending->breaks[b]);

            if (measure != SIZE_MAX)
                dataset->events[i].breaks |= (uint64_t)1 << measure;
        }
    }
    sort_events(dataset,
                ARENA_ARRAY(&dataset->arena, struct event, dataset->event_count));
}

static bool has_figure(const struct dataset *dataset, size_t observation)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (!isnan(dataset->measure[m].column.data[observation]))
            return true;
    return false;
}

/* A table may have a column for a year that is still to come. Most files are decided by
 * their last row. */
static uint32_t count_empty(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    uint32_t count = dataset->period_count;
    uint32_t empty = 0;
    bool *has = count ? ARENA_ARRAY(&builder->scratch, bool, count) : NULL;

    for (size_t i = dataset->observation_count; i-- > 0 && count && !has[count - 1];) {
        uint32_t period = codes_get(&dataset->period, i);
        has[period] = has[period] || has_figure(dataset, i);
    }
    while (empty < count && !has[count - 1 - empty])
        empty++;
    return empty < count ? empty : 0;
}

bool builder_finish(struct builder *builder)
{
    builder_settle_frequency(builder);
    builder_check_frequency(builder);
    builder_finish_members(builder);
    if (builder->has_late_dimension || builder->action.count ||
        !builder_keys_differ(builder)) {
        bool is_clean = builder->merges_rows && builder_join_rows(builder);
        if (!is_clean && !builder->has_late_dimension)
            builder_find_duplicates(builder);
    }
    builder_finish_revised(builder);
    sort_periods(builder);
    builder->dataset->empty_count = count_empty(builder);
    finish_measures(builder);
    finish_events(builder);
    finish_facts(builder);
    if (builder->diags->count[SEVERITY_ERROR] == builder->errors_before) {
        gaps_find(builder->dataset, &builder->scratch);
        levels_find(builder->dataset);
    }
    return builder->diags->count[SEVERITY_ERROR] == builder->errors_before;
}
