/*
 * The layout of paired bars: which columns and rows they have, from their content and
 * the area. What does not fit goes in this order: balance and cover, growth, decimals,
 * the label's width, the figures.
 */
#ifndef TUI_CHARTS_PAIRS_LAYOUT_H
#define TUI_CHARTS_PAIRS_LAYOUT_H

#include "tui/charts/bar.h"
#include "tui/charts/chart.h"
#include "tui/charts/whole.h"

/* Column widths from the content; 0 for a column that is not shown. */
struct pairs_columns {
    int cursor;
    int label;
    int axis;
    int figure;
    int growth;
    int balance;
    int margin;
};

struct pairs {
    struct cells *cells;
    struct rect area;
    struct chart chart; /* with the decimals that fit */
    const struct chart_whole *whole;
    double low;
    double high;
    int rows_per_point;
    int axis_rows;
    size_t end; /* the point after the last that is drawn */
    struct pairs_columns columns;
    struct bar_span span;
};

/* Lays out the chart; the area and chart->first are not empty and not past the end. */
struct pairs pairs_layout(const struct chart *chart, struct cells *cells,
                          struct rect area);

size_t pairs_capacity(const struct chart *chart, int rows);

/* The rows from one point to the next: with a blank one between when there is room. */
int pairs_pitch(const struct pairs *pairs);

/* Where the columns are: the first of the labels and of the bars, and those after the
 * bars, the figures, the growth and the balance. */
int pairs_label_col(const struct pairs *pairs);
int pairs_bar_col(const struct pairs *pairs);
int pairs_bar_end(const struct pairs *pairs);
int pairs_figure_end(const struct pairs *pairs);
int pairs_growth_end(const struct pairs *pairs);
int pairs_balance_end(const struct pairs *pairs);

/* Texts whose widths count. */
const char *pairs_cover_text(const struct pairs *pairs, struct value cover);
const char *pairs_balance_text(const struct pairs *pairs, struct value balance);

#endif
