/*
 * Columns over time: the balance, surpluses up and deficits down from zero; growth when
 * there is only one measure.
 */
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"
#include "tui/charts/plot_draw.h"

#include <math.h>
#include <stdint.h>

enum { EIGHTHS = 8 };

/* Rows or parts of them, at least one, at most as many as there are. */
static int length_of(double rows, int parts, int most)
{
    const double length = fmin(round(rows * parts), (double)most * parts);

    return length < 1 ? 1 : (int)length;
}

static void draw_up(const struct plot *plot, const struct plot_slot *slot, double rows)
{
    const uint32_t *column = plot->cells->glyphs->column;
    const int length = length_of(rows, EIGHTHS, plot->zero_row);
    const int full = length / EIGHTHS;
    const int rest = length % EIGHTHS;

    for (int i = 1; i <= full; i++)
        cells_run(plot->cells, plot->body, plot->zero_row - i, slot->col, slot->cols,
                  STYLE_SURPLUS, column[EIGHTHS]);
    if (rest > 0)
        cells_run(plot->cells, plot->body, plot->zero_row - full - 1, slot->col,
                  slot->cols, STYLE_SURPLUS, column[rest]);
}

static void draw_down(const struct plot *plot, const struct plot_slot *slot,
                      double rows)
{
    const int most = plot->body.rows - 1 - plot->zero_row;
    const int length = length_of(rows, 1, most);

    for (int i = 1; i <= length; i++)
        cells_run(plot->cells, plot->body, plot->zero_row + i, slot->col, slot->cols,
                  STYLE_DEFICIT, plot->cells->glyphs->deficit_column);
}

/* One row alone has no place for columns: signs on the line. */
static void draw_sign(const struct plot *plot, const struct plot_slot *slot,
                      double rows)
{
    const struct glyphs *glyphs = plot->cells->glyphs;

    cells_run(plot->cells, plot->body, plot->zero_row, slot->col, slot->cols,
              rows > 0 ? STYLE_SURPLUS : STYLE_DEFICIT,
              rows > 0 ? glyphs->column[EIGHTHS / 2] : glyphs->deficit_column);
}

static void draw_slot(const struct plot *plot, const struct plot_slot *slot)
{
    const struct chart *chart = plot->chart;
    const struct value change = plot_change(chart, &chart->points[slot->point]);
    const double number = plot_change_number(chart, change);
    const double rows = number / plot->per_row;

    if (!figure_is_number(change))
        cells_put(plot->cells, plot->body, plot->zero_row, slot->centre, STYLE_MUTED,
                  plot->cells->glyphs->missing);
    else if (number > 0 && plot->zero_row > 0)
        draw_up(plot, slot, rows);
    else if (number < 0 && plot->zero_row < plot->body.rows - 1)
        draw_down(plot, slot, -rows);
    else if (number != 0)
        draw_sign(plot, slot, number);
}

static void draw_end(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct value last = plot_change(chart, &chart->points[chart->count - 1]);
    const double number = plot_change_number(chart, last);
    const int row = plot_row(plot, number);

    plot_draw_end(plot, row, number < 0 ? STYLE_DEFICIT : STYLE_SURPLUS,
                  plot_end_text(plot, NULL, last));
}

static void columns_draw(const struct chart *chart, struct cells *cells,
                         struct rect area)
{
    if (area.rows <= 0 || area.cols <= 0 || chart->count == 0)
        return;

    const struct plot plot = plot_new(chart, PLOT_CHANGES, cells, area);

    plot_draw_frame(&plot);
    for (size_t i = 0; i < plot.slot_count; i++)
        draw_slot(&plot, &plot.slots[i]);
    draw_end(&plot);
}

static size_t columns_capacity(const struct chart *chart, int rows)
{
    (void)chart;
    (void)rows;
    return SIZE_MAX;
}

const struct chart_ops chart_columns = {
    .name = "columns",
    .draw = columns_draw,
    .capacity = columns_capacity,
};
