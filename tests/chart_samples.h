/*
 * Samples: charts of published figures, and of figures that no publisher would print.
 */
#ifndef TESTS_CHART_SAMPLES_H
#define TESTS_CHART_SAMPLES_H

#include "tui/charts/chart.h"

/* Thirteen partners by total trade; 32 by balance; nothing is selected. */
struct chart sample_partners(struct arena *arena);
struct chart sample_balances(struct arena *arena);

/* 1978 to 2024 with two marks; January 2023 to December 2024. */
struct chart sample_years(struct arena *arena);
struct chart sample_months(struct arena *arena);

/* Zeros, the tiniest and the hugest, infinities, every kind of absence, hostile text.
 */
struct chart sample_odd(struct arena *arena, size_t count);

/* Gives the chart points of its own that may be changed. */
struct chart_point *sample_points(struct chart *chart);

#endif
