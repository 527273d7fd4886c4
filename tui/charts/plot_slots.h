/*
 * Slots: which points a plot shows, and in which columns.
 */
#ifndef TUI_CHARTS_PLOT_SLOTS_H
#define TUI_CHARTS_PLOT_SLOTS_H

#include "tui/charts/plot.h"

/* Shares `cols` columns out to the points, evenly; a point per column, with the
 * extremes, the ends and the selected one among them, when there are more points than
 * columns. Sets slots and slot_count. */
void plot_slots_share(struct plot *plot, int cols);

/* Whole columns per point when sharing `cols` columns. */
int plot_slots_pitch(const struct chart *chart, int cols);

#endif
