#include "core/query/spans.h"

#include "core/base/sum.h"
#include "core/model/gaps.h"
#include "core/query/spans_internal.h"

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

struct period span_in(struct period span, enum frequency fine)
{
    int parts;

    if (span.frequency == fine)
        return span;
    parts = per_year[fine] / per_year[span.frequency];
    return (struct period){fine, span.index * parts, (span.more + 1) * parts - 1};
}

struct work {
    const struct dataset *fine;
    struct dataset *out;
    struct span *spans;
    struct runs *runs;
    struct arena *scratch;
};

/* What is rounded or does not apply takes nothing away. */
static void take_away(struct span_tally *tally, const struct measure *measure,
                      uint32_t i, uint32_t from)
{
    double number = measure->column.data[i];

    if (isnan(measure->column.data[from]))
        return;
    if (!isnan(number))
        sum_add(&tally->sum, -number);
    else if (span_absence(measure, i) >= ABSENCE_CONFIDENTIAL)
        tally->absence = ABSENCE_NOT_AVAILABLE;
}

/* Whether the file has anything of the span for this run of observations. */
static bool collect_sum(const struct work *work, const struct span *span, uint32_t run,
                        struct span_group *group)
{
    const uint32_t *end = runs_end(work->runs, run);
    const uint32_t *at = runs_find(work->runs, run, span->fine.index);

    for (; at < end && runs_index(work->runs, *at) <= period_last(span->fine).index;
         at++) {
        if (!group->has_any)
            group->from = *at;
        group->has_any = true;
        for (size_t m = 0; m < work->fine->measure_count; m++)
            span_add(&group->tally[m], &work->fine->measure[m], *at, 1);
    }
    return group->has_any;
}

/* The figure of the measure at the end of the segment, less the one before it. */
static void add_segment(const struct work *work, struct period segment, uint32_t run,
                        size_t m, struct span_tally *tally)
{
    const struct measure *measure = &work->fine->measure[m];
    const uint32_t *first = runs_find(work->runs, run, segment.index);
    const uint32_t *last =
        runs_find(work->runs, run, period_last(segment).index + 1) - 1;
    const uint32_t *before = first - 1;

    while (last >= first && !span_says(measure, *last))
        last--;
    if (last < first)
        return;
    span_add(tally, measure, *last, runs_index(work->runs, *last) - segment.index + 1);
    if (is_first_of_year(segment))
        return;
    if (before >= runs_begin(work->runs, run) &&
        runs_index(work->runs, *before) == segment.index - 1)
        take_away(tally, measure, *before, *last);
    else if (tally->absence < ABSENCE_CONFIDENTIAL)
        tally->absence = ABSENCE_NOT_AVAILABLE;
}

/* The same of figures of the year to date, within one year. */
static void collect_segment(const struct work *work, struct period segment,
                            uint32_t run, struct span_group *group)
{
    const uint32_t *first = runs_find(work->runs, run, segment.index);
    const uint32_t *last =
        runs_find(work->runs, run, period_last(segment).index + 1) - 1;

    if (last < first)
        return;
    group->from = *last;
    group->has_any = true;
    group->origin = group->origin               ? ORIGIN_SUMMED
                    : is_first_of_year(segment) ? ORIGIN_PUBLISHED
                                                : ORIGIN_DERIVED;
    for (size_t m = 0; m < work->fine->measure_count; m++)
        add_segment(work, segment, run, m, &group->tally[m]);
}

static bool collect_difference(const struct work *work, const struct span *span,
                               uint32_t run, struct span_group *group)
{
    group->origin = ORIGIN_NONE;
    for (size_t s = 0; s < span->segment_count; s++)
        collect_segment(work, span->segments[s], run, group);
    return group->has_any;
}

/* Not available and confidential spread; what is rounded or does not apply adds
 * nothing. A percentage is no sum: it stays where it is as published. */
static void emit_measure(struct work *work, const struct span_group *group, size_t m,
                         uint32_t expected)
{
    struct measure *measure = &work->out->measure[m];
    const struct span_tally *tally = &group->tally[m];
    bool is_sum =
        measure->unit.kind != UNIT_PERCENT || group->origin == ORIGIN_PUBLISHED;
    bool is_number =
        tally->has_number && tally->absence < ABSENCE_CONFIDENTIAL && is_sum;
    enum absence absence =
        is_sum && tally->covered ? (enum absence)tally->absence : ABSENCE_NO_ROW;

    numbers_add(&measure->column, &work->out->arena,
                is_number ? sum_value(tally->sum) : (double)NAN);
    codes_add_sparse(&measure->absence, &work->out->arena, work->out->observation_count,
                     is_number ? ABSENCE_NONE : (uint32_t)absence);
    codes_add_sparse(&measure->covered, &work->out->arena, work->out->observation_count,
                     tally->covered < expected ? tally->covered : 0);
}

/* To the observation that is made. */
static void emit_attributes(const struct codes *from, size_t observation,
                            struct codes *to, const struct dataset *out)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        codes_add_sparse(&to[i], &out->arena, out->observation_count,
                         codes_get_sparse(&from[i], observation));
}

/* What the file says of one observation stays with it when its figures do. */
static void emit_status(struct work *work, const struct span_group *group)
{
    const struct dataset *fine = work->fine;
    struct dataset *out = work->out;
    size_t number = out->observation_count;

    if (group->origin != ORIGIN_PUBLISHED) {
        codes_add_sparse(&out->origin, &out->arena, number, group->origin);
        return;
    }
    emit_attributes(fine->attribute, group->from, out->attribute, out);
    for (size_t m = 0; m < fine->measure_count; m++)
        emit_attributes(fine->measure[m].attribute, group->from,
                        out->measure[m].attribute, out);
}

