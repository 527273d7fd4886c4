#include "tui/views/heat_years.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/crossing.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/show.h"
#include "tui/targets.h"
#include "tui/views/heat_shade.h"

enum { YEAR_COLS = 4, HEAD_ROWS = 1, LEGEND_ROWS = 1, EXTRAS_MIN = 8, PARTS_MAX = 12 };

struct plan {
    const struct app *app;
    const struct frame *trend;
    struct show show;
    struct column_spec spec;
    const struct frame_column *column;
    struct value *values; /* by row of the trend */
    struct rect head;
    struct rect years;
    struct rect legend; /* no rows: none */
    int parts;          /* of a year */
    int first_part;     /* on screen, and how many */
    int shown_parts;
    int first_year; /* on the first line, and the last one there is */
    int last_year;
    int cell_cols;
    int gap; /* before each of them */
    bool has_marks;
};

static int parts_of_year(const struct app *app)
{
    if (!app->dataset.period_count)
        return 0;
    switch (app->dataset.periods[0].frequency) {
    case FREQUENCY_HALF:
        return 2;
    case FREQUENCY_QUARTER:
        return 4;
    case FREQUENCY_MONTH:
        return PARTS_MAX;
    default:
        return 0;
    }
}

bool heat_years_is_possible(const struct app *app)
{
    return app->frame && app->frame->query.rows == ROWS_PERIOD && app->trend &&
           app->trend->row_count && parts_of_year(app) && !app->dataset.step;
}

static struct period period_of(const struct plan *plan, size_t row)
{
    return plan->app->dataset.periods[plan->trend->rows[row].period];
}

/* 0 for January. */
static int part_of(struct period period, int parts)
{
    return (int)(period.index % parts);
}

/* "Jan", "Q3" */
static const char *part_words(const struct plan *plan, char name[PERIOD_SHOWN_MAX],
                              int part)
{
    struct period period = period_of(plan, 0);

    period.index += part - part_of(period, plan->parts);
    period.more = 0;
    return period_part_words(name, period);
}

/* In a narrow cell without decimals that say little. */
static const char *figure_text(const struct plan *plan, struct value value)
{
    return plan->column->is_percent || plan->column->is_plain
               ? show_value(&plan->show, plan->column, value)
               : show_short(&plan->show, value, plan->column->is_signed);
}

/* All figures as wide as the widest. */
static int widest_figure(const struct plan *plan)
{
    int most = 0;

    for (int part = 0; part < plan->parts; part++) {
        char name[PERIOD_SHOWN_MAX];
        int width = text_width(part_words(plan, name, part));
        most = width > most ? width : most;
    }
    for (size_t i = 0; i < plan->trend->row_count; i++) {
        int width = text_width(figure_text(plan, plan->values[i]));
        most = width > most ? width : most;
    }
    return most;
}

/* Marks part the figures where a gap besides would keep a part of the year off the
 * screen; those of ASCII would be taken for points and signs. */
static void settle_cells(struct plan *plan, int cols)
{
    int figure = widest_figure(plan) + plan->has_marks;
    int room = cols - 1 - YEAR_COLS;

    plan->gap = !plan->has_marks || plan->app->look.is_ascii ||
                (figure + 1) * plan->parts <= room || figure * plan->parts > room;
    plan->cell_cols = figure + plan->gap;
}

/* Parts that go into a year evenly, so that pages of them do. */
static int parts_that_fit(const struct plan *plan, int cols)
{
    int room = (cols - 1 - YEAR_COLS) / plan->cell_cols;
    int shown = plan->parts;

    while (shown > 1 && (shown > room || plan->parts % shown != 0))
        shown--;
    return shown;
}

static void share_out(struct plan *plan, struct rect area)
{
    plan->head = rect_cut_top(&area, HEAD_ROWS);
    if (area.rows >= EXTRAS_MIN)
        plan->legend = rect_cut_bottom(&area, LEGEND_ROWS);
    plan->years = area;
}

/* The page of years with the cursor, counted from the latest. */
static int first_year(const struct plan *plan, int cursor)
{
    int first = period_year(period_of(plan, 0));
    int rows = plan->years.rows > 0 ? plan->years.rows : 1;
    int behind = (plan->last_year - cursor) / rows * rows;
    int at = plan->last_year - behind - rows + 1;

    return at > first ? at : first;
}

