/*
 * When, if ever, exports and imports meet: the rates to try, the way there, the years
 * that other rates would take.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/path_plan.h"
#include "tui/views/path_panels.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

enum {
    WIDE = 70, /* from here on panels stand beside the chart */
    TALL = 26, /* from here on the grid does too, with the balance below the chart */
    SIDE_MIN = 36,
    SIDE_MAX = 66,
    FRAMED_MIN = 5, /* rows: lower panels have no frame */
    WHAT_IF_ROWS = PATH_PARAMETER_COUNT + 2,
    GRID_ROWS_MIN = 6,
    GRID_ROWS_MAX = 9,
    TABLE_ROWS = PATH_STEPS_MAX + 4,
    CHART_ROWS_MIN = 4,
    CHART_COLS_MIN = 20
};

struct places {
    struct rect chart;
    struct rect balance;
    struct rect what_if;
    struct rect table;
    struct rect grid;
};

static struct places places_narrow(struct rect area)
{
    struct places places = {0};
    bool is_tall = area.rows >= WHAT_IF_ROWS + TABLE_ROWS;

    places.what_if = rect_cut_top(&area, is_tall ? WHAT_IF_ROWS : PATH_PARAMETER_COUNT);
    if (is_tall && area.rows >= TABLE_ROWS + GRID_ROWS_MAX + 2 * CHART_ROWS_MIN)
        places.grid = rect_cut_bottom(&area, GRID_ROWS_MAX);
    if (area.rows < TABLE_ROWS + 2 * CHART_ROWS_MIN) {
        places.table = area;
        return places;
    }
    places.table = rect_cut_bottom(&area, TABLE_ROWS);
    places.chart = area;
    return places;
}

static struct places places_wide(struct rect area)
{
    struct places places = {0};
    int side_cols = area.cols * 9 / 20;
    struct rect side;

    if (side_cols < SIDE_MIN)
        side_cols = SIDE_MIN;
    if (side_cols > SIDE_MAX)
        side_cols = SIDE_MAX;
    if (area.rows < TALL && area.rows >= GRID_ROWS_MIN + 2 * FRAMED_MIN) {
        int rows = area.rows - WHAT_IF_ROWS - PATH_STEPS_MAX - 1;
        rows = rows < GRID_ROWS_MIN ? GRID_ROWS_MIN : rows;
        places.grid =
            rect_cut_bottom(&area, rows > GRID_ROWS_MAX ? GRID_ROWS_MAX : rows);
    }
    side = rect_cut_right(&area, side_cols);
    places.what_if = rect_cut_top(&side, area.rows < WHAT_IF_ROWS ? PATH_PARAMETER_COUNT
                                                                  : WHAT_IF_ROWS);
    places.table = side;
    if (area.rows >= TALL) {
        places.table = rect_cut_top(&side, TABLE_ROWS);
        places.grid = side;
        places.balance = rect_cut_bottom(&area, area.rows * 2 / 5);
    }
    places.chart = area;
    return places;
}

/* A panel's frame where it has the rows for one; returns what is inside. */
static struct rect panel(struct cells *cells, struct rect area, bool is_focused,
                         const char *title, const char *right_title)
{
    if (area.rows < FRAMED_MIN)
        return area;
    return cells_frame(cells, area, is_focused, title, right_title);
}

