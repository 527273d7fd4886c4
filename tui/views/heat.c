/*
 * The heat table: the rows of the lens by periods, shaded by their magnitude.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/crossing.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/ordinal.h"
#include "tui/sentence.h"
#include "tui/show.h"
#include "tui/targets.h"
#include "tui/views/heat_shade.h"
#include "tui/views/heat_years.h"
#include "tui/views/table_measure.h"
#include "tui/views/view.h"

#include <math.h>

enum {
    NAME_MIN = 6,
    NAME_MAX = 24,
    HEAD_ROWS = 1,
    TOTAL_ROWS = 1,
    LEGEND_ROWS = 1,
    EXTRAS_MIN = 8, /* rows from which on there is a total and a legend */
    PERCENT_COLS = 5
};

/* How the area is shared out, and what the figures are shown with. */
struct plan {
    const struct app *app;
    const struct cross *cross;
    struct show show;
    struct rect rows;
    struct rect head;
    struct rect total; /* no rows: none */
    struct rect legend;
    int name_cols;
    int cell_cols;
    bool has_marks; /* beside the figures, where colours do not say the shade */
    struct crossing_page page;
};

/* A figure as it stands in a cell; on a narrow screen with fewer digits. */
static const char *figure_text(const struct plan *plan, struct value value)
{
    const struct frame_column *column = &plan->cross->column;
    bool is_short = plan->app->cols < 60 && !column->is_percent && !column->is_plain;

    return is_short ? show_short(&plan->show, value, column->is_signed)
                    : show_value(&plan->show, column, value);
}

/* What the widest figure takes: of percentages that have a sign, "+99.9". */
static int figure_cols(const struct plan *plan)
{
    const struct frame_column *column = &plan->cross->column;
    double most = cross_magnitudes(plan->cross).largest;

    if (column->is_percent && column->is_signed)
        return PERCENT_COLS;
    return text_width(
        figure_text(plan, value_derived(column->is_signed ? -most : most)));
}

static int cell_cols(const struct plan *plan)
{
    char name[PERIOD_SHOWN_MAX];
    int figure = figure_cols(plan);
    int head = text_width(
        period_show(name, plan->app->dataset.periods[plan->cross->period_count - 1]));

    return (figure > head ? figure : head) + 1 + plan->has_marks;
}

static int name_cols(const struct plan *plan, int cols)
{
    int most = plan->app->measure->widest_name;

    most = most < NAME_MIN ? NAME_MIN : most > NAME_MAX ? NAME_MAX : most;
    return most > cols / 3 ? cols / 3 : most;
}

/* `area` is inside the frame. */
static void share_out(struct plan *plan, struct rect area)
{
    plan->head = rect_cut_top(&area, HEAD_ROWS);
    if (area.rows >= EXTRAS_MIN) {
        plan->legend = rect_cut_bottom(&area, LEGEND_ROWS);
        plan->total = rect_cut_bottom(&area, TOTAL_ROWS);
    }
    plan->rows = area;
}

static struct plan plan_new(const struct app *app, struct rect area,
                            const struct glyphs *glyphs, struct arena *arena)
{
    struct plan plan = {
        .app = app, .cross = app->cross, .has_marks = heat_has_marks(app)};

    plan.show = show_new(app->frame, glyphs, arena);
    plan.name_cols = name_cols(&plan, area.cols);
    plan.cell_cols = cell_cols(&plan);
    plan.page = crossing_page(app, (area.cols - 1 - plan.name_cols) / plan.cell_cols);
    share_out(&plan, area);
    return plan;
}

static size_t heat_capacity(const struct app *app, struct rect area)
{
    struct plan plan = {.app = app};

    share_out(&plan, rect_inset(area, 1, 1));
    return (size_t)plan.rows.rows;
}

static int cell_col(const struct plan *plan, uint32_t period)
{
    return 1 + plan->name_cols + (int)(period - plan->page.first) * plan->cell_cols;
}

static void draw_head(const struct plan *plan, struct cells *cells)
{
    const uint32_t cursor = crossing_period(plan->app);

    for (uint32_t p = plan->page.first; p < plan->page.end; p++)
        cells_fit(cells, plan->head, 0, cell_col(plan, p) + 1, plan->cell_cols - 1,
                  p == cursor ? STYLE_TAB : STYLE_HEAD, ALIGN_RIGHT,
                  crossing_period_name(plan->app, p, plan->show.arena));
}

static bool is_orange(const struct cross *cross, struct value value)
{
    const struct column_spec *spec = &cross->column.spec;

    return value.number < 0 ||
           (spec->indicator != INDICATOR_BALANCE && !cross->column.is_signed &&
            spec->measure == cross->frame->imports);
}

