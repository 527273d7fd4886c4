#include "tui/timing.h"

#include "core/base/translate.h"
#include "core/query/coarsen.h"
#include "core/query/spans.h"
#include "tui/drilling.h"
#include "tui/lens.h"

#include <stdio.h>

bool timing_equal(struct timing a, struct timing b)
{
    return a.is_coarse == b.is_coarse && a.is_range == b.is_range &&
           (!a.is_coarse || a.frequency == b.frequency) &&
           (!a.is_range || period_equal(a.range, b.range));
}

bool timing_make(const struct dataset *loaded, struct timing timing,
                 struct dataset *out, const struct stop *stop)
{
    if (timing.is_range)
        return coarsen_to_range(loaded, timing.range, out, stop);
    if (timing.is_coarse)
        return coarsen(loaded, timing.frequency, out, stop);
    return coarsen_to_single(loaded, out, stop);
}

static void leave(struct app *app)
{
    struct timing_before *before = &app->before;

    drilling_clear(app);
    if (app->moment && app->has_timing && !before->is_set) {
        *before = (struct timing_before){true, app->coarse, app->dataset, app->timing,
                                         app->cubes};
        app->coarse = (struct dataset){0};
        app->cubes = (struct cube_store){0};
    }
    spans_close(&app->coarse);
    cube_store_clear(&app->cubes);
}

void timing_use(struct app *app)
{
    if (app->has_timing && timing_equal(app->timing, app->lens.timing))
        return;
    leave(app);
    app->dataset = app->loaded;
    if (timing_make(&app->loaded, app->lens.timing, &app->coarse, app->stop))
        app->dataset = app->coarse;
    app->timing = app->lens.timing;
    app->has_timing = true;
}

void timing_settled(struct app *app)
{
    if (!app->before.is_set)
        return;
    spans_close(&app->before.coarse);
    cube_store_clear(&app->before.cubes);
    app->before = (struct timing_before){0};
}

void timing_take_back(struct app *app)
{
    const struct timing_before before = app->before;

    if (!before.is_set)
        return;
    drilling_clear(app);
    spans_close(&app->coarse);
    cube_store_clear(&app->cubes);
    app->coarse = before.coarse;
    app->dataset = before.dataset;
    app->timing = before.timing;
    app->cubes = before.cubes;
    app->before = (struct timing_before){0};
}

struct period timing_chosen(const struct app *app)
{
    const struct query *query = &app->lens.query;

    if (query->rows == ROWS_PERIOD && app->frame &&
        app->frame->query.rows == ROWS_PERIOD && app->selected < app->frame->row_count)
        return app->dataset.periods[app->frame->rows[app->selected].period];
    return query->rows == ROWS_PERIOD ? query->last_period : query->period;
}

/* The number of the last period that shares time with this one; else of the last. */
static uint32_t nearest(const struct dataset *dataset, struct period period)
{
    uint32_t found = dataset->period_count - 1;

    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct period other = dataset->periods[p];
        if (period_equal(other, period))
            return p;
        if (period_is_in(period, other, other) || period_is_in(other, period, period))
            found = p;
    }
    return found;
}

/* The rows of periods begin anew; a row that was selected stays. */
static void move_to(struct app *app, struct period period)
{
    const struct dataset *dataset = &app->dataset;
    struct query *query = &app->lens.query;
    uint32_t number = nearest(dataset, period);

    query->last_period = dataset->periods[dataset->period_count - 1];
    query->period = dataset->periods[number];
    if (query->rows != ROWS_PERIOD)
        return;
    query->period = dataset->periods[0];
    app->lens.selected =
        (struct row_id){.is_set = true, .member = MEMBER_NONE, .period = number};
}

void timing_settle(struct app *app)
{
    const struct query *query = &app->lens.query;
    const struct dataset *dataset = &app->dataset;

    if (!dataset->period_count || query->rows == ROWS_PERIOD ||
        period_equal(dataset->periods[nearest(dataset, query->period)], query->period))
        return;
    move_to(app, query->period);
}

static void set_timing(struct app *app, struct timing timing, struct period period)
{
    struct timing *now = &app->lens.timing;

    timing.own = now->is_coarse || now->is_range ? now->own : timing_chosen(app);
    *now = timing;
    timing_use(app);
    move_to(app, period);
    app->trended = SIZE_MAX;
    app_refresh(app);
}

bool app_set_frequency(struct app *app, const enum frequency *frequency)
{
    struct timing timing = {.is_coarse = frequency != NULL};

    if (!app->loaded.period_count ||
        (frequency && !frequency_nests(app->loaded.periods[0].frequency, *frequency)))
        return false;
    timing.frequency = frequency ? *frequency : FREQUENCY_YEAR;
    set_timing(app, timing, timing_chosen(app));
    return true;
}

bool app_set_range(struct app *app, struct period range)
{
    struct timing timing = {.is_range = true, .range = range};

    if (!range_fits(&app->loaded, range))
        return false;
    set_timing(app, timing, range);
    return true;
}

/* Whether the file reaches from the beginning of the range to its end. Figures of the
 * year to date reach back to January. */
