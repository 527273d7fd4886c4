#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/form.h"
#include "tui/lens.h"
#include "tui/show.h"
#include "tui/views/empty.h"
#include "tui/views/view.h"

#include <string.h>

enum { BALANCE_ROWS_MIN = 6, TITLE_EDGES = 9 };

/* A break of parts is none of the whole. */
static bool concerns(const struct frame *trend, size_t number)
{
    const struct event *event = &trend->dataset->events[number];

    return !event->below || event_breaks(trend->dataset, event, trend->exports,
                                         query_parts(&trend->query, trend->dataset));
}

/* Where events fall among the periods, for the marks under the axis. */
static size_t find_marks(const struct frame *trend, size_t *marks)
{
    const struct dataset *dataset = trend->dataset;
    size_t count = 0;

    for (size_t e = 0; e < dataset->event_count; e++)
        for (size_t i = 0; i < trend->row_count && concerns(trend, e); i++)
            if (period_is_in(dataset->events[e].period,
                             dataset->periods[trend->rows[i].period],
                             dataset->periods[trend->rows[i].period]) &&
                (!count || marks[count - 1] != i)) {
                marks[count++] = i;
                break;
            }
    return count;
}

/* The last period with a deficit, and the largest balance: what a reader asks first. */
static const char *balance_facts(const struct frame *trend, const struct show *show)
{
    const struct frame_row *largest = NULL;
    const struct frame_row *deficit = NULL;
    const struct frame_row *last;
    struct value value;
    const char *text;

    if (!trend->row_count)
        return "";
    last = &trend->rows[trend->row_count - 1];
    for (size_t i = 0; i < trend->row_count; i++) {
        const struct frame_row *row = &trend->rows[i];
        value = frame_balance(trend, row);
        if (!value_is_number(value))
            continue;
        if (value.number < 0)
            deficit = row;
        if (!largest || value.number > frame_balance(trend, largest).number)
            largest = row;
    }
    if (!largest)
        return "";
    text =
        arena_printf(show->arena,
                     largest == last ? C_("period", "%s in %s, the largest")
                                     : C_("period", "%s in %s"),
                     show_figure(show, frame_balance(trend, last), true), last->name);
    if (deficit && deficit != last)
        text = arena_printf(show->arena, _("%s; last deficit %s (%s)"), text,
                            deficit->name,
                            show_figure(show, frame_balance(trend, deficit), true));
    else if (!deficit)
        text = arena_printf(show->arena, _("%s; no deficit since %s"), text,
                            trend->rows[0].name);
    return text;
}

/* "2000-2010", and of what, when that is not all there is. */
static const char *range_of(const struct app *app, const struct show *show,
                            bool has_whole)
{
    const struct frame *trend = app->trend;
    const struct dataset *dataset = &app->dataset;
    const char *range =
        arena_printf(show->arena, "%s%s%s", trend->rows[0].name, show->glyphs->dash,
                     trend->rows[trend->row_count - 1].name);
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    if (!app->lens.stretch.is_set || !has_whole)
        return range;
    return arena_printf(show->arena, _("%s of %s%s%s"), range,
                        period_show(first, dataset->periods[0]), show->glyphs->dash,
                        period_show(last, dataset->periods[dataset->period_count - 1]));
}

/* On the right of the frame, as much as there is room for: the scale when it is a log
 * one, the range, and average growth when the sentence has no room for it. */
static const char *facts_of(const struct app *app, const struct show *show,
                            const struct chart *chart, int cols)
{
    const char *const log = chart->is_log ? _("log scale  ") : "";
    const char *const average = form_average(app, show);
    const bool is_told = strstr(form_sentence(app, app->cols - 2, show), average);
    const char *const range = range_of(app, show, false);
    const char *const whole_range = range_of(app, show, true);
    const char *const facts[] = {
        arena_printf(show->arena, "%s  %s%s", average, log, whole_range),
        arena_printf(show->arena, "%s%s", log, average),
        arena_printf(show->arena, "%s%s", log, whole_range),
        arena_printf(show->arena, "%s%s", log, range),
        chart->is_log ? _("log scale") : range,
    };
    size_t i = is_told ? 2 : 0;

    while (i < sizeof(facts) / sizeof(facts[0]) - 1 && text_width(facts[i]) > cols)
        i++;
    return facts[i];
}

static void draw_balance(const struct app *app, const struct show *show,
                         const struct chart *chart, struct cells *cells,
                         struct rect area)
{
    const char *title =
        arena_printf(show->arena, _("%s, %s"),
                     chart->has_imports ? _("Balance") : _("Growth on the year before"),
                     chart->has_imports ? show->unit : "%");
    const char *facts = chart->has_imports ? balance_facts(app->trend, show) : "";
    const char *linear = arena_printf(show->arena, _("%s, linear scale"), title);
    struct rect inner;

    if (chart->is_log &&
        text_width(linear) + text_width(facts) + TITLE_EDGES <= area.cols)
        title = linear;
    inner = cells_frame(cells, area, false, title, *facts ? facts : NULL);
    chart_columns.draw(chart, cells, inner);
}

/* Whether there is a balance or a growth to draw below. */
static bool has_changes(const struct chart *chart)
{
    bool has_growth = false;

    for (size_t i = 0; i < chart->count && !has_growth; i++)
        has_growth = value_is_number(chart->points[i].exports_growth);
    return chart->has_imports || has_growth;
}