static void draw_cell(const struct plan *plan, struct cells *cells, int line, int col,
                      enum style style, struct value value)
{
    const char *text = figure_text(plan, value);
    char ellipsis[5] = {0};
    int room = plan->cell_cols - 1 - plan->has_marks;

    /* The mark of what compares a part is worth more than a decimal. */
    if (text_width(text) > room && value_compared(value))
        text = arena_printf(
            plan->show.arena, "%s*",
            chart_number(plan->show.arena, cells->glyphs, value.number, 0, true));
    if (text_width(text) > room) {
        text_encode(cells->glyphs->ellipsis, ellipsis);
        text = arena_printf(plan->show.arena, "%s", ellipsis);
    }
    cells_fit(cells, plan->rows, line, col + 1, plan->cell_cols - 1, style, ALIGN_RIGHT,
              text);
}

/* The shade and the figure; the cell with the cursor is turned round. */
static void draw_figure(const struct plan *plan, const struct heat_scale *scale,
                        size_t row, uint32_t period, struct cells *cells, int line)
{
    const struct app *app = plan->app;
    struct value value = cross_value(plan->cross, row, period);
    int shade = plan->cross->frame->rows[row].kind == ROW_UNALLOCATED
                    ? 0
                    : heat_shade(scale, value);
    bool is_cursor = row == app->selected && period == crossing_period(app);
    enum style style = value_is_number(value)
                           ? heat_style(shade, is_orange(plan->cross, value))
                           : STYLE_MUTED;
    int col = cell_col(plan, period);

    draw_cell(plan, cells, line, col, is_cursor ? STYLE_SELECTED : style, value);
    if (plan->has_marks && shade)
        cells_put(cells, plan->rows, line, col + 1, is_cursor ? STYLE_SELECTED : style,
                  heat_mark(cells->glyphs, shade));
    targets_add(cells, plan->rows, (struct rect){line, col, 1, plan->cell_cols},
                TARGET_CROSSED, row * plan->cross->period_count + period);
    if (!is_cursor)
        return;
    cells->cursor_row = plan->rows.row + line;
    cells->cursor_col = plan->rows.col + col + 1;
    cells->cursor_is_shown = true;
}

static void draw_row(const struct plan *plan, const struct heat_scale *of_table,
                     size_t row, struct cells *cells, int line)
{
    const struct app *app = plan->app;
    const struct frame_row *of = &plan->cross->frame->rows[row];
    bool is_selected = row == app->selected;
    bool is_quiet = of->kind != ROW_MEMBER && of->kind != ROW_GROUP;
    struct heat_scale scale =
        app->lens.has_row_scale ? heat_scale_of_row(plan->cross, row, plan->show.arena)
                                : *of_table;

    targets_add_rows(cells, plan->rows, line, 1, TARGET_ROW, row);
    if (is_selected)
        cells_put(cells, plan->rows, line, 0, STYLE_SELECTED, cells->glyphs->cursor);
    else if (of->is_marked)
        cells_put(cells, plan->rows, line, 0, STYLE_KEY, cells->glyphs->mark);
    cells_fit(cells, plan->rows, line, 1, plan->name_cols,
              is_selected ? STYLE_SELECTED
              : is_quiet  ? STYLE_MUTED
                          : STYLE_PLAIN,
              ALIGN_LEFT, of->name);
    for (uint32_t p = plan->page.first; p < plan->page.end; p++)
        draw_figure(plan, &scale, row, p, cells, line);
}

/* The published totals, or sums of the rows, as the table's frame has them. */
static void draw_total(const struct plan *plan, struct cells *cells)
{
    struct plan line = *plan;

    line.rows = plan->total;
    cells_fit(cells, plan->total, 0, 1, plan->name_cols, STYLE_TOTAL, ALIGN_LEFT,
              plan->cross->frame->total.name);
    for (uint32_t p = plan->page.first; p < plan->page.end; p++)
        draw_cell(&line, cells, 0, cell_col(plan, p), STYLE_TOTAL,
                  cross_total(plan->cross, p));
}

/* Each shade with the least figure that has it. */
static void draw_legend(const struct plan *plan, const struct heat_scale *scale,
                        struct cells *cells)
{
    struct heat_legend legend = {
        .has_row_scale = plan->app->lens.has_row_scale || !scale->count,
        .is_orange = is_orange(plan->cross, value_derived(1)),
        .is_signed = plan->cross->column.is_signed,
        .has_marks = plan->has_marks,
    };

    for (size_t i = 0; i < SHADES; i++)
        legend.least[i] =
            arena_printf(plan->show.arena, _("from %s"),
                         figure_text(plan, value_derived(scale->least[i])));
    heat_legend_draw(&legend, cells, plan->legend);
}

