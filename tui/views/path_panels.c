#include "tui/views/path_panels.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/targets.h"

enum { YEAR_COLS = 5, CELL_COLS = 8, NAME_COLS = 9 };

static const char *parameter_name(enum path_parameter parameter)
{
    static const char *const names[PATH_PARAMETER_COUNT] = {
        [PATH_PARAMETER_EXPORTS] = N_("Exports"),
        [PATH_PARAMETER_IMPORTS] = N_("Imports"),
        [PATH_PARAMETER_TARGET] = N_("Equal by"),
    };

    return _(names[parameter]);
}

static const char *parameter_value(const struct path_plan *plan,
                                   enum path_parameter parameter)
{
    if (parameter == PATH_PARAMETER_TARGET)
        return arena_printf(plan->show.arena, "%d", plan->target);
    return path_rate(plan, value_derived(parameter == PATH_PARAMETER_EXPORTS
                                             ? plan->path.exports_growth
                                             : plan->path.imports_growth));
}

/* The longest of the texts that fits, else the last. */
static const char *longest(const char *const *texts, size_t count, int cols)
{
    size_t i = 0;

    while (i + 1 < count && text_width(texts[i]) > cols)
        i++;
    return texts[i];
}

/* The growth that it takes to be equal by the target. */
static const char *target_note(const struct path_plan *plan, int cols)
{
    struct arena *arena = plan->show.arena;
    int years = plan->target - plan->start.year;
    const char *rate = path_rate(plan, path_needed(&plan->path, years));
    const char *const texts[] = {
        arena_printf(arena, _("takes imports %s a year"), rate),
        arena_printf(arena, _("M %s"), rate),
    };

    return longest(texts, 2, cols);
}

/* What the data say of a rate. */
static const char *rate_note(const struct path_plan *plan,
                             enum path_parameter parameter, int cols)
{
    struct arena *arena = plan->show.arena;
    const char *rate =
        path_rate(plan, value_derived(path_own_tenths(&plan->start, parameter) / 10.0));
    const char *const texts[] = {
        arena_printf(arena, _("%s in %d, %s"), rate, plan->start.year,
                     path_origin(plan, parameter)),
        arena_printf(arena, _("was %s"), rate),
        rate,
    };
    const char *const unknown[] = {_("not known, taken as 0"), _("not known")};

    return path_is_known(&plan->start, parameter) ? longest(texts, 3, cols)
                                                  : longest(unknown, 2, cols);
}

static void draw_parameter(const struct app *app, const struct path_plan *plan,
                           struct cells *cells, struct rect inner, int row)
{
    enum path_parameter parameter = (enum path_parameter)row;
    const struct glyphs *glyphs = cells->glyphs;
    bool is_selected = app->path.selected == (size_t)row;
    enum style style = parameter == PATH_PARAMETER_EXPORTS   ? STYLE_EXPORTS
                       : parameter == PATH_PARAMETER_IMPORTS ? STYLE_IMPORTS
                                                             : STYLE_PLAIN;

    targets_add_rows(cells, inner, row, 1, TARGET_PARAMETER, (size_t)parameter);
    cells_text(cells, inner, row, 2, style, parameter_name(parameter));
    cells_fit(cells, inner, row, 12, 8, STYLE_TITLE, ALIGN_RIGHT,
              parameter_value(plan, parameter));
    cells_fit(cells, inner, row, 23, inner.cols - 24, STYLE_MUTED, ALIGN_LEFT,
              parameter == PATH_PARAMETER_TARGET
                  ? target_note(plan, inner.cols - 24)
                  : rate_note(plan, parameter, inner.cols - 24));
    if (!is_selected)
        return;
    cells_put(cells, inner, row, 0, STYLE_FOCUS, glyphs->cursor);
    cells_put(cells, inner, row, 11, STYLE_FOCUS, glyphs->left);
    cells_put(cells, inner, row, 21, STYLE_FOCUS, glyphs->right);
    cells_restyle(cells, inner, row, 0, inner.cols, STYLE_SELECTED);
    if (row < inner.rows) {
        cells->cursor_row = inner.row + row;
        cells->cursor_col = inner.col;
        cells->cursor_is_shown = true;
    }
}

void path_what_if_draw(const struct app *app, const struct path_plan *plan,
                       struct cells *cells, struct rect inner)
{
    for (int row = 0; row < PATH_PARAMETER_COUNT && row < inner.rows; row++)
        draw_parameter(app, plan, cells, inner, row);
}

/* Columns of the table; the first that do not fit are left out. */
enum column {
    COLUMN_NEEDED,
    COLUMN_BALANCE,
    COLUMN_GAP,
    COLUMN_EXPORTS,
    COLUMN_IMPORTS,
    COLUMN_COUNT
};

struct column_info {
    const char *head;
    int cols;
};

/* in the order in which they earn their place */
static const struct column_info infos[COLUMN_COUNT] = {
    [COLUMN_NEEDED] = {N_("M needed"), 9},  [COLUMN_BALANCE] = {N_("Balance"), 10},
    [COLUMN_GAP] = {N_("Gap %"), 7},        [COLUMN_EXPORTS] = {N_("Exports"), 10},
    [COLUMN_IMPORTS] = {N_("Imports"), 10},
};

/* in the order of the screen */
static const enum column order[COLUMN_COUNT] = {
    COLUMN_EXPORTS, COLUMN_IMPORTS, COLUMN_BALANCE, COLUMN_GAP, COLUMN_NEEDED,
};

