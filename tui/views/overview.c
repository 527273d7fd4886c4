#include "core/base/translate.h"
#include "tui/charting.h"
#include "tui/show.h"
#include "tui/views/cards.h"
#include "tui/views/empty.h"
#include "tui/views/table_part.h"
#include "tui/views/view.h"

enum pane { PANE_TABLE, PANE_BARS, PANE_SURPLUS, PANE_COUNT };

enum { NARROW = 60, TABLE_ROWS_MIN = 7, PANEL_ROWS_MIN = 6 };

struct plan {
    struct rect cards;
    struct rect pane[PANE_COUNT];
};

/* Key figures above, bars and surplus side by side, the table below; on a narrow or low
 * screen one pane at a time. */
static struct plan plan_new(const struct app *app, struct rect area)
{
    struct plan plan = {0};
    int table_rows = area.rows * 3 / 8;

    plan.cards = rect_cut_top(&area, cards_rows(area.rows));
    if (area.cols < NARROW || area.rows < TABLE_ROWS_MIN + PANEL_ROWS_MIN) {
        plan.pane[app->pane % PANE_COUNT] = area;
        return plan;
    }
    if (table_rows < TABLE_ROWS_MIN + 1)
        table_rows = TABLE_ROWS_MIN + 1;
    plan.pane[PANE_TABLE] = rect_cut_bottom(&area, table_rows);
    plan.pane[PANE_SURPLUS] = rect_cut_right(&area, area.cols * 3 / 8 + 6);
    plan.pane[PANE_BARS] = area;
    return plan;
}

static size_t overview_capacity(const struct app *app, struct rect area)
{
    struct plan plan = plan_new(app, area);

    return table_part_capacity(app->frame, rect_inset(plan.pane[PANE_TABLE], 1, 1));
}

static bool is_focused(const struct app *app, enum pane pane)
{
    return app->pane % PANE_COUNT == (size_t)pane;
}

static void draw_table(const struct app *app, const struct show *show,
                       struct cells *cells, struct rect area)
{
    struct table_part table = {
        .frame = app->frame,
        .show = show,
        .first = app->first,
        .selected = app->selected,
        .measure = app->measure,
        .language = app->language,
    };
    struct rect inner = rect_inset(area, 1, 1);

    cells_frame(cells, area, is_focused(app, PANE_TABLE), table_part_title(&table),
                table_part_range(&table, inner));
    table_part_draw(&table, cells, inner);
}

/* The page of bars that the selected row is on; the first while the cursor is in
 * another pane: a panel that scrolled with it would send more than the move is worth.
 */
static size_t first_shown(const struct app *app, size_t capacity)
{
    if (!is_focused(app, PANE_BARS) || !capacity)
        return 0;
    return app->selected - app->selected % capacity;
}

static void draw_bars(const struct app *app, const struct show *show,
                      struct cells *cells, struct rect area)
{
    struct chart chart = charting_rows(app, show);
    struct rect inner;
    const char *title = chart.exports_name;

    if (chart.has_imports) {
        char exports[5] = {0};
        char imports[5] = {0};
        text_encode(cells->glyphs->exports_bar[8], exports);
        text_encode(cells->glyphs->imports_bar[8], imports);
        title = arena_printf(show->arena, "%s %s  %s %s", chart.exports_name, exports,
                             chart.imports_name, imports);
    }
    inner = cells_frame(cells, area, is_focused(app, PANE_BARS), title, show->unit);
    chart.is_compact = inner.rows < 13;
    chart.selected = app->selected;
    chart.has_cursor = is_focused(app, PANE_BARS);
    chart.target = TARGET_ROW;
    chart.first = first_shown(app, chart_pairs.capacity(&chart, inner.rows));
    chart_pairs.draw(&chart, cells, inner);
}

/* Without imports there is no balance: over time it is growth then, and among rows the
 * figures in their order. */
