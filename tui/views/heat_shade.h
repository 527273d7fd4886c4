/*
 * Shades of the heat table: how large a figure is among others, in fifths of them.
 *
 * Trade is so uneven that a shade in proportion would be that of the largest alone: so
 * the figures are put in order of magnitude and each fifth of them has a shade. Zero is
 * in the middle and has none; what is below it is orange, what is above it blue.
 */
#ifndef TUI_VIEWS_HEAT_SHADE_H
#define TUI_VIEWS_HEAT_SHADE_H

#include "core/query/cross.h"
#include "tui/style.h"

enum { SHADES = 5 };

/* The least magnitude of each shade. */
struct heat_scale {
    double least[SHADES];
    size_t count; /* figures that it is of */
};

/* Of all figures of the table, but for what is not allocated; or of one row of it. */
struct heat_scale heat_scale_of_table(const struct cross *cross, struct arena *arena);
struct heat_scale heat_scale_of_row(const struct cross *cross, size_t row,
                                    struct arena *arena);

/* 1 to SHADES; 0 for zero and for what is missing. */
int heat_shade(const struct heat_scale *scale, struct value value);

/* The style of a shade; orange for imports and for what is below zero. */
enum style heat_style(int shade, bool is_orange);

#endif
