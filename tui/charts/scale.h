/*
 * Scales: round steps for axes, 1, 2, 2.5, 3 or 5 times a power of ten.
 */
#ifndef TUI_CHARTS_SCALE_H
#define TUI_CHARTS_SCALE_H

/* The least round step that is not below `least`; 1 when that is no positive number. */
double scale_step(double least);

/* How many decimals the multiples of a step need, at most 15. */
int scale_decimals(double step);

#endif
