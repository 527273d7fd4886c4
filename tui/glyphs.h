/*
 * Glyphs: the characters of charts and frames, in Unicode and in plain ASCII.
 *
 * Views and charts take every character that is not text from here, so one drawing
 * serves both grades of terminal.
 */
#ifndef TUI_GLYPHS_H
#define TUI_GLYPHS_H

#include <stdbool.h>
#include <stdint.h>

struct glyphs {
    bool is_ascii;
    /* Frames: light and heavy (the focused pane, overlays). */
    uint32_t horizontal, vertical, top_left, top_right, bottom_left, bottom_right;
    uint32_t heavy_horizontal, heavy_vertical, heavy_top_left, heavy_top_right,
        heavy_bottom_left, heavy_bottom_right;
    uint32_t tee_down, tee_up, cross, double_vertical; /* tables: ┬ ┴ ┼ ║ */
    /* Bars to the right: index is eighths of a cell, 1..8; 0 is a blank. */
    uint32_t exports_bar[9];
    uint32_t imports_bar[9];
    uint32_t surplus_bar[9]; /* ASCII: '+' */
    uint32_t deficit_full;   /* ASCII: '-' */
    uint32_t deficit_half;   /* right half of a cell: ▐; ASCII '-' */
    bool has_flip;           /* partial cells to the left by exchanging ink and paper */
    /* Columns upward: index is eighths, 1..8; 0 is a blank. */
    uint32_t column[9];
    uint32_t deficit_column; /* ░ */
    /* Sparkline levels, low to high, 8 of them. */
    uint32_t spark[8];
    uint32_t missing; /* · */
    /* Lines: exports heavy, imports dashed; horizontal, vertical, the four corners
     * (named by the sides that they join), then a single dot. */
    uint32_t exports_line[6];                             /* ━ ┃ ┏ ┓ ┗ ┛ */
    uint32_t imports_line[6];                             /* ┄ ┆ ╭ ╮ ╰ ╯ */
    uint32_t line_dot[2];                                 /* one point alone: ● ○ */
    uint32_t grid;                                        /* ┈ */
    uint32_t axis, axis_tick, axis_horizontal, axis_zero; /* │ ┤ ─ ┼ */
    uint32_t fold;                                        /* ┄ of a folded middle */
    /* Marks. */
    uint32_t cursor, left, right, up, down, sort_down, sort_up, ellipsis, minus, times;
    uint32_t dot;               /* ● status */
    const char *path_separator; /* " › " or " > " */
    const char *dash;           /* "–" or "-" between two numbers */
    uint32_t mark;              /* of rows that are marked: ✓ */
    uint32_t order[5];          /* first to fifth key of the sort: ¹ ² ³ ⁴ ⁵ */
    const char *enter, *backspace, *arrows_vertical, *arrows_horizontal; /* key names */
};

extern const struct glyphs glyphs_unicode;
extern const struct glyphs glyphs_ascii;

#endif