/* A text over as many rows as it takes, at most `most`; cuts them off. */
static void draw_wrapped(struct cells *cells, struct rect *area, int most,
                         const char *text, struct arena *arena)
{
    while (*text && most-- > 0 && area->rows > 0) {
        struct rect row = rect_cut_top(area, 1);
        size_t bytes = text_break(text, row.cols > 2 ? row.cols - 2 : 1);
        cells_text(cells, row, 0, 1, STYLE_TITLE, arena_copy(arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
}

static struct chart_point point_at(const struct path_plan *plan, int years)
{
    struct path_point point = path_at(&plan->path, years);

    return (struct chart_point){
        .label = arena_printf(plan->show.arena, "%d", plan->start.year + years),
        .exports = value_derived(point.exports),
        .imports = value_derived(point.imports),
        .balance = value_derived(point.balance),
        .exports_growth = value_missing(ABSENCE_NO_ROW),
        .imports_growth = value_missing(ABSENCE_NO_ROW),
        .cover = value_missing(ABSENCE_NO_ROW),
    };
}

/* The projection; the year of balance is the selected point. */
static struct chart chart_new(const struct path_plan *plan)
{
    const struct show *show = &plan->show;
    size_t count = (size_t)plan->horizon + 1;
    struct chart_point *points = ARENA_ARRAY(show->arena, struct chart_point, count);

    for (size_t i = 0; i < count; i++)
        points[i] = point_at(plan, (int)i);
    return (struct chart){
        .points = points,
        .count = count,
        .selected = plan->outcome.kind == PATH_MEETS
                        ? (size_t)(path_plan_year(plan) - plan->start.year)
                        : SIZE_MAX,
        .has_imports = true,
        .scale = show->scale,
        .decimals = show->decimals,
        .unit = show->unit,
        .exports_name = _("Exports"),
        .imports_name = _("Imports"),
        .noun = _("years"),
        .arena = show->arena,
    };
}

static void draw_chart(const struct path_plan *plan, struct cells *cells,
                       struct rect area, bool is_balance)
{
    const struct show *show = &plan->show;
    const struct chart chart = chart_new(plan);
    struct rect inner;

    if (area.rows < CHART_ROWS_MIN || area.cols < CHART_COLS_MIN)
        return;
    if (is_balance) {
        const char *right = arena_printf(
            show->arena, _("gap %s %% to %s %% of trade"),
            show_percent(show, value_derived(path_at(&plan->path, 0).gap)),
            show_percent(show, value_derived(path_at(&plan->path, plan->horizon).gap)));
        inner = panel(cells, area, false,
                      arena_printf(show->arena, _("Balance, %s"), show->unit), right);
        chart_columns.draw(&chart, cells, inner);
        return;
    }
    inner = panel(cells, area, false,
                  arena_printf(show->arena, _("Exports and imports, %s"), show->unit),
                  arena_printf(show->arena, "%d%s%d%s", plan->start.year,
                               show->glyphs->dash, plan->start.year + plan->horizon,
                               area.cols < 56 ? "" : _(" at these rates")));
    chart_line.draw(&chart, cells, inner);
}

static void draw_none(const struct path_plan *plan, struct cells *cells,
                      struct rect area)
{
    struct rect box = rect_middle(area, 4, 78);

    draw_wrapped(cells, &box, 3, path_verdict(plan, false), plan->show.arena);
    cells_text(cells, box, 0, 1, STYLE_MUTED, _("4 shows the trend, 6 the notes"));
}

/* The answer in words, and what it starts from; cuts them off. */
static void draw_answer(const struct path_plan *plan, struct cells *cells,
                        struct rect *area)
{
    struct arena *arena = plan->show.arena;
    const char *text = arena_printf(arena, _("%s Arithmetic, not a forecast."),
                                    path_verdict(plan, area->cols < WIDE));

    draw_wrapped(cells, area, area->rows / 3, text, arena);
    if (area->rows > PATH_PARAMETER_COUNT)
        cells_fit(cells, rect_cut_top(area, 1), 0, 1, area->cols - 2, STYLE_PLAIN,
                  ALIGN_LEFT, path_from(plan, area->cols - 2));
}

static void draw_panels(const struct app *app, const struct path_plan *plan,
                        struct cells *cells, const struct places *places)
{
    bool is_narrow = places->what_if.cols < 50;
    struct rect inner =
        panel(cells, places->what_if, true, _("What if, a year"),
              is_narrow ? _("Home resets") : _("PgUp PgDn by 5, Home resets"));

    path_what_if_draw(app, plan, cells, inner);
    inner = panel(cells, places->table, false,
                  is_narrow ? _("On the way, M to be equal then") : _("On the way"),
                  is_narrow ? NULL : _("M needed to be equal then"));
    path_table_draw(plan, cells, inner);
    inner = panel(cells, places->grid, false, _("Years to balance"),
                  places->grid.cols < 60 ? _("growth a year")
                                         /* xgettext:no-c-format */
                                         : _("exports down, imports across, % a year"));
    path_grid_draw(plan, cells, inner);
}

static void path_draw(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    struct path_plan plan = path_plan_new(app, cells->glyphs, arena);
    struct places places;

    if (plan.reason) {
        draw_none(&plan, cells, area);
        return;
    }
    draw_answer(&plan, cells, &area);
    places = area.cols < WIDE ? places_narrow(area) : places_wide(area);
    draw_chart(&plan, cells, places.chart, false);
    draw_chart(&plan, cells, places.balance, true);
    draw_panels(app, &plan, cells, &places);
}

/* Steps of a rate, in tenths of a percent, and of the year. */
enum {
    RATE_STEP = 5,
    RATE_FAR = 50,
    RATE_LEAST = -990,
    RATE_MOST = 9990,
    YEAR_FAR = 5
};

/* One step goes to the next half point. */
static int stepped(int tenths, int step)
{
    int rest = (tenths % RATE_STEP + RATE_STEP) % RATE_STEP;

    if (step == RATE_STEP && rest)
        tenths += RATE_STEP - rest;
    else if (step == -RATE_STEP && rest)
        tenths -= rest;
    else
        tenths += step;
    if (tenths < RATE_LEAST)
        return RATE_LEAST;
    return tenths > RATE_MOST ? RATE_MOST : tenths;
}

static void change(struct app *app, int direction, bool is_far)
{
    struct arena scratch = {0};
    struct path_state *state = &app->path;
    struct path_plan plan = path_plan_new(app, &glyphs_unicode, &scratch);
    enum path_parameter parameter = (enum path_parameter)state->selected;

    if (plan.start.reason) {
        /* nothing to change */
    } else if (parameter == PATH_PARAMETER_TARGET) {
        int target = plan.target + direction * (is_far ? YEAR_FAR : 1);
        if (target > plan.start.year && target <= plan.start.year + PATH_TARGET_MAX)
            state->target = target;
    } else {
        int tenths = state->is_set[parameter] ? state->tenths[parameter]
                                              : path_own_tenths(&plan.start, parameter);
        state->tenths[parameter] =
            stepped(tenths, direction * (is_far ? RATE_FAR : RATE_STEP));
        state->is_set[parameter] = true;
    }
    arena_clear(&scratch);
}

/* Back to the data's own rates and the first target; the start stays. */
static void reset(struct path_state *state)
{
    *state = (struct path_state){.selected = state->selected, .back = state->back};
}

/* Among periods there is no period to step to, so the start of the path moves. */
static bool step_start(struct app *app, int step)
{
    struct path_state *state = &app->path;
    int before = path_plan_start(app, state->back).year;

    if (app->lens.query.rows != ROWS_PERIOD)
        return false;
    if (state->back + step >= 0 &&
        path_plan_start(app, state->back + step).year != before)
        state->back += step;
    else
        snprintf(app->message, sizeof(app->message), "%s",
                 step > 0 ? _("this is the first whole year")
                          : _("this is the last whole year"));
    return true;
}

static bool path_command(struct app *app, enum command command)
{
    struct path_state *state = &app->path;

    switch (command) {
    case COMMAND_UP:
        state->selected -= state->selected > 0;
        return true;
    case COMMAND_DOWN:
        state->selected += state->selected + 1 < PATH_PARAMETER_COUNT;
        return true;
    case COMMAND_LEFT:
    case COMMAND_RIGHT:
        change(app, command == COMMAND_LEFT ? -1 : 1, false);
        return true;
    case COMMAND_PAGE_UP:
    case COMMAND_PAGE_DOWN:
        change(app, command == COMMAND_PAGE_DOWN ? -1 : 1, true);
        return true;
    case COMMAND_HOME:
        reset(state);
        return true;
    case COMMAND_END:
        return true; /* no row to go to */
    case COMMAND_PERIOD_PREVIOUS:
        return step_start(app, 1);
    case COMMAND_PERIOD_NEXT:
        return step_start(app, -1);
    default:
        return false;
    }
}

static const enum command hints[] = {
    COMMAND_UP,   COMMAND_LEFT, COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT, COMMAND_BACK, COMMAND_NONE,
};

const struct view_ops view_path = {
    .name = "path",
    .title = N_("Path"),
    .help =
        N_("when exports and imports meet at rates of growth that the arrows change"),
    .draw = path_draw,
    .command = path_command,
    .sideways = N_("rate"),
    .hints = hints,
};
