/*
 * Bars on both sides of an axis, on one scale.
 */
#ifndef TUI_CHARTS_BAR_H
#define TUI_CHARTS_BAR_H

#include "tui/charts/chart.h"

/* How the cells of a bar's field are shared out: `left` for negative numbers, then the
 * axis (not counted), then `right`; a cell is worth the same on both sides. */
struct bar_span {
    int left;
    int right;
    double per_cell; /* above 0 */
};

/* Shares out `cols` cells so that the numbers from low to high fit; a side that has any
 * number gets a cell at least. */
struct bar_span bar_span_new(int cols, double low, double high);

/* Where one bar goes: the axis is at column `axis_col`, wide or not. */
struct bar_place {
    struct cells *cells;
    struct rect area;
    int row;
    int axis_col;
    int axis_cols; /* 0 or 1 */
    struct bar_span span;
};

/* Draws a number's bar; `style` and `eighths` are for the positive ones. */
void bar_draw(const struct bar_place *place, double number, enum style style,
              const uint32_t eighths[9]);

/* The column of a number on the scale. */
int bar_col(const struct bar_place *place, double number);

/* Draws a scale into the place's row: a line (or blanks) with the round ticks' labels
 * on it, none of them at column `end` or beyond. */
void bar_scale_labels(const struct bar_place *place, struct arena *arena, int end);

/* The ticks themselves: └──┴──┴── */
void bar_scale_line(const struct bar_place *place);

#endif
