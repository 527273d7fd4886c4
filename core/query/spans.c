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

/* What one figure of a measure has collected. */
struct tally {
    struct sum sum;
    enum absence absence;
    uint32_t covered; /* periods that the file has anything of */
    bool has_number;
};

/* One observation of the new dataset. */
struct group {
    uint32_t from; /* the observation that it takes its members and line from */
    bool has_any;
    enum origin origin;
    struct tally tally[MEASURE_MAX];
};

struct work {
    const struct dataset *fine;
    struct dataset *out;
    struct span *spans;
    struct runs runs;
    struct arena scratch;
};

static enum absence absence_of(const struct measure *measure, uint32_t i)
{
    return (enum absence)codes_get_sparse(&measure->absence, i);
}

/* Whether the observation says anything of the measure. */
static bool says(const struct measure *measure, uint32_t i)
{
    return !isnan(measure->column.data[i]) || absence_of(measure, i) != ABSENCE_NO_ROW;
}

/* Counts for so many periods. */
static void add(struct tally *tally, const struct measure *measure, uint32_t i,
                int32_t periods)
{
    double number = measure->column.data[i];

    if (!says(measure, i))
        return;
    tally->covered += (uint32_t)periods;
    if (!isnan(number)) {
        sum_add(&tally->sum, number);
        tally->has_number = true;
    } else if (tally->absence < absence_of(measure, i)) {
        tally->absence = absence_of(measure, i);
    }
}

/* What is rounded or does not apply takes nothing away. */
static void take_away(struct tally *tally, const struct measure *measure, uint32_t i,
                      uint32_t from)
{
    double number = measure->column.data[i];

    if (isnan(measure->column.data[from]))
        return;
    if (!isnan(number))
        sum_add(&tally->sum, -number);
    else if (absence_of(measure, i) >= ABSENCE_CONFIDENTIAL)
        tally->absence = ABSENCE_NOT_AVAILABLE;
}

/* Whether the file has anything of the span for this run of observations. */
static bool collect_sum(const struct work *work, const struct span *span, uint32_t run,
                        struct group *group)
{
    const uint32_t *end = runs_end(&work->runs, run);
    const uint32_t *at = runs_find(&work->runs, run, span->fine.index);

    for (; at < end && runs_index(&work->runs, *at) <= period_last(span->fine).index;
         at++) {
        if (!group->has_any)
            group->from = *at;
        group->has_any = true;
        for (size_t m = 0; m < work->fine->measure_count; m++)
            add(&group->tally[m], &work->fine->measure[m], *at, 1);
    }
    group->origin = span->fine.more ? ORIGIN_SUMMED : ORIGIN_PUBLISHED;
    return group->has_any;
}

/* The figure of the measure at the end of the segment, less the one before it. */
static void add_segment(const struct work *work, struct period segment, uint32_t run,
                        size_t m, struct tally *tally)
{
    const struct measure *measure = &work->fine->measure[m];
    const uint32_t *first = runs_find(&work->runs, run, segment.index);
    const uint32_t *last =
        runs_find(&work->runs, run, period_last(segment).index + 1) - 1;
    const uint32_t *before = first - 1;

    while (last >= first && !says(measure, *last))
        last--;
    if (last < first)
        return;
    add(tally, measure, *last, runs_index(&work->runs, *last) - segment.index + 1);
    if (is_first_of_year(segment))
        return;
    if (before >= runs_begin(&work->runs, run) &&
        runs_index(&work->runs, *before) == segment.index - 1)
        take_away(tally, measure, *before, *last);
    else if (tally->absence < ABSENCE_CONFIDENTIAL)
        tally->absence = ABSENCE_NOT_AVAILABLE;
}

