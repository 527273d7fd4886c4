/*
 * Cells: the screen in memory.
 *
 * Views and charts draw here and know no terminal. All places are relative to a
 * rectangle, and nothing is ever drawn outside it or outside the screen. Text passes
 * the sanitiser (text.h); a character two cells wide that does not fit is left out.
 */
#ifndef TUI_CELLS_H
#define TUI_CELLS_H

#include "core/base/arena.h"
#include "core/base/text.h"
#include "tui/glyphs.h"
#include "tui/rect.h"
#include "tui/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct targets;

struct cell {
    uint32_t codepoint; /* 0 in the right half of a wide character */
    uint32_t mark[TEXT_MARKS];
    uint8_t width; /* 1 or 2; 0 in the right half of a wide character */
    uint8_t style; /* enum style */
};

struct cells {
    int rows;
    int cols;
    struct cell *cell; /* row by row */
    const struct glyphs *glyphs;
    /* Where the terminal's own cursor goes after drawing (screen readers follow it). */
    int cursor_row;
    int cursor_col;
    bool cursor_is_shown;
    struct targets *targets; /* what is where, for a click (targets.h); mostly NULL */
};

/* A blank screen in the arena's memory; negative sizes count as 0. */
struct cells *cells_new(struct arena *arena, int rows, int cols,
                        const struct glyphs *glyphs);

/* The whole screen as a rectangle. */
struct rect cells_rect(const struct cells *cells);

/* Places one character (a glyph of glyphs.h); width 1. */
void cells_put(struct cells *cells, struct rect area, int row, int col,
               enum style style, uint32_t codepoint);

/* Draws text from `col` on and returns the column after it; cut at the area's edge. */
int cells_text(struct cells *cells, struct rect area, int row, int col,
               enum style style, const char *text);
int cells_printf(struct cells *cells, struct rect area, int row, int col,
                 enum style style, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

/* Draws text within exactly `width` columns from `col`, padded with blanks; what does
 * not fit is cut and ends in the ellipsis. */
void cells_fit(struct cells *cells, struct rect area, int row, int col, int width,
               enum style style, enum align align, const char *text);

/* `count` times the same character. */
void cells_run(struct cells *cells, struct rect area, int row, int col, int count,
               enum style style, uint32_t codepoint);
void cells_run_down(struct cells *cells, struct rect area, int row, int col, int count,
                    enum style style, uint32_t codepoint);

/* Blanks the area in a style. */
void cells_blank(struct cells *cells, struct rect area, enum style style);

/* Gives `count` cells another style and leaves their characters; cells with a style of
 * a chart (EXPORTS .. DEFICIT_FLIP) keep theirs. */
void cells_restyle(struct cells *cells, struct rect area, int row, int col, int count,
                   enum style style);

/* A frame around the area with a title on the left and one on the right (either may be
 * NULL), heavy and in STYLE_FOCUS when focused; returns what is inside, empty when the
 * area is smaller than 2 x 2. */
struct rect cells_frame(struct cells *cells, struct rect area, bool is_focused,
                        const char *title, const char *right_title);

/* The row as text, blanks at the end dropped, in the arena. */
char *cells_row_text(const struct cells *cells, int row, struct arena *arena);

#endif