static const char *surplus_title(const struct show *show, const struct chart *chart,
                                 bool is_over_time)
{
    if (chart->has_imports)
        return is_over_time ? arena_printf(show->arena, _("Balance, %s"), show->unit)
                            : _("Surplus and deficit");
    return is_over_time
               ? _("Growth on the year before, %")
               : arena_printf(show->arena, _("%s, ranked"), chart->exports_name);
}

/* By partner it is a ranking; by period the balance over time. */
static void draw_surplus(const struct app *app, const struct show *show,
                         struct cells *cells, struct rect area)
{
    bool is_over_time = app->frame->query.rows == ROWS_PERIOD;
    const struct frame *frame = is_over_time ? app->trend : app->ranking;
    size_t *places =
        ARENA_ARRAY(show->arena, size_t, is_over_time ? frame->row_count + 1 : 1);
    struct chart chart = is_over_time ? show_chart_over_time(show, frame, places)
                                      : charting_ranked(app, show);
    const char *title = surplus_title(show, &chart, is_over_time);
    struct rect inner = cells_frame(cells, area, is_focused(app, PANE_SURPLUS), title,
                                    is_over_time ? NULL : show->unit);

    chart.is_compact = true;
    chart.is_still = !is_focused(app, PANE_SURPLUS);
    chart.selected = app->ranked;
    if (is_over_time)
        chart.selected =
            app->trended < frame->row_count ? places[app->trended] : SIZE_MAX;
    chart.has_cursor = is_focused(app, PANE_SURPLUS);
    chart.target = is_over_time ? TARGET_PERIOD : TARGET_RANKED;
    if (is_over_time) {
        chart_columns.draw(&chart, cells, inner);
        return;
    }
    if (chart.has_imports)
        chart_diverging.draw(&chart, cells, inner);
    else
        chart_pairs.draw(&chart, cells, inner);
}

static void overview_draw(const struct app *app, struct cells *cells, struct rect area,
                          struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct plan plan = plan_new(app, area);

    if (view_is_empty(app, cells, area, arena))
        return;
    cards_draw(app, &show, cells, plan.cards);
    for (size_t pane = 0; pane < PANE_COUNT; pane++)
        targets_add_rows(cells, plan.pane[pane], 0, plan.pane[pane].rows, TARGET_PANE,
                         pane);
    if (plan.pane[PANE_TABLE].rows)
        draw_table(app, &show, cells, plan.pane[PANE_TABLE]);
    if (plan.pane[PANE_BARS].rows)
        draw_bars(app, &show, cells, plan.pane[PANE_BARS]);
    if (plan.pane[PANE_SURPLUS].rows)
        draw_surplus(app, &show, cells, plan.pane[PANE_SURPLUS]);
}

/* Tab goes through the panes; in the surplus pane the cursor follows the ranking. */
static bool overview_command(struct app *app, enum command command)
{
    if (command == COMMAND_PANE_NEXT || command == COMMAND_RIGHT)
        app->pane = (app->pane + 1) % PANE_COUNT;
    else if (command == COMMAND_PANE_PREVIOUS || command == COMMAND_LEFT)
        app->pane = (app->pane + PANE_COUNT - 1) % PANE_COUNT;
    else if (is_focused(app, PANE_SURPLUS) && app->frame->query.rows != ROWS_PERIOD)
        return view_surplus.command(app, command);
    else
        return false;
    return true;
}

static const enum command hints[] = {
    COMMAND_UP,
    COMMAND_OPEN,
    COMMAND_PANE_NEXT,
    COMMAND_SEARCH,
    COMMAND_FILTER,
    COMMAND_SORT,
    COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT,
    COMMAND_LEVEL,
    COMMAND_BACK,
    COMMAND_NONE,
};

const struct view_ops view_overview = {
    .name = "overview",
    .title = N_("Overview"),
    .help = N_("key figures, exports against imports, surplus, table"),
    .draw = overview_draw,
    .capacity = overview_capacity,
    .is_paged = true,
    .command = overview_command,
    .sideways = N_("pane"),
    .hints = hints,
};
