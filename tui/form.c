#include "tui/form.h"

#include "core/base/translate.h"
#include "core/query/indicator_common.h"
#include "core/query/indicator_spec.h"
#include "tui/lens.h"

#include <stdio.h>
#include <string.h>

static const char *const words[] = {
#define X(constant, word) word,
    FORMS(X)
#undef X
};

enum form form_find(const char *word)
{
    size_t form = 0;

    while (form < FORM_COUNT && strcmp(words[form], word) != 0)
        form++;
    return (enum form)form;
}

const char *form_word(enum form form)
{
    return words[form];
}

size_t form_series(const struct app *app, size_t measures[FORM_SERIES_MAX])
{
    const struct frame *frame = app->frame;
    size_t count = 0;

    if (app->lens.has_measure) {
        measures[0] = app->lens.measure.measure;
        return app->lens.measure.indicator == INDICATOR_FIGURE;
    }
    if (frame->exports != MEASURE_NONE)
        measures[count++] = frame->exports;
    if (frame->has_imports)
        measures[count++] = frame->imports;
    return count;
}

/* The first row of the trend that has a figure; the number of rows when none has. */
static size_t first_figure(const struct frame *trend, size_t measure)
{
    struct column_spec spec = {INDICATOR_FIGURE, measure};
    size_t row = 0;

    while (row < trend->row_count &&
           !value_is_number(frame_value(trend, &trend->rows[row], spec)))
        row++;
    return row;
}

bool form_common_base(const struct app *app, struct period *base)
{
    const struct frame *trend = app->trend;
    size_t measures[FORM_SERIES_MAX];
    size_t first;
    size_t second;

    if (form_shown(app) != FORM_INDEX || form_series(app, measures) != 2)
        return false;
    first = first_figure(trend, measures[0]);
    second = first_figure(trend, measures[1]);
    if (first == second || first == trend->row_count || second == trend->row_count)
        return false;
    first = first > second ? first : second;
    *base = app->dataset.periods[trend->rows[first].period];
    return true;
}

size_t form_columns(const struct app *app, struct column_spec specs[FORM_COLUMN_MAX])
{
    static const enum indicator indicators[] = {INDICATOR_GROWTH, INDICATOR_INDEX,
                                                INDICATOR_GROWTH_AVERAGE};
    size_t measures[FORM_SERIES_MAX];
    size_t series = form_series(app, measures);
    size_t count = 0;

    for (size_t s = 0; s < series; s++)
        for (size_t i = 0; i < sizeof(indicators) / sizeof(indicators[0]); i++)
            specs[count++] = (struct column_spec){indicators[i], measures[s]};
    return count;
}

static bool is_narrowed(const struct app *app, size_t dimension)
{
    uint32_t within = app->lens.query.within[dimension];

    return within != MEMBER_NONE &&
           within != dimension_whole(&app->dataset.dimension[dimension]);
}

size_t form_share_dimension(const struct app *app)
{
    const struct lens *lens = &app->lens;
    size_t rows = lens->query.rows;

    if (rows == ROWS_PERIOD && lens->trail_count)
        rows = lens->trail[lens->trail_count - 1].rows;
    if (rows < app->dataset.dimension_count && is_narrowed(app, rows))
        return rows;
    for (size_t d = app->dataset.dimension_count; d-- > 0;)
        if (is_narrowed(app, d))
            return d;
    return SIZE_MAX;
}

struct column_spec form_spec(enum form form, size_t measure)
{
    static const enum indicator indicators[FORM_COUNT] = {
        [FORM_LEVEL] = INDICATOR_FIGURE,
        [FORM_GROWTH] = INDICATOR_GROWTH,
        [FORM_INDEX] = INDICATOR_INDEX,
        [FORM_SHARE] = INDICATOR_FLOW_SHARE,
    };

    return (struct column_spec){indicators[form], measure};
}

static bool is_available(const struct app *app, enum form form)
{
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);

    for (size_t i = 0; i < count; i++)
        if (!column_spec_is_available(&app->dataset, form_spec(form, measures[i])))
            return false;
    return count && (form != FORM_SHARE || form_share_dimension(app) != SIZE_MAX);
}

enum form form_shown(const struct app *app)
{
    enum form form = app->lens.form;