/* "Exports, CNY bn" */
static const char *title_of(const struct app *app, const struct glyphs *glyphs,
                            struct arena *arena)
{
    const char *unit = crossing_unit(app, glyphs, arena);

    return *unit ? arena_printf(arena, _("%s, %s"), app->cross->column.title, unit)
                 : app->cross->column.title;
}

static const char *scale_words(const struct app *app, int cols, struct arena *arena)
{
    char key[INPUT_NAME_MAX];
    const char *text = app->lens.has_row_scale ? _("fifths of each row")
                                               : _("fifths of the whole table");

    if (cols < 60)
        return text;
    return arena_printf(arena, _("%s: shades by %s"),
                        keymap_first(&app->keys, key, COMMAND_ONE_SCALE), text);
}

static void draw_years(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    const struct frame_column *column =
        &app->trend->columns[frame_column(app->trend, crossing_spec(app))];
    struct show show = show_new(app->frame, cells->glyphs, arena);
    const char *unit = column->is_percent ? "%" : column->is_plain ? "" : show.unit;
    struct rect inner = cells_frame(
        cells, area, true,
        *unit ? arena_printf(arena, _("%s, %s"), column->title, unit) : column->title,
        scale_words(app, area.cols, arena));

    heat_years_draw(app, cells, inner, arena);
}

static void heat_draw(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    struct rect inner;
    struct plan plan;
    struct heat_scale scale;

    if (heat_years_is_possible(app)) {
        draw_years(app, cells, area, arena);
        return;
    }
    if (crossing_is_empty(app, cells, area, arena))
        return;
    inner = cells_frame(cells, area, true, title_of(app, cells->glyphs, arena),
                        scale_words(app, area.cols, arena));
    plan = plan_new(app, inner, cells->glyphs, arena);
    scale = heat_scale_of_table(plan.cross);
    draw_head(&plan, cells);
    for (int line = 0; line < plan.rows.rows; line++) {
        size_t row = app->first + (size_t)line;
        if (row < plan.cross->row_count)
            draw_row(&plan, &scale, row, cells, line);
    }
    if (plan.total.rows && app->frame->has_total)
        draw_total(&plan, cells);
    if (plan.legend.rows)
        draw_legend(&plan, &scale, cells);
}

static const char *heat_sentence(const struct app *app, int cols,
                                 const struct glyphs *glyphs, struct arena *arena)
{
    struct show show = show_new(app->frame, glyphs, arena);
    const struct cross *cross = app->cross;
    uint32_t period = crossing_period(app);
    struct value value;
    struct cross_place place;
    const char *text;

    if (heat_years_is_possible(app))
        return sentence_of_row(app->trend, &app->trend->rows[app->trended], cols,
                               &show);
    if (!cross || app->selected >= cross->row_count)
        return label_pick(&app->dataset.title, app->language);
    value = cross_value(cross, app->selected, period);
    place = cross_place(cross, app->selected, period);
    text = arena_printf(
        arena, _("%s, %s  %s %s"), cross->frame->rows[app->selected].name,
        crossing_period_name(app, period, arena), crossing_words(app, arena),
        value_is_number(value)
            ? arena_printf(arena, "%s %s", show_value(&show, &cross->column, value),
                           crossing_unit(app, glyphs, arena))
            : _(absence_words(value.absence)));
    if (place.number && text_width(text) + 20 < cols)
        text = arena_printf(arena, _("%s; %s of %u"), text, ordinal_of(&place, arena),
                            cross_ranked(cross, period));
    return text;
}

static bool heat_command(struct app *app, enum command command)
{
    if (heat_years_is_possible(app) && heat_years_command(app, command))
        return true;
    if (crossing_command(app, command))
        return true;
    if (command != COMMAND_ONE_SCALE)
        return false;
    app_remember(app);
    app->lens.has_row_scale = !app->lens.has_row_scale;
    return true;
}

static const enum command hints[] = {
    COMMAND_UP,        COMMAND_LEFT,   COMMAND_OPEN,   COMMAND_FLOW, COMMAND_PERCENT,
    COMMAND_ONE_SCALE, COMMAND_SEARCH, COMMAND_FILTER, COMMAND_SORT, COMMAND_LEVEL,
    COMMAND_UNIT,      COMMAND_UNDO,   COMMAND_BACK,   COMMAND_NONE,
};

const struct view_ops view_heat = {
    .name = "heat",
    .title = N_("Periods"),
    .help = N_("the rows by periods, each figure shaded by its magnitude"),
    .draw = heat_draw,
    .capacity = heat_capacity,
    .is_paged = true,
    .is_over_time = true,
    .sentence = heat_sentence,
    .command = heat_command,
    .sideways = N_("period"),
    .hints = hints,
};
