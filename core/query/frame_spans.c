/*
 * What a dataset in other periods (spans.h) has beside its figures: the same part of
 * the year before, figures of the year to date as stated, and rates of shorter periods.
 */
#include "core/base/stop.h"
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_lazy.h"
#include "core/query/indicator_whole.h"
#include "core/query/spans.h"

/* Cubes of the measures, made when they are asked for first. */
struct making_spans {
    struct arena *arena;
    struct cube same[MEASURE_MAX];
    struct cube fine[MEASURE_MAX];
    struct alike *alike; /* of dataset->same; NULL: nobody asked */
    struct cube cut;     /* one that a stop has ended, which is no good */
};

struct making_spans *making_spans_new(struct arena *arena)
{
    struct making_spans *spans = ARENA_NEW(arena, struct making_spans);

    spans->arena = arena;
    return spans;
}

/* A published growth is of the currency it was published in. */
struct value making_converted(const struct making *making, size_t measure,
                              struct value value, struct period period)
{
    const struct measure *of = &making->dataset->measure[measure];
    const struct rate *rate;

    if (!is_foreign(making->dataset, making->query->currency))
        return value;
    if (of->growth_of != MEASURE_NONE && value_is_number(value))
        return value_missing(ABSENCE_NO_ROW);
    if (of->unit.kind != UNIT_CURRENCY || !value_is_number(value))
        return value;
    rate = rate_of(making->dataset, making->query->currency, period);
    if (!rate)
        return value_missing(ABSENCE_NO_RATE);
    value.number = rate_convert(rate, value.number);
    return value;
}

static const struct cube *cube_of(const struct making *making,
                                  const struct dataset *dataset, struct cube *cubes,
                                  size_t measure)
{
    struct making_spans *spans = making->spans;

    if (cubes[measure].cell)
        return &cubes[measure];
    spans->cut = cube_new(dataset, making->query, measure, spans->arena);
    if (stop_is_wanted(making->query->stop))
        return &spans->cut;
    cubes[measure] = spans->cut;
    return &cubes[measure];
}

static struct value same_figure(const struct making *making, size_t measure,
                                uint32_t member, uint32_t period)
{
    const struct dataset *same = making->dataset->same;
    const struct cube *cube = cube_of(making, same, making->spans->same, measure);

    return making_converted(making, measure,
                            cube_value(cube, period, making->rows ? member : 0),
                            same->periods[period]);
}

/* Of a member, or of the whole. */
static struct value same_value(const struct making *making,
                               const struct row_source *row, size_t measure,
                               uint32_t period)
{
    const struct source source = {making, measure, NULL, same_figure};

    return making_is_whole(making, row)
               ? whole_value(&source, making->whole, period)
               : same_figure(making, measure, row->member, period);
}

/* Where the whole period compares, the file's own periods have said what of it does. */
static bool is_settled(const struct dataset *dataset, const struct row_source *row,
                       const struct indicator_input *input)
{
    return input->compared &&
           period_equal(dataset->like[row->period], dataset->periods[row->period]);
}

static void compare_same(const struct making *making, const struct row_source *row,
                         size_t measure, const uint32_t periods[2],
                         struct indicator_input *input)
{
    struct making_spans *spans = making->spans;

    if (!spans->alike)
        spans->alike = alike_new(making->dataset->same, spans->arena);
    input_alike(making, spans->alike, row, measure, periods, input);
}