    return form != FORM_LEVEL && is_available(app, form) ? form : FORM_LEVEL;
}

/* Of the same period of the whole. */
static struct value share(const struct app *app, const struct frame_row *row,
                          size_t measure)
{
    const struct frame *whole = app->trend_whole;
    struct column_spec spec = {INDICATOR_FIGURE, measure};
    struct value part = frame_value(app->trend, row, spec);
    struct value missing = value_missing(ABSENCE_NO_ROW);
    size_t found = whole ? frame_find(whole, MEMBER_NONE, row->period) : SIZE_MAX;
    struct value all;

    if (found == SIZE_MAX)
        return missing;
    all = frame_value(whole, &whole->rows[found], spec);
    return values_are_numbers(part, all, &missing)
               ? value_part_of(part.number, all.number)
               : missing;
}

struct value form_value(const struct app *app, const struct frame_row *row,
                        size_t measure)
{
    enum form form = form_shown(app);

    return form == FORM_SHARE ? share(app, row, measure)
                              : frame_value(app->trend, row, form_spec(form, measure));
}

static void set_points(const struct app *app, const size_t *places,
                       struct chart_point *points)
{
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);

    for (size_t i = 0; i < app->trend->row_count; i++) {
        const struct frame_row *row = &app->trend->rows[i];

        points[places[i]].exports = form_value(app, row, measures[0]);
        if (count > 1)
            points[places[i]].imports = form_value(app, row, measures[1]);
    }
}

void form_chart(const struct app *app, const struct show *show, const size_t *places,
                struct chart *chart)
{
    enum form form = form_shown(app);
    struct chart_point *points;

    show_measured(show, app->trend, places, chart);
    chart->is_log = app->lens.has_log && !form_log_refusal(app);
    if (form == FORM_LEVEL)
        return;
    points = ARENA_ARRAY(show->arena, struct chart_point, chart->count + 1);
    memcpy(points, chart->points, chart->count * sizeof(*points));
    set_points(app, places, points);
    chart->points = points;
    chart->has_balance_unit = true;
    chart->balance_scale = chart->scale;
    chart->balance_decimals = chart->decimals;
    chart->balance_unit = chart->unit;
    chart->is_signed = form == FORM_GROWTH;
    chart->scale = 0;
    chart->decimals = 1;
    chart->unit = form == FORM_INDEX ? _("index") : "%";
}

/* What of a trend has no place on a log scale. */
static const char *refusal_of_figures(const struct app *app, size_t measure)
{
    bool has_more = false;

    for (size_t i = 0; i < app->trend->row_count; i++) {
        struct value value = form_value(app, &app->trend->rows[i], measure);

        if (value_is_number(value) && value.number < 0)
            return _("figures below zero have no place on a log scale");
        has_more = has_more || (value_is_number(value) && value.number > 0);
    }
    return has_more ? NULL : _("nothing here is above zero, so it has no log scale");
}

const char *form_log_refusal(const struct app *app)
{
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);
    const char *refusal = NULL;

    if (app->lens.has_measure && app->lens.measure.indicator == INDICATOR_BALANCE)
        return _("a balance can be zero or less, which has no place on a log scale");
    if (!count)
        return _("a log scale is for exports, imports and other measures");
    if (form_shown(app) == FORM_GROWTH)
        return _("growth can be zero or less, which has no place on a log scale");
    for (size_t i = 0; i < count && !refusal; i++)
        refusal = refusal_of_figures(app, measures[i]);
    return refusal;
}

bool lens_turn_log(struct app *app)
{
    const char *refusal = form_log_refusal(app);

    if (refusal && !app->lens.has_log) {
        snprintf(app->message, sizeof(app->message), "%s", refusal);
        return false;
    }
    app_remember(app);
    app->lens.has_log = !app->lens.has_log;
    return true;
}

bool lens_next_form(struct app *app)
{
    enum form next = form_shown(app);
    size_t measures[FORM_SERIES_MAX];

    if (!form_series(app, measures))
        return false;
    do
        next = (next + 1) % FORM_COUNT;
    while (next != FORM_LEVEL && !is_available(app, next));
    if (next == form_shown(app))
        return false;
    app_remember(app);
    app->lens.form = next;
    app_refresh(app);
    return true;
}