static struct plan plan_new(const struct app *app, struct rect area,
                            const struct glyphs *glyphs, struct arena *arena)
{
    struct plan plan = {
        .app = app,
        .trend = app->trend,
        .show = show_new(app->frame, glyphs, arena),
        .spec = crossing_spec(app),
        .parts = parts_of_year(app),
        .has_marks = heat_has_marks(app),
    };
    struct period cursor = app->dataset.periods[crossing_period(app)];
    size_t last = plan.trend->row_count - 1;

    plan.column = &plan.trend->columns[frame_column(plan.trend, plan.spec)];
    plan.values = ARENA_ARRAY(arena, struct value, plan.trend->row_count);
    for (size_t i = 0; i <= last; i++)
        plan.values[i] = frame_value(plan.trend, &plan.trend->rows[i], plan.spec);
    settle_cells(&plan, area.cols);
    plan.shown_parts = parts_that_fit(&plan, area.cols);
    plan.first_part = part_of(cursor, plan.parts) / plan.shown_parts * plan.shown_parts;
    plan.last_year = period_year(period_of(&plan, last));
    share_out(&plan, area);
    plan.first_year = first_year(&plan, period_year(cursor));
    return plan;
}

static int part_col(const struct plan *plan, int part)
{
    return 1 + YEAR_COLS + (part - plan->first_part) * plan->cell_cols;
}

static void draw_head(const struct plan *plan, struct cells *cells)
{
    struct period cursor = plan->app->dataset.periods[crossing_period(plan->app)];
    char name[PERIOD_SHOWN_MAX];

    for (int i = 0; i < plan->shown_parts; i++) {
        int part = plan->first_part + i;
        cells_fit(cells, plan->head, 0, part_col(plan, part) + plan->gap,
                  plan->cell_cols - plan->gap,
                  part == part_of(cursor, plan->parts) ? STYLE_TAB : STYLE_HEAD,
                  ALIGN_RIGHT, part_words(plan, name, part));
    }
}

static void draw_year(const struct plan *plan, struct cells *cells, int year)
{
    struct period cursor = plan->app->dataset.periods[crossing_period(plan->app)];
    bool is_selected = year == period_year(cursor);
    int line = year - plan->first_year;

    if (is_selected)
        cells_put(cells, plan->years, line, 0, STYLE_SELECTED, cells->glyphs->cursor);
    cells_fit(cells, plan->years, line, 1, YEAR_COLS,
              is_selected ? STYLE_SELECTED : STYLE_PLAIN, ALIGN_LEFT,
              arena_printf(plan->show.arena, "%d", year));
}

static bool is_orange(const struct plan *plan, struct value value)
{
    return value.number < 0 || (plan->spec.indicator == INDICATOR_FIGURE &&
                                plan->spec.measure == plan->trend->imports);
}

static void put_cursor(const struct plan *plan, struct cells *cells, int line, int col)
{
    cells->cursor_row = plan->years.row + line;
    cells->cursor_col = plan->years.col + col + plan->gap;
    cells->cursor_is_shown = true;
}

/* A figure of several months takes the cells of all that are on screen. */
static void draw_figure(const struct plan *plan, const struct heat_scale *scale,
                        struct cells *cells, size_t row)
{
    struct period period = period_of(plan, row);
    struct value value = plan->values[row];
    int line = period_year(period) - plan->first_year;
    int part = part_of(period, plan->parts);
    int last = part_of(period_last(period), plan->parts);
    int end = plan->first_part + plan->shown_parts;
    bool is_cursor = plan->trend->rows[row].period == crossing_period(plan->app);
    int shade = heat_shade(scale, value);
    enum style style = is_cursor ? STYLE_SELECTED
                       : value_is_number(value)
                           ? heat_style(shade, is_orange(plan, value))
                           : STYLE_MUTED;
    int col;
    int cols;

