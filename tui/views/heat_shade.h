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
#include "tui/app.h"
#include "tui/cells.h"

enum { SHADES = CROSS_FIFTHS };

/* The least magnitude of each shade. */
struct heat_scale {
    double least[SHADES];
    size_t count; /* figures that it is of */
};

/* Of all figures of the table, but for what is not allocated; or of one row of it. */
struct heat_scale heat_scale_of_table(const struct cross *cross);
struct heat_scale heat_scale_of_row(const struct cross *cross, size_t row,
                                    struct arena *arena);

/* Of so many values, whatever they are of. */
struct heat_scale heat_scale_of_values(const struct value *values, size_t count,
                                       struct arena *arena);

/* 1 to SHADES; 0 for zero and for what is missing. */
int heat_shade(const struct heat_scale *scale, struct value value);

/* The style of a shade; orange for imports and for what is below zero. */
enum style heat_style(int shade, bool is_orange);

/* Whether colours do not say the shade, so that a mark does; and the mark. */
bool heat_has_marks(const struct app *app);
uint32_t heat_mark(const struct glyphs *glyphs, int shade);

/* What the line below the table says of the shades. */
struct heat_legend {
    const char *least[SHADES]; /* "from 12.5" */
    bool has_row_scale;        /* or there is no one scale to tell */
    bool is_orange;
    bool is_signed; /* figures below zero have shades of their own */
    bool has_marks;
};

/* In the first line of the area, as much as there is room for. */
void heat_legend_draw(const struct heat_legend *legend, struct cells *cells,
                      struct rect area);

#endif