static const char *title_of(const struct show *show, const struct chart *chart)
{
    const char *title = chart->exports_name;

    if (chart->has_imports)
        title = arena_printf(show->arena, _("%s and %s"), title,
                             show_lower(show, chart->imports_name));
    if (!*chart->unit)
        return title;
    return arena_printf(show->arena, _("%s, %s"), title, chart->unit);
}

static bool is_undated(const struct app *app)
{
    return app->dataset.periods[0].frequency == FREQUENCY_UNDATED;
}

static const char *why_no_trend(const struct app *app, const struct show *show)
{
    const char *name = app->trend->rows[0].name;
    char key[INPUT_NAME_MAX];

    if (app->dataset.period_count > 1)
        return arena_printf(show->arena,
                            _("The trend is zoomed to %s alone; %s undoes it."), name,
                            keymap_first(&app->keys, key, COMMAND_UNDO));
    if (is_undated(app))
        return _("This file does not say its period, so there is no trend.");
    return arena_printf(
        show->arena, _("This file has no other %s than %s, so there is no trend."),
        C_("period", frequency_noun(app->dataset.periods[0].frequency)), name);
}

/* One period makes no trend: its bars, and what to do. */
static void draw_single(const struct app *app, const struct show *show,
                        struct chart *chart, struct cells *cells, struct rect area)
{
    const char *name = app->trend->rows[0].name;
    const char *title =
        is_undated(app)
            ? arena_printf(show->arena, _("%s, %s"), name, show->unit)
            : arena_printf(show->arena, _("%s alone, %s"), name, show->unit);
    struct rect inner = cells_frame(cells, area, true, title, NULL);

    for (const char *why = why_no_trend(app, show); *why && inner.cols > 2;) {
        size_t bytes = text_break(why, inner.cols - 2);
        cells_printf(cells, rect_cut_top(&inner, 1), 0, 1, STYLE_MUTED, "%.*s",
                     (int)bytes, why);
        for (why += bytes; *why == ' '; why++)
            ;
    }
    rect_cut_top(&inner, 1);
    chart_pairs.draw(chart, cells, inner);
}

static void trend_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    const struct frame *trend = app->trend;
    struct show show = show_new(trend, cells->glyphs, arena);
    struct rect below = {0};
    struct rect inner;
    struct chart chart;
    const char *title;
    size_t *places = ARENA_ARRAY(arena, size_t, trend->row_count + 1);
    size_t *marks = ARENA_ARRAY(arena, size_t, app->dataset.event_count + 1);

    if (!trend->row_count) {
        view_is_empty(app, cells, area, arena);
        return;
    }
    chart = show_chart_over_time(&show, trend, places);
    chart.selected = app->trended < trend->row_count ? places[app->trended] : SIZE_MAX;
    chart.has_cursor = true;
    chart.target = TARGET_PERIOD;
    chart.marks = marks;
    chart.mark_count = find_marks(trend, marks);
    for (size_t i = 0; i < chart.mark_count; i++)
        marks[i] = places[marks[i]];
    if (trend->row_count == 1) {
        draw_single(app, &show, &chart, cells, area);
        return;
    }
    form_chart(app, &show, places, &chart);
    if (area.rows >= 2 * BALANCE_ROWS_MIN + 4 && has_changes(&chart))
        below = rect_cut_bottom(&area, area.rows * 2 / 5);
    title = form_title(app, &show);
    title = *title ? title : title_of(&show, &chart);
    inner = cells_frame(
        cells, area, true, title,
        facts_of(app, &show, &chart, area.cols - text_width(title) - TITLE_EDGES));
    chart_line.draw(&chart, cells, inner);
    if (below.rows)
        draw_balance(app, &show, &chart, cells, below);
}

/* Left and right, or up and down, move in time here. */
static bool trend_command(struct app *app, enum command command)
{
    size_t count = app->trend->row_count;
    size_t at = app->trended;
    size_t row;

    if (!count)
        return false;
    if (command == COMMAND_LEFT || command == COMMAND_UP)
        at -= at > 0;
    else if (command == COMMAND_RIGHT || command == COMMAND_DOWN)
        at += at + 1 < count;
    else if (command == COMMAND_PAGE_UP)
        at -= at < 10 ? at : 10;
    else if (command == COMMAND_PAGE_DOWN)
        at = at + 10 < count ? at + 10 : count - 1;
    else if (command == COMMAND_HOME)
        at = 0;
    else if (command == COMMAND_END)
        at = count - 1;
    else
        return false;
    app->trended = at;
    if (app->frame->query.rows == ROWS_PERIOD) {
        row = frame_find(app->frame, MEMBER_NONE, app->trend->rows[at].period);
        if (row != SIZE_MAX)
            lens_select(app, row);
    }
    app->trended = at;
    return true;
}

static const enum command hints[] = {
    COMMAND_LEFT,    COMMAND_ZOOM_FROM, COMMAND_LOG,  COMMAND_PERCENT,
    COMMAND_MEASURE, COMMAND_UNDO,      COMMAND_BACK, COMMAND_UNIT,
    COMMAND_FLOW,    COMMAND_ROWS,      COMMAND_NONE,
};

const struct view_ops view_trend = {
    .name = "trend",
    .title = N_("Trend"),
    .help = N_("exports and imports over time, the balance below"),
    .draw = trend_draw,
    .command = trend_command,
    .sideways = N_("period"),
    .hints = hints,
};
