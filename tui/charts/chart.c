#include "tui/charts/chart.h"

struct chart_point chart_point(const struct chart *chart, size_t number)
{
    return chart->points ? chart->points[number] : chart->point_at(chart, number);
}

struct chart_point chart_outline(const struct chart *chart, size_t number)
{
    return chart->points ? chart->points[number] : chart->outline_at(chart, number);
}

void chart_place_cursor(const struct chart *chart, struct cells *cells,
                        struct rect area, int row, int col)
{
    if (!chart->has_cursor || row < 0 || row >= area.rows || col < 0 ||
        col >= area.cols)
        return;
    cells->cursor_row = area.row + row;
    cells->cursor_col = area.col + col;
    cells->cursor_is_shown = true;
}

void chart_add_target(const struct chart *chart, struct cells *cells, struct rect area,
                      struct rect part, size_t point)
{
    if (chart->target != TARGET_NONE)
        targets_add(cells, area, part, chart->target, point);
}