    part = part < plan->first_part ? plan->first_part : part;
    last = last >= end ? end - 1 : last;
    if (line < 0 || line >= plan->years.rows || last < part)
        return;
    col = part_col(plan, part);
    cols = (last - part + 1) * plan->cell_cols;
    cells_fit(cells, plan->years, line, col + plan->gap, cols - plan->gap, style,
              ALIGN_RIGHT, figure_text(plan, value));
    if (plan->has_marks && shade)
        cells_put(cells, plan->years, line, col + plan->gap, style,
                  heat_mark(cells->glyphs, shade));
    targets_add(
        cells, plan->years, (struct rect){line, col, 1, cols}, TARGET_ROW,
        frame_find(plan->app->frame, MEMBER_NONE, plan->trend->rows[row].period));
    if (is_cursor)
        put_cursor(plan, cells, line, col);
}

/* The shades of the figures of the row's year, or of all. */
static struct heat_scale scale_for(const struct plan *plan, size_t row)
{
    size_t first = row;
    size_t end = row + 1;
    int year = period_year(period_of(plan, row));

    if (!plan->app->lens.has_row_scale)
        return heat_scale_of_values(plan->values, plan->trend->row_count,
                                    plan->show.arena);
    while (first > 0 && period_year(period_of(plan, first - 1)) == year)
        first--;
    while (end < plan->trend->row_count && period_year(period_of(plan, end)) == year)
        end++;
    return heat_scale_of_values(plan->values + first, end - first, plan->show.arena);
}

static void draw_figures(const struct plan *plan, struct cells *cells)
{
    struct heat_scale scale = {.count = 0};
    int year = 0;

    for (size_t i = 0; i < plan->trend->row_count; i++) {
        if (period_year(period_of(plan, i)) != year)
            scale = scale_for(plan, i);
        year = period_year(period_of(plan, i));
        draw_figure(plan, &scale, cells, i);
    }
}

static void draw_legend(const struct plan *plan, struct cells *cells)
{
    struct heat_scale scale = scale_for(plan, 0);
    struct heat_legend legend = {
        .has_row_scale = plan->app->lens.has_row_scale || !scale.count,
        .is_orange = is_orange(plan, value_derived(1)),
        .is_signed = plan->column->is_signed,
        .has_marks = plan->has_marks,
    };

    for (size_t i = 0; i < SHADES; i++)
        legend.least[i] =
            arena_printf(plan->show.arena, _("from %s"),
                         figure_text(plan, value_derived(scale.least[i])));
    heat_legend_draw(&legend, cells, plan->legend);
}

void heat_years_draw(const struct app *app, struct cells *cells, struct rect area,
                     struct arena *arena)
{
    struct plan plan = plan_new(app, area, cells->glyphs, arena);

    draw_head(&plan, cells);
    for (int line = 0; line < plan.years.rows; line++)
        if (plan.first_year + line <= plan.last_year)
            draw_year(&plan, cells, plan.first_year + line);
    draw_figures(&plan, cells);
    if (plan.legend.rows)
        draw_legend(&plan, cells);
}

/* The row of the trend with the same part of another year; SIZE_MAX: none. */
static size_t in_other_year(const struct app *app, int years)
{
    const struct frame *trend = app->trend;
    struct period wanted = app->dataset.periods[crossing_period(app)];

    wanted.index += years * parts_of_year(app);
    for (size_t i = 0; i < trend->row_count; i++)
        if (period_contains(app->dataset.periods[trend->rows[i].period], wanted) ||
            period_contains(wanted, app->dataset.periods[trend->rows[i].period]))
            return i;
    return SIZE_MAX;
}

static bool select_period(struct app *app, size_t point)
{
    size_t row =
        point < app->trend->row_count
            ? frame_find(app->frame, MEMBER_NONE, app->trend->rows[point].period)
            : SIZE_MAX;

    if (row == SIZE_MAX)
        return false;
    lens_select(app, row);
    return true;
}

bool heat_years_command(struct app *app, enum command command)
{
    int step = command == COMMAND_RIGHT || command == COMMAND_DOWN ? 1 : -1;

    switch (command) {
    case COMMAND_LEFT:
    case COMMAND_RIGHT:
        if (!select_period(app, app->trended + (size_t)step))
            snprintf(app->message, sizeof(app->message), "%s",
                     step < 0 ? _("this is the first period")
                              : _("this is the last period"));
        return true;
    case COMMAND_UP:
    case COMMAND_DOWN:
        if (!select_period(app, in_other_year(app, step)))
            snprintf(app->message, sizeof(app->message), "%s",
                     step < 0 ? _("nothing of the year before")
                              : _("nothing of the year after"));
        return true;
    default:
        return false;
    }
}
