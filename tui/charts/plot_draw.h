/*
 * What every plot has around its points: grid, axes, periods, names at the ends.
 */
#ifndef TUI_CHARTS_PLOT_DRAW_H
#define TUI_CHARTS_PLOT_DRAW_H

#include "tui/charts/plot.h"

/* Grid, axes, ticks, marks, periods and the line of the selected point. The points come
 * on top of that. */
void plot_draw_frame(const struct plot *plot);

/* The row of periods below the body (plot_periods.c). */
void plot_draw_periods(const struct plot *plot, int row);

/* "< X 3,577": what stands at the end of a line; no name for changes. */
const char *plot_end_text(const struct plot *plot, const char *name, struct value last);
/* The columns there are for it, and drawing it, right of the last slot. */
int plot_end_room(const struct plot *plot);
void plot_draw_end(const struct plot *plot, int row, enum style style,
                   const char *text);

#endif