void making_like(const struct making *making, const struct row_source *row,
                 size_t measure, struct indicator_input *input)
{
    const struct dataset *dataset = making->dataset;
    struct period before;
    struct period like;
    uint32_t number;
    uint32_t then;
    bool is_whole;

    if (!dataset->same || (row->figures && !making_is_whole(making, row)) ||
        is_settled(dataset, row, input))
        return;
    like = dataset->like[row->period];
    is_whole = period_equal(like, dataset->periods[row->period]);
    if (!period_year_before(like, &before))
        return;
    then = period_index(dataset->same, before);
    if (then == UINT32_MAX)
        return;
    input->compared = 0;
    input->figure_before = same_value(making, row, measure, then);
    input->is_broken =
        breaks_within(dataset, measure, making_parts(making, row), before, like);
    number = period_index(dataset->same, like);
    if (is_whole || number == UINT32_MAX)
        return;
    input->figure = same_value(making, row, measure, number);
    input->like_covered = (uint16_t)(like.more + 1);
    compare_same(making, row, measure, (const uint32_t[]){number, then}, input);
}

/* From the beginning of the year up to the last period that the file has of the row's.
 */
static struct period year_up_to(struct period period)
{
    struct period last = period_last(period);
    struct period first = last;

    for (;;) {
        struct period before = {first.frequency, first.index - 1, 0};
        if (period_year(before) != period_year(last))
            return period_join(first, last);
        first = before;
    }
}

struct value making_stated(const struct making *making, const struct row_source *row,
                           size_t measure)
{
    const struct dataset *dataset = making->dataset;
    const struct dataset *fine = dataset->fine;
    struct period like;
    uint32_t number;

    if (!fine || !fine->is_ytd || row->figures)
        return value_missing(ABSENCE_NO_ROW);
    like = span_in(dataset->like[row->period], fine->periods[0].frequency);
    number = period_index(fine, period_last(like));
    if (number == UINT32_MAX)
        return value_missing(ABSENCE_NO_ROW);
    return making_converted(
        making, measure,
        cube_value(cube_of(making, fine, making->spans->fine, measure), number,
                   making->rows ? row->member : 0),
        year_up_to(like));
}

const struct value *making_stated_all(const struct making *making, uint32_t period)
{
    const struct dataset *dataset = making->dataset;
    const struct row_source row = {0, period, NULL};
    struct value *stated;

    if (!dataset->fine || !dataset->fine->is_ytd)
        return NULL;
    stated = ARENA_ARRAY(making->arena, struct value, dataset->measure_count);
    for (size_t m = 0; m < dataset->measure_count; m++)
        stated[m] = making_stated(making, &row, m);
    return stated;
}

struct value making_converted_parts(const struct making *making, size_t measure,
                                    uint32_t member, uint32_t period)
{
    const struct dataset *fine = making->dataset->fine;
    struct value whole = cube_value(&making->cubes[measure], period, member);
    struct sum sum = {0};

    if (fine->is_ytd)
        return value_missing(ABSENCE_NO_RATE);
    for (uint32_t p = 0; p < fine->period_count; p++) {
        const struct cube *cube;
        struct value part;
        if (!period_contains(making->dataset->periods[period], fine->periods[p]))
            continue;
        cube = cube_of(making, fine, making->spans->fine, measure);
        part = making_converted(making, measure, cube_value(cube, p, member),
                                fine->periods[p]);
        if (part.absence == ABSENCE_NO_RATE)
            return part;
        if (value_is_number(part))
            sum_add(&sum, part.number);
    }
    whole.number = sum_value(sum);
    return whole;
}

const char *making_period_name(const struct making *making, uint32_t period,
                               const char *name)
{
    const struct dataset *dataset = making->dataset;
    char part[PERIOD_SHOWN_MAX];
    uint32_t least = 0;

    if (dataset->like && !period_equal(dataset->like[period], dataset->periods[period]))
        return arena_printf(making->arena, "%s (%s)", name,
                            period_part_words(part, dataset->like[period]));
    for (size_t m = 0; m < making->dataset->measure_count; m++) {
        uint32_t covered = making_figure(making, m, 0, period).covered;
        if (covered && (!least || covered < least))
            least = covered;
    }
    return least ? arena_printf(making->arena, _("%s (incomplete: %u)"), name, least)
                 : arena_printf(making->arena, "%s", name);
}
