#include "tui/charts/plot_draw.h"

#include "tui/charts/figure.h"

#include <math.h>

enum { END_GAP = 1 };

const struct plot_slot *plot_slot_of(const struct plot *plot, size_t point)
{
    const size_t slot = point * plot->slot_count / plot->chart->count;

    return &plot->slots[slot];
}

int plot_slots_end(const struct plot *plot)
{
    const struct plot_slot *last = &plot->slots[plot->slot_count - 1];

    return last->col + last->cols;
}

/* The axis is the column before the body. */
static int axis_col(const struct plot *plot)
{
    return plot->body.col - plot->area.col - 1;
}

/* `step` says how many decimals the label needs. */
static void draw_tick(const struct plot *plot, int row, double tick, double step)
{
    const struct glyphs *glyphs = plot->cells->glyphs;
    const char *label = figure_tick(plot->chart->arena, glyphs, tick, step);

    /* In ASCII the least columns look like the grid. */
    if (plot->measure == PLOT_FIGURES || !glyphs->is_ascii)
        cells_run(plot->cells, plot->body, row, 0, plot_slots_end(plot), STYLE_GRID,
                  glyphs->grid);
    if (plot->label_cols == 0)
        return;
    if (text_width(label) <= plot->label_cols)
        cells_fit(plot->cells, plot->area, row, axis_col(plot) - 1 - plot->label_cols,
                  plot->label_cols, STYLE_AXIS, ALIGN_RIGHT, label);
    cells_put(plot->cells, plot->area, row, axis_col(plot), STYLE_AXIS,
              glyphs->axis_tick);
}

static void draw_zero(const struct plot *plot)
{
    const struct glyphs *glyphs = plot->cells->glyphs;

    cells_run(plot->cells, plot->body, plot->zero_row, 0, plot_slots_end(plot),
              STYLE_AXIS, glyphs->axis_horizontal);
    if (plot->label_cols > 0)
        cells_put(plot->cells, plot->area, plot->zero_row, axis_col(plot), STYLE_AXIS,
                  glyphs->axis_zero);
}

static void draw_scale(const struct plot *plot)
{
    const struct glyphs *glyphs = plot->cells->glyphs;

    if (plot->label_cols > 0)
        cells_run_down(plot->cells, plot->area, 0, axis_col(plot), plot->body.rows,
                       STYLE_AXIS, glyphs->axis);
    for (size_t i = 0; i < plot->tick_count; i++)
        draw_tick(plot, plot->ticks[i].row, plot->ticks[i].number,
                  plot->ticks[i].number);
    if (plot->is_log)
        return;
    for (int row = 0; row < plot->body.rows; row++)
        if ((plot->zero_row - row) % plot->tick_rows == 0)
            draw_tick(plot, row, (plot->zero_row - row) / plot->tick_rows * plot->step,
                      plot->step);
    draw_zero(plot);
}

static void draw_marks(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const int row = plot->body.rows;

    for (size_t i = 0; i < chart->mark_count; i++)
        if (chart->marks[i] < chart->count)
            cells_put(plot->cells, plot->area, row,
                      axis_col(plot) + 1 + plot_slot_of(plot, chart->marks[i])->centre,
                      STYLE_TITLE, plot->cells->glyphs->up);
}

static void draw_selected(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct glyphs *glyphs = plot->cells->glyphs;

    if (chart->selected >= chart->count)
        return;

    const int col = plot_slot_of(plot, chart->selected)->centre;

    /* A line through all rows where nothing below says the place: it is long to send.
     */
    if (plot->mark_rows == 0 && plot->period_rows == 0)
        cells_run_down(plot->cells, plot->body, 0, col, plot->body.rows, STYLE_FOCUS,
                       glyphs->axis);
    if (plot->mark_rows > 0)
        cells_put(plot->cells, plot->area, plot->body.rows, axis_col(plot) + 1 + col,
                  STYLE_SELECTED, glyphs->up);
    chart_place_cursor(chart, plot->cells, plot->area,
                       plot->body.rows - 1 + plot->mark_rows, axis_col(plot) + 1 + col);
}

static void add_targets(const struct plot *plot)
{
    for (size_t i = 0; i < plot->slot_count; i++)
        chart_add_target(
            plot->chart, plot->cells, plot->body,
            (struct rect){0, plot->slots[i].col, plot->body.rows, plot->slots[i].cols},
            plot->slots[i].point);
}

/* No point has a figure: say why. */
static void draw_empty(const struct plot *plot)
{
    const struct chart_point *first = &plot->chart->points[0];
    const struct value value = plot->measure == PLOT_FIGURES
                                   ? first->exports
                                   : plot_change(plot->chart, first);

    cells_fit(plot->cells, plot->body, plot->body.rows / 2, 0, plot->body.cols,
              STYLE_MUTED, ALIGN_CENTRE, figure_absence(value));
}

void plot_draw_frame(const struct plot *plot)
{
    const char *unit = plot->chart->unit;
    const int unit_row = plot->body.rows + plot->mark_rows;

    if (plot->slot_count == 0)
        return;
    if (plot->domain.is_empty)
        draw_empty(plot);
    else
        draw_scale(plot);
    if (plot->mark_rows > 0)
        draw_marks(plot);
    draw_selected(plot);
    add_targets(plot);
    if (plot->period_rows == 0)
        return;
    plot_draw_periods(plot, unit_row);
    if (plot->measure == PLOT_CHANGES)
        unit = plot_change_chart(plot->chart).unit;
    /* A small panel has it in its title. */
    if (unit && !plot->chart->is_compact && text_width(unit) <= plot->label_cols)
        cells_fit(plot->cells, plot->area, unit_row,
                  axis_col(plot) - 1 - plot->label_cols, plot->label_cols, STYLE_MUTED,
                  ALIGN_RIGHT, unit);
}

static int end_col(const struct plot *plot)
{
    return axis_col(plot) + 1 + plot_slots_end(plot) + END_GAP;
}

int plot_end_room(const struct plot *plot)
{
    return plot->end_cols > 0 ? plot->area.cols - END_GAP - end_col(plot) : 0;
}

void plot_draw_end(const struct plot *plot, int row, enum style style, const char *text)
{
    if (plot->end_cols > 0 && plot->slot_count > 0)
        cells_text(plot->cells, plot->area, row, end_col(plot), style, text);
}
