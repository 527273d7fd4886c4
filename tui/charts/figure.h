/*
 * Figures: the values of a chart, read safely and written as text.
 *
 * What is no finite number counts as missing, and magnitudes end at FIGURE_MAX, so
 * that sums and differences in charts never leave the range of a double.
 */
#ifndef TUI_CHARTS_FIGURE_H
#define TUI_CHARTS_FIGURE_H

#include "tui/charts/chart.h"

#define FIGURE_MAX 1e300

/* Whether there is a number to draw. */
bool figure_is_number(struct value value);

/* The number in the chart's unit and scale; 0 when there is none. */
double figure_number(const struct chart *chart, struct value value);

/* A number that is in the chart's scale already, as chart_figure() shows it. */
const char *figure_text(const struct chart *chart, const struct glyphs *glyphs,
                        double number, bool is_signed);

/* A label of a scale with that step: only the decimals that the step needs. */
const char *figure_tick(struct arena *arena, const struct glyphs *glyphs, double number,
                        double step);

/* A count: "219", "1,219". */
const char *figure_count(struct arena *arena, size_t count);

/* One character as text. */
const char *figure_glyph(struct arena *arena, uint32_t codepoint);

/* Words for a bar's place when there is no number: "not available". */
const char *figure_absence(struct value value);

#endif