/* The same of figures of the year to date, within one year. */
static void collect_segment(const struct work *work, struct period segment,
                            uint32_t run, struct group *group)
{
    const uint32_t *first = runs_find(&work->runs, run, segment.index);
    const uint32_t *last =
        runs_find(&work->runs, run, period_last(segment).index + 1) - 1;

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
                               uint32_t run, struct group *group)
{
    group->origin = ORIGIN_NONE;
    for (size_t s = 0; s < span->segment_count; s++)
        collect_segment(work, span->segments[s], run, group);
    return group->has_any;
}

/* Not available and confidential spread; what is rounded or does not apply adds
 * nothing. A percentage is no sum: it stays where it is as published. */
static void emit_measure(struct work *work, const struct group *group, size_t m,
                         uint32_t expected)
{
    struct measure *measure = &work->out->measure[m];
    const struct tally *tally = &group->tally[m];
    bool is_sum =
        measure->unit.kind != UNIT_PERCENT || group->origin == ORIGIN_PUBLISHED;
    bool is_number =
        tally->has_number && tally->absence < ABSENCE_CONFIDENTIAL && is_sum;
    enum absence absence = is_sum && tally->covered ? tally->absence : ABSENCE_NO_ROW;

    numbers_add(&measure->column, &work->out->arena,
                is_number ? sum_value(tally->sum) : (double)NAN);
    codes_add_sparse(&measure->absence, &work->out->arena, work->out->observation_count,
                     is_number ? ABSENCE_NONE : absence);
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
static void emit_status(struct work *work, const struct group *group)
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

static void emit(struct work *work, uint32_t span, const struct group *group)
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

static void fill(struct work *work)
{
    struct group *group = ARENA_NEW(&work->scratch, struct group);

    for (uint32_t run = 0; run < work->runs.count; run++)
        for (uint32_t s = 0; s < work->out->period_count; s++) {
            group->has_any = false;
            memset(group->tally, 0,
                   work->fine->measure_count * sizeof(group->tally[0]));
            if (work->fine->is_ytd
                    ? collect_difference(work, &work->spans[s], run, group)
                    : collect_sum(work, &work->spans[s], run, group))
                emit(work, s, group);
        }
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
    for (size_t m = 0; m < MEASURE_MAX; m++) {
        out->measure[m].column = (struct numbers){0};
        out->measure[m].absence = (struct codes){0};
        memset(out->measure[m].attribute, 0, sizeof(out->measure[m].attribute));
        out->measure[m].covered = (struct codes){0};
        out->measure[m].largest = 0;
    }
}

static void make(const struct dataset *dataset, const struct period *periods,
                 uint32_t count, struct dataset *out)
{
    struct work work = {.fine = dataset, .out = out};

    share(dataset, out);
    out->periods = ARENA_ARRAY(&out->arena, struct period, count);
    out->period_count = count;
    for (uint32_t p = 0; p < count; p++)
        out->periods[p] = periods[p];
    work.spans = spans_find(dataset, periods, count, &work.scratch);
    work.runs = runs_new(dataset, &work.scratch);
    fill(&work);
    gaps_find(out, &work.scratch);
    arena_clear(&work.scratch);
}

/* What the periods of `out` compare with and it has not: see spans_wanted(). */
void spans_new(const struct dataset *dataset, const struct period *spans,
               uint32_t count, struct dataset *out)
{
    struct arena scratch = {0};
    struct period *wanted;
    uint32_t wanted_count;

    make(dataset, spans, count, out);
    out->like = spans_like(dataset, spans, count, &out->arena);
    wanted = spans_wanted(dataset, out, &scratch, &wanted_count);
    if (wanted_count) {
        out->same = ARENA_NEW(&out->arena, struct dataset);
        make(dataset, wanted, wanted_count, out->same);
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
    for (size_t m = 0; m < MEASURE_MAX; m++) {
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
    if (out->same) {
        close_columns(out->same);
        arena_clear(&out->same->arena);
    }
    close_columns(out);
    arena_clear(&out->arena);
    *out = (struct dataset){0};
}
