/*
 * Twin columns over time, for small panels: exports and imports side by side, with the
 * first and the last period and the greatest figure below. What does not fit is cut
 * from the oldest.
 */
#include "core/base/translate.h"
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"

#include "core/base/text.h"

#include <math.h>

enum { EIGHTHS = 8, ROWS_WITH_LABELS = 3 };

struct twins {
    const struct chart *chart;
    struct cells *cells;
    struct rect body;
    size_t first; /* point */
    int pitch;    /* columns from one point to the next */
    double top;   /* the figure, scaled, that the body is high */
};

static double greatest(const struct chart *chart, size_t first)
{
    double most = 0;

    for (size_t i = first; i < chart->count; i++) {
        most = fmax(most, figure_number(chart, chart->points[i].exports));
        if (chart->has_imports)
            most = fmax(most, figure_number(chart, chart->points[i].imports));
    }
    return most;
}

/* A bar of its own and a gap when they fit, then no gap, then the newest points. */
static void place(struct twins *twins)
{
    const int bars = twins->chart->has_imports ? 2 : 1;
    const size_t cols = (size_t)twins->body.cols;
    const size_t count = twins->chart->count;

    twins->pitch = count * (size_t)(bars + 1) <= cols + 1 ? bars + 1 : bars;
    if (count * (size_t)twins->pitch > cols + 1)
        twins->first = count - cols / (size_t)twins->pitch;
}

static void draw_bar(const struct twins *twins, int col, enum style style,
                     struct value value, uint32_t full)
{
    const struct glyphs *glyphs = twins->cells->glyphs;
    const double number = figure_number(twins->chart, value);
    const int bottom = twins->body.rows - 1;
    int length;

    if (!figure_is_number(value)) {
        cells_put(twins->cells, twins->body, bottom, col, STYLE_MUTED, glyphs->missing);
        return;
    }
    if (number < 0)
        cells_put(twins->cells, twins->body, bottom, col, STYLE_DEFICIT, glyphs->minus);
    if (number <= 0 || twins->top <= 0)
        return;
    length = (int)lround(number / twins->top * twins->body.rows * EIGHTHS);
    length = length < 1 ? 1 : length;
    for (int i = 0; i < length / EIGHTHS; i++)
        cells_put(twins->cells, twins->body, bottom - i, col, style, full);
    if (length % EIGHTHS)
        cells_put(twins->cells, twins->body, bottom - length / EIGHTHS, col, style,
                  glyphs->column[length % EIGHTHS]);
}

static void draw_point(const struct twins *twins, size_t point)
{
    const struct glyphs *glyphs = twins->cells->glyphs;
    const struct chart_point *at = &twins->chart->points[point];
    const int col = (int)(point - twins->first) * twins->pitch;

    if (point == twins->chart->selected)
        chart_place_cursor(twins->chart, twins->cells, twins->body,
                           twins->body.rows - 1, col);
    draw_bar(twins, col, STYLE_EXPORTS, at->exports, glyphs->column[EIGHTHS]);
    if (twins->chart->has_imports)
        draw_bar(twins, col + 1, STYLE_IMPORTS, at->imports,
                 glyphs->imports_bar[EIGHTHS]);
}

/* "2023-01 to 2024-12" and "max 206.1", or as much of it as fits. */
static void draw_labels(const struct twins *twins, struct rect area)
{
    const struct chart *chart = twins->chart;
    const struct glyphs *glyphs = twins->cells->glyphs;
    const char *first = chart->points[twins->first].label;
    const char *last = chart->points[chart->count - 1].label;
    const char *most =
        arena_printf(chart->arena, _("max %s"),
                     figure_text(chart, glyphs, greatest(chart, twins->first), false));
    const char *span = arena_printf(chart->arena, "%s%s%s", first, glyphs->dash, last);
    const int row = area.rows - 1;
    const int room = area.cols - text_width(most) - 1;

    if (text_width(span) <= room)
        cells_text(twins->cells, area, row, 0, STYLE_MUTED, span);
    else if (text_width(last) <= room)
        cells_text(twins->cells, area, row, 0, STYLE_MUTED, last);
    cells_fit(twins->cells, area, row, room > 0 ? room + 1 : 0, text_width(most),
              STYLE_MUTED, ALIGN_RIGHT, most);
}

static void twins_draw(const struct chart *chart, struct cells *cells, struct rect area)
{
    struct twins twins = {.chart = chart, .cells = cells, .body = area};

    if (area.rows <= 0 || area.cols <= 1 || !chart->count)
        return;
    place(&twins);
    if (area.rows >= ROWS_WITH_LABELS) {
        draw_labels(&twins, area);
        twins.body.rows--;
    }
    twins.top = chart->top > 0 ? chart->top : greatest(chart, twins.first);
    for (size_t i = twins.first; i < chart->count; i++)
        draw_point(&twins, i);
}

static size_t twins_capacity(const struct chart *chart, int rows)
{
    (void)chart;
    (void)rows;
    return SIZE_MAX;
}

const struct chart_ops chart_twins = {
    .name = "twins",
    .draw = twins_draw,
    .capacity = twins_capacity,
};