static bool reaches(const struct dataset *dataset, struct period range)
{
    struct period first = dataset->periods[0];
    struct period last = dataset->periods[dataset->period_count - 1];

    if (dataset->is_ytd && period_year(range) == period_year(first))
        return !period_begins_after(period_last(range), last);
    return !period_begins_after(first, range) &&
           !period_begins_after(period_last(range), last);
}

bool lens_extend_range(struct app *app, int step)
{
    struct period range;

    if (!app->dataset.period_count)
        return false;
    range = timing_chosen(app);
    range.index -= step < 0;
    range.more++;
    if (!reaches(&app->loaded, range))
        return false;
    app_remember(app);
    return app_set_range(app, range);
}

/* The next coarser frequency that the file's adds up to; NULL after the last. */
static const enum frequency *next_coarser(const struct app *app)
{
    static const enum frequency coarser[] = {FREQUENCY_QUARTER, FREQUENCY_YEAR};
    const struct timing *timing = &app->lens.timing;
    enum frequency own = app->loaded.periods[0].frequency;

    for (size_t i = 0; i < sizeof(coarser) / sizeof(coarser[0]); i++)
        if (frequency_nests(own, coarser[i]) &&
            (!timing->is_coarse || coarser[i] < timing->frequency))
            return &coarser[i];
    return NULL;
}

/* The last of the file's own periods in what is looked at, unless it was chosen before.
 */
static struct period own_period(const struct app *app)
{
    const struct timing *timing = &app->lens.timing;
    struct period chosen = timing_chosen(app);

    if (timing->own.index && period_is_in(timing->own, chosen, chosen))
        return timing->own;
    return app->loaded.periods[nearest(&app->loaded, chosen)];
}

/* Quarters, years, then the same month of every year, then the file's own again. */
bool lens_next_frequency(struct app *app)
{
    const struct timing *timing = &app->lens.timing;
    const enum frequency *next;
    struct period own;

    if (!app->loaded.period_count)
        return false;
    next = timing->is_range ? NULL : next_coarser(app);
    if (!next && !timing->is_coarse && !timing->is_range)
        return false;
    app_remember(app);
    if (next || timing->is_range)
        return app_set_frequency(app, next);
    own = own_period(app);
    snprintf(app->message, sizeof(app->message),
             _("the same %s of every year; [ and ] change the year"),
             C_("period", frequency_noun(own.frequency)));
    return app_set_range(app, own);
}

/* Within one year the part of it, then the year; else as usual. */
static const char *range_words(struct period period, struct arena *arena)
{
    char text[PERIOD_SHOWN_MAX];

    if (period.frequency == FREQUENCY_YEAR || period.frequency >= FREQUENCY_WEEK ||
        period_year(period) != period_year(period_last(period)))
        return arena_printf(arena, "%s", period_words(text, period));
    return arena_printf(arena, C_("part of a year, then the year", "%s %d"),
                        period_part_words(text, period), period_year(period));
}

/* NULL when the file has all of the period. */
static const char *part_shown(const struct dataset *dataset, uint32_t period,
                              struct arena *arena)
{
    char text[PERIOD_SHOWN_MAX];

    if (!dataset->like || period >= dataset->period_count ||
        period_equal(dataset->like[period], dataset->periods[period]))
        return NULL;
    return arena_printf(arena, "%s", period_part_words(text, dataset->like[period]));
}

const char *timing_heading(const struct app *app, struct period period,
                           struct arena *arena)
{
    const struct dataset *dataset = &app->dataset;
    char text[PERIOD_SHOWN_MAX];
    const char *words = app->lens.timing.is_range
                            ? range_words(period, arena)
                            : arena_printf(arena, "%s", period_words(text, period));
    const char *part = dataset->period_count
                           ? part_shown(dataset, nearest(dataset, period), arena)
                           : NULL;

    return part ? arena_printf(arena, "%s (%s)", words, part) : words;
}

const char *timing_heading_of_rows(const struct app *app, const char *dash,
                                   struct arena *arena)
{
    const struct query *query =
        app->frame->query.rows == ROWS_PERIOD ? &app->frame->query : &app->lens.query;
    struct period range = app->lens.timing.range;
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    if (app->lens.timing.is_range && range.frequency != FREQUENCY_YEAR &&
        range.frequency < FREQUENCY_WEEK)
        return arena_printf(arena,
                            C_("part of a year, then first and last year", "%s %d%s%d"),
                            period_part_words(first, range), period_year(query->period),
                            dash, period_year(query->last_period));
    period_words(first, query->period);
    period_words(last, query->last_period);
    if (period_equal(query->period, query->last_period))
        return arena_printf(arena, "%s", first);
    return arena_printf(arena, "%s%s%s", first, dash, last);
}

const char *timing_part_words(const struct dataset *dataset, uint32_t period,
                              struct arena *arena)
{
    const char *part = part_shown(dataset, period, arena);

    return part ? arena_printf(arena, _("over %s of both years"), part) : NULL;
}

const char *timing_base_words(const struct dataset *dataset, uint32_t period,
                              struct arena *arena)
{
    const char *part = part_shown(dataset, period, arena);

    return part ? arena_printf(arena, _(" on %s"), part) : NULL;
}