struct table {
    const struct path_plan *plan;
    struct cells *cells;
    struct rect inner;
    bool has[COLUMN_COUNT];
};

static void choose_columns(struct table *table)
{
    int room = table->inner.cols - YEAR_COLS - 1;

    for (size_t i = 0; i < COLUMN_COUNT && room >= infos[i].cols; i++) {
        table->has[i] = true;
        room -= infos[i].cols;
    }
}

/* In a narrow column long figures lose their decimals. */
static const char *figure(const struct show *show, double number, bool is_signed,
                          int cols)
{
    struct value value = value_derived(number);
    const char *text = show_figure(show, value, is_signed);

    return text_width(text) < cols ? text : show_short(show, value, is_signed);
}

static const char *cell_text(const struct path_plan *plan, enum column column,
                             int years)
{
    const struct show *show = &plan->show;
    struct path_point point = path_at(&plan->path, years);

    switch (column) {
    case COLUMN_EXPORTS:
        return figure(show, point.exports, false, infos[column].cols);
    case COLUMN_IMPORTS:
        return figure(show, point.imports, false, infos[column].cols);
    case COLUMN_BALANCE:
        return figure(show, point.balance, true, infos[column].cols);
    case COLUMN_GAP:
        return show_percent(show, value_derived(point.gap));
    default:
        return years ? path_rate(plan, path_needed(&plan->path, years)) : "";
    }
}

static enum style cell_style(const struct path_plan *plan, enum column column,
                             int years)
{
    if (column == COLUMN_BALANCE)
        return show_sign_style(value_derived(path_at(&plan->path, years).balance));
    return column == COLUMN_NEEDED ? STYLE_TITLE : STYLE_PLAIN;
}

/* One row; `years` below zero: the heads. */
static void draw_row(const struct table *table, int row, int years)
{
    const struct path_plan *plan = table->plan;
    int col = YEAR_COLS;

    if (years < 0)
        cells_text(table->cells, table->inner, row, 1, STYLE_HEAD, _("Year"));
    else
        cells_printf(table->cells, table->inner, row, 1, STYLE_PLAIN, "%d",
                     plan->start.year + years);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        enum column column = order[i];
        if (!table->has[column])
            continue;
        cells_fit(table->cells, table->inner, row, col, infos[column].cols,
                  years < 0 ? STYLE_HEAD : cell_style(plan, column, years), ALIGN_RIGHT,
                  years < 0 ? _(infos[column].head) : cell_text(plan, column, years));
        col += infos[column].cols;
    }
}

void path_table_draw(const struct path_plan *plan, struct cells *cells,
                     struct rect inner)
{
    struct table table = {plan, cells, inner, {false}};
    int years[PATH_STEPS_MAX];
    size_t count = path_plan_steps(plan, years);
    int row = 0;

    if (inner.rows < 2)
        return;
    choose_columns(&table);
    draw_row(&table, row++, -1);
    if (inner.rows > (int)count + 1)
        draw_row(&table, row++, 0);
    for (size_t i = 0; i < count && row < inner.rows; i++)
        if (inner.rows > (int)count || years[i] % 5 == 0)
            draw_row(&table, row++, years[i]);
}

static enum style outcome_style(struct path_outcome outcome)
{
    switch (outcome.kind) {
    case PATH_MEETS:
    case PATH_BALANCED:
        return STYLE_PLAIN;
    default:
        return STYLE_MUTED;
    }
}

static const char *head_text(const struct path_plan *plan, double rate)
{
    return show_growth(&plan->show, value_derived(rate));
}

static void draw_heads(const struct path_plan *plan, const struct path_grid *grid,
                       struct cells *cells, struct rect inner)
{
    cells_fit(cells, inner, 0, 1, NAME_COLS - 2, STYLE_HEAD, ALIGN_RIGHT,
              _("X \\ M %"));
    for (size_t col = 0; col < grid->imports.count; col++)
        cells_fit(cells, inner, 0, NAME_COLS + (int)col * CELL_COLS, CELL_COLS,
                  col == grid->imports.own ? STYLE_IMPORTS : STYLE_HEAD, ALIGN_RIGHT,
                  head_text(plan, grid->imports.rate[col]));
    for (size_t row = 0; row < grid->exports.count; row++)
        cells_fit(cells, inner, (int)row + 1, 1, NAME_COLS - 2,
                  row == grid->exports.own ? STYLE_EXPORTS : STYLE_HEAD, ALIGN_RIGHT,
                  head_text(plan, grid->exports.rate[row]));
}

void path_grid_draw(const struct path_plan *plan, struct cells *cells,
                    struct rect inner)
{
    struct path_grid grid;
    int rows = inner.rows - 1;
    int cols = (inner.cols - NAME_COLS - 1) / CELL_COLS;

    if (rows < 2 || cols < 2)
        return;
    grid = path_grid_new(&plan->path, (size_t)rows, (size_t)cols);
    draw_heads(plan, &grid, cells, inner);
    for (size_t row = 0; row < grid.exports.count; row++)
        for (size_t col = 0; col < grid.imports.count; col++) {
            struct path_outcome outcome =
                path_grid_outcome(&plan->path, &grid, row, col);
            bool is_own = row == grid.exports.own && col == grid.imports.own;
            cells_fit(cells, inner, (int)row + 1, NAME_COLS + (int)col * CELL_COLS,
                      CELL_COLS, is_own ? STYLE_SELECTED : outcome_style(outcome),
                      ALIGN_RIGHT, path_years(plan, outcome));
        }
}