static void emit(struct work *work, uint32_t span, const struct span_group *group)
{
    const struct dataset *fine = work->fine;
    struct dataset *out = work->out;
    uint32_t expected = (uint32_t)work->spans[span].fine.more + 1;

    codes_add(&out->period, &out->arena, span);
    for (size_t d = 0; d < fine->dimension_count; d++)
        codes_add(&out->dimension[d].column, &out->arena,
                  codes_get(&fine->dimension[d].column, group->from));
    for (size_t m = 0; m < fine->measure_count; m++)
        emit_measure(work, group, m, expected);
    emit_status(work, group);
    sequence_add(&out->line, &out->arena, sequence_get(&fine->line, group->from));
    out->observation_count++;
}

/* Whether the file has anything of the span for this run. */
static bool collect(const struct work *work, const struct span_table *table, uint32_t s,
                    uint32_t run, struct span_group *group)
{
    const struct span *span = &work->spans[s];

    group->has_any = false;
    group->origin = span->fine.more ? ORIGIN_SUMMED : ORIGIN_PUBLISHED;
    if (table)
        return span_table_get(table, s, run, group);
    memset(group->tally, 0, work->fine->measure_count * sizeof(group->tally[0]));
    return work->fine->is_ytd ? collect_difference(work, span, run, group)
                              : collect_sum(work, span, run, group);
}

static void fill(struct work *work)
{
    struct span_group *group = ARENA_NEW(work->scratch, struct span_group);
    struct runs *runs = work->runs;
    uint32_t spans = work->out->period_count;
    struct span_table table;
    bool has_table = span_table_new(runs, work->spans, spans, &table, work->scratch);

    if (!has_table && !runs->order)
        runs_sort(runs, work->scratch);
    for (uint32_t run = 0; run < runs->count && !stop_is_wanted(runs->stop); run++)
        for (uint32_t s = 0; s < spans; s++)
            if (collect(work, has_table ? &table : NULL, s, run, group))
                emit(work, s, group);
}

/* Everything but the columns is shared; columns and what is per observation is new. */
static void share(const struct dataset *fine, struct dataset *out)
{
    *out = *fine;
    out->is_coarse = true;
    out->is_ytd = false;
    out->fine = fine;
    out->arena = (struct arena){.on_failure = fine->arena.on_failure};
    out->period = out->origin = (struct codes){0};
    memset(out->attribute, 0, sizeof(out->attribute));
    out->line = (struct sequence){0};
    out->observation_count = 0;
    out->gaps = NULL;
    for (size_t d = 0; d < DIMENSION_MAX; d++)
        out->dimension[d].column = (struct codes){0};
    out->measure = ARENA_ARRAY(&out->arena, struct measure, out->measure_count);
    for (size_t m = 0; m < out->measure_count; m++) {
        out->measure[m] = fine->measure[m];
        out->measure[m].column = (struct numbers){0};
        out->measure[m].absence = (struct codes){0};
        memset(out->measure[m].attribute, 0, sizeof(out->measure[m].attribute));
        out->measure[m].covered = (struct codes){0};
        out->measure[m].largest = 0;
    }
}

static void make(struct runs *runs, const struct period *periods, uint32_t count,
                 struct dataset *out, struct arena *scratch)
{
    struct work work = {
        .fine = runs->dataset, .out = out, .runs = runs, .scratch = scratch};

    share(work.fine, out);
    out->periods = ARENA_ARRAY(&out->arena, struct period, count);
    out->period_count = count;
    for (uint32_t p = 0; p < count; p++)
        out->periods[p] = periods[p];
    work.spans = spans_find(work.fine, periods, count, scratch);
    fill(&work);
    if (!stop_is_wanted(runs->stop))
        gaps_find(out, scratch);
}

/* What the periods of `out` compare with and it has not: see spans_wanted(). */
void spans_new(const struct dataset *dataset, const struct period *spans,
               uint32_t count, struct dataset *out, const struct stop *stop)
{
    struct arena scratch = {0};
    struct runs runs = runs_new(dataset, stop, &scratch);
    struct period *wanted;
    uint32_t wanted_count;

    make(&runs, spans, count, out, &scratch);
    out->like = spans_like(dataset, spans, count, &out->arena);
    wanted = spans_wanted(dataset, out, &scratch, &wanted_count);
    if (wanted_count) {
        out->same = ARENA_NEW(&out->arena, struct dataset);
        make(&runs, wanted, wanted_count, out->same, &scratch);
    }
    arena_clear(&scratch);
}

static void close_attributes(struct codes attribute[ATTRIBUTE_COUNT])
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        codes_close(&attribute[i]);
}

static void close_columns(struct dataset *out)
{
    gaps_close(out->gaps);
    for (size_t d = 0; d < DIMENSION_MAX; d++)
        codes_close(&out->dimension[d].column);
    for (size_t m = 0; m < out->measure_count; m++) {
        numbers_close(&out->measure[m].column);
        codes_close(&out->measure[m].absence);
        close_attributes(out->measure[m].attribute);
        codes_close(&out->measure[m].covered);
    }
    codes_close(&out->period);
    close_attributes(out->attribute);
    sequence_close(&out->line);
    codes_close(&out->origin);
}

void spans_close(struct dataset *out)
{
    /* None was made. */
    if (!out->arena.newest)
        return;
    if (out->same) {
        close_columns(out->same);
        arena_clear(&out->same->arena);
    }
    close_columns(out);
    arena_clear(&out->arena);
    *out = (struct dataset){0};
}
