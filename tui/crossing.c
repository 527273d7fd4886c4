#include "tui/crossing.h"

#include "core/base/translate.h"
#include "core/query/indicator_spec.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/show.h"
#include "tui/views/empty.h"
#include "tui/views/view.h"

/* Periods of a ranking: more than most screens have. */
enum { PREPARED = 8 };

struct column_spec crossing_spec(const struct app *app)
{
    const struct frame *frame = app->frame;

    if (app->lens.has_measure && frame_column(frame, app->lens.measure) != SIZE_MAX)
        return app->lens.measure;
    return (struct column_spec){INDICATOR_FIGURE, frame->exports};
}

/* What the picture will want, while it can be stopped. */
static void prepare(const struct app *app, const struct cross *cross)
{
    struct crossing_page page;

    if (!app->trend->row_count)
        return;
    page = crossing_page(app, PREPARED);
    if (app->view == VIEW_HEAT)
        cross_magnitudes(cross);
    else
        cross_prepare(cross, page.first, page.end);
}

struct cross *crossing_new(const struct app *app, struct arena *arena)
{
    struct cross *cross;

    if (!app->frame->query.is_over_time || !cross_is_possible(app->frame))
        return NULL;
    cross = cross_new(app->frame, crossing_spec(app), arena);
    prepare(app, cross);
    return cross;
}

uint32_t crossing_period(const struct app *app)
{
    const struct frame *trend = app->trend;
    size_t row = app->trended;

    if (!trend->row_count)
        return app->dataset.period_count ? app->dataset.period_count - 1 : 0;
    /* The trend may just have become shorter. */
    if (row >= trend->row_count)
        row = trend->row_count - 1;
    return trend->rows[row].period;
}

void crossing_select_period(struct app *app, uint32_t period)
{
    size_t found = frame_find(app->trend, MEMBER_NONE, period);

    if (found != SIZE_MAX)
        app->trended = found;
}

bool crossing_step(struct app *app, int step)
{
    size_t count = app->trend->row_count;

    if (step < 0 ? app->trended == 0 : app->trended + 1 >= count)
        return false;
    app->trended = step < 0 ? app->trended - 1 : app->trended + 1;
    return true;
}

struct crossing_page crossing_range(const struct app *app)
{
    const struct frame *trend = app->trend;

    if (!trend->row_count)
        return (struct crossing_page){0, 0};
    return (struct crossing_page){trend->rows[0].period,
                                  trend->rows[trend->row_count - 1].period + 1};
}

struct crossing_page crossing_page(const struct app *app, int room)
{
    struct crossing_page range = crossing_range(app);
    uint32_t most = room > 0 ? (uint32_t)room : 1;
    uint32_t behind;
    struct crossing_page page;

    if (range.first == range.end)
        return range;
    behind = (range.end - 1 - crossing_period(app)) / most * most;
    page.first = range.end - behind > range.first + most ? range.end - behind - most
                                                         : range.first;
    page.end = range.end - page.first > most ? page.first + most : range.end;
    return page;
}

/* With both flows here is what exports alone are, so the next is the one after them. */
bool crossing_next_flow(struct app *app)
{
    if (!app->lens.has_measure && app->frame->has_imports) {
        lens_measure(app, &(struct column_spec){INDICATOR_FIGURE, app->frame->imports});
        return true;
    }
    return lens_next_flow(app);
}

bool crossing_command(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_LEFT:
        if (!crossing_step(app, -1))
            snprintf(app->message, sizeof(app->message), _("this is the first period"));
        return true;
    case COMMAND_RIGHT:
        if (!crossing_step(app, 1))
            snprintf(app->message, sizeof(app->message), _("this is the last period"));
        return true;
    case COMMAND_FLOW:
        return crossing_next_flow(app);
    default:
        return false;
    }
}

/* The heat table has years below each other, where their parts are shown. */
static bool has_parts_of_years(const struct app *app)
{
    const struct timing *timing = &app->lens.timing;

    return app->view == VIEW_HEAT && (timing->is_range || timing->is_coarse) &&
           app->loaded.period_count;
}

static const char *why_none(const struct app *app, struct arena *arena)
{
    char key[INPUT_NAME_MAX];

    if (!app->dataset.dimension_count && has_parts_of_years(app))
        return arena_printf(
            arena, _("Here %s stand year by year; %s goes on until they are shown."),
            frequency_words(app->loaded.periods[0].frequency, 2),
            keymap_first(&app->keys, key, COMMAND_FREQUENCY));
    if (!app->dataset.dimension_count)
        return _("This dataset has periods only, and nothing to set beside them.");
    if (app->frame->query.rows == ROWS_PERIOD)
        return arena_printf(arena, _("The rows are periods; %s shows %s instead."),
                            keymap_first(&app->keys, key, COMMAND_ROWS),
                            app->dataset.dimension[0].id);
    return _("There are no figures here.");
}

bool crossing_is_empty(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    if (view_is_empty(app, cells, area, arena))
        return true;
    if (app->cross && app->trend->row_count)
        return false;
    view_say_empty(cells, area, why_none(app, arena), "");
    return true;
}

const char *crossing_period_name(const struct app *app, uint32_t period,
                                 struct arena *arena)
{
    return period_words(arena_alloc(arena, PERIOD_SHOWN_MAX),
                        app->dataset.periods[period]);
}

const char *crossing_words(const struct app *app, struct arena *arena)
{
    struct show show = {.arena = arena};

    return app->cross ? show_lower(&show, app->cross->column.title) : "";
}

const char *crossing_unit(const struct app *app, const struct glyphs *glyphs,
                          struct arena *arena)
{
    const struct frame_column *column = &app->cross->column;
    struct show show;

    if (column->is_percent)
        return "%";
    if (column->is_plain)
        return "";
    show = show_new(app->frame, glyphs, arena);
    return arena_printf(arena, "%s", show.unit);
}
