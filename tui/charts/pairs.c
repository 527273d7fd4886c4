/*
 * Paired bars: exports above imports, or the bars of one measure, on one scale from
 * zero.
 */
#include "core/base/translate.h"
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"
#include "tui/charts/pairs_layout.h"

enum { GAP = 1, SCALE_COLS_MIN = 5 };

static struct bar_place bar_place_at(const struct pairs *pairs, int row)
{
    return (struct bar_place){
        .cells = pairs->cells,
        .area = pairs->area,
        .row = row,
        .axis_col = pairs_bar_col(pairs) + pairs->span.left,
        .axis_cols = pairs->columns.axis,
        .span = pairs->span,
    };
}

static void draw_right(const struct pairs *pairs, int row, int end, int width,
                       enum style style, const char *text)
{
    if (width > 0)
        cells_fit(pairs->cells, pairs->area, row, end - width, width, style,
                  ALIGN_RIGHT, text);
}

/* One bar with its figure and growth. */
struct series {
    struct value value;
    struct value growth;
    enum style bar_style;
    const uint32_t *eighths;
};

static void draw_series(const struct pairs *pairs, int row, enum style style,
                        const struct series *series)
{
    const struct bar_place place = bar_place_at(pairs, row);
    const struct glyphs *glyphs = pairs->cells->glyphs;
    const struct chart *chart = &pairs->chart;
    const int right_col = place.axis_col + place.axis_cols;

    if (place.axis_cols > 0)
        cells_put(pairs->cells, pairs->area, row, place.axis_col, STYLE_AXIS,
                  glyphs->axis);
    if (figure_is_number(series->value))
        bar_draw(&place, figure_number(chart, series->value), series->bar_style,
                 series->eighths);
    else if (pairs->span.right > 0)
        cells_fit(pairs->cells, pairs->area, row, right_col, pairs->span.right,
                  STYLE_MUTED, ALIGN_LEFT, figure_absence(series->value));
    draw_right(pairs, row, pairs_figure_end(pairs), pairs->columns.figure, style,
               chart_figure(chart, glyphs, series->value, chart->is_signed));
    draw_right(pairs, row, pairs_growth_end(pairs), pairs->columns.growth, style,
               chart_growth(chart->arena, glyphs, series->growth));
}

static void draw_balance(const struct pairs *pairs, int row, enum style style,
                         const struct chart_point *point)
{
    const struct glyphs *glyphs = pairs->cells->glyphs;
    const double balance = figure_number(&pairs->chart, point->balance);
    const int width = pairs->columns.balance;
    const int end = pairs_balance_end(pairs);

    if (width == 0)
        return;
    draw_right(pairs, row, end, width, style,
               pairs_balance_text(pairs, point->balance));
    draw_right(pairs, row + 1, end, width, style == STYLE_PLAIN ? STYLE_MUTED : style,
               pairs_cover_text(pairs, point->cover));
    if (balance != 0)
        cells_put(pairs->cells, pairs->area, row, end - width,
                  balance > 0 ? STYLE_SURPLUS : STYLE_DEFICIT,
                  balance > 0 ? glyphs->up : glyphs->down);
}

static void draw_label(const struct pairs *pairs, int row, enum style style,
                       const char *label)
{
    if (pairs->columns.label > 0)
        cells_fit(pairs->cells, pairs->area, row, pairs_label_col(pairs),
                  pairs->columns.label, style, ALIGN_LEFT, label);
}

/* The cursor and the name alone are reversed, as far as it goes: a move sends two
 * names, not four rows, nor blanks. */
static void draw_selection(const struct pairs *pairs, int row, const char *label)
{
    const int most = pairs_bar_col(pairs) - 1;
    const int cols = pairs_label_col(pairs) + text_width(label);

    cells_put(pairs->cells, pairs->area, row, 0, STYLE_SELECTED,
              pairs->cells->glyphs->cursor);
    chart_place_cursor(&pairs->chart, pairs->cells, pairs->area, row, 0);
    cells_restyle(pairs->cells, pairs->area, row, 0, cols < most ? cols : most,
                  STYLE_SELECTED);
}

static void draw_point(const struct pairs *pairs, size_t index, int row)
{
    const struct chart_point point = chart_point(&pairs->chart, index);
    const struct glyphs *glyphs = pairs->cells->glyphs;
    const bool is_selected = index == pairs->chart.selected;
    const bool has_second =
        pairs->rows_per_point == 2 && row + 1 < pairs->area.rows - pairs->axis_rows;
    const enum style style = point.is_muted ? STYLE_MUTED : STYLE_PLAIN;
    const struct series exports = {point.exports, point.exports_growth, STYLE_EXPORTS,
                                   glyphs->exports_bar};
    const struct series imports = {point.imports, point.imports_growth, STYLE_IMPORTS,
                                   glyphs->imports_bar};

    chart_add_target(&pairs->chart, pairs->cells, pairs->area,
                     (struct rect){row, 0, has_second ? 2 : 1, pairs->area.cols},
                     index);
    draw_label(pairs, row, style, point.label);
    draw_series(pairs, row, style, &exports);
    if (has_second) {
        draw_series(pairs, row + 1, style, &imports);
        draw_balance(pairs, row, style, &point);
    }
    if (is_selected)
        draw_selection(pairs, row, point.label);
}

/* The unit stands over the figures but may reach into the bars' field. Returns the
 * column that the scale's labels must not reach. */
static int draw_heads(const struct pairs *pairs, int row)
{
    const char *unit = pairs->chart.unit ? pairs->chart.unit : "";
    const int field_end = pairs_bar_end(pairs);
    const int figure = pairs->columns.figure;
    const int width = text_width(unit) > figure ? text_width(unit) : figure;
    const int start = pairs_figure_end(pairs) - width;

    if (figure == 0 || start < pairs_bar_col(pairs) + SCALE_COLS_MIN)
        return field_end;
    draw_right(pairs, row, pairs_figure_end(pairs), width, STYLE_MUTED, unit);
    draw_right(pairs, row, pairs_growth_end(pairs), pairs->columns.growth, STYLE_MUTED,
               _("y/y %"));
    draw_right(pairs, row, pairs_balance_end(pairs), pairs->columns.balance,
               STYLE_MUTED, _("balance"));
    return start - GAP < field_end ? start - GAP : field_end;
}

static void draw_axis(const struct pairs *pairs, int row)
{
    struct bar_place place = bar_place_at(pairs, row);

    if (pairs->axis_rows == 2) {
        bar_scale_line(&place);
        place.row++;
    }
    if (pairs->axis_rows > 0 && pairs->high > pairs->low)
        bar_scale_labels(&place, pairs->chart.arena, draw_heads(pairs, place.row));
}

static void pairs_draw(const struct chart *chart, struct cells *cells, struct rect area)
{
    if (area.rows <= 0 || area.cols <= 0 || chart->first >= chart->count)
        return;

    const struct pairs pairs = pairs_layout(chart, cells, area);
    int row = 0;

    for (size_t i = chart->first; i < pairs.end; i++) {
        draw_point(&pairs, i, row);
        row += pairs_pitch(&pairs);
    }
    draw_axis(&pairs, row);
}

const struct chart_ops chart_pairs = {
    .name = "pairs",
    .draw = pairs_draw,
    .capacity = pairs_capacity,
};
