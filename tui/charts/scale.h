/*
 * Scales: round steps for axes, 1, 2, 2.5, 3 or 5 times a power of ten.
 */
#ifndef TUI_CHARTS_SCALE_H
#define TUI_CHARTS_SCALE_H

#include <stdbool.h>

/* The least round step that is not below `least`; 1 when that is no positive number. */
double scale_step(double least);

/* The nearest of 1, 2 and 5 times a power of ten that is not above the number, or, when
 * `is_up`, not below it; 1 when that is no positive number. */
double scale_round(double number, bool is_up);

/* How many decimals the multiples of a step need, at most 15. */
int scale_decimals(double step);

#endif
