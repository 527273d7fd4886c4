/*
 * Paint: what changes in a picture as bytes for an ANSI terminal, as few as it takes.
 *
 * Curses goes down the picture and changes attributes wherever a style ends; here all
 * that has one style is sent together, so that each is turned on once, and blanks that
 * look alike count as alike. Plain text goes first or last, whichever takes less. Rows
 * that moved are scrolled (paint_scroll.h), cells within a row are pushed
 * (paint_shift.h).
 */
#ifndef TUI_PAINT_H
#define TUI_PAINT_H

#include "tui/cells.h"
#include "tui/paint_move.h"

enum { PAINT_SGR_MAX = 64, PAINT_CLEAR_MAX = 16 };

struct brushes {
    char sgr[STYLE_COUNT][PAINT_SGR_MAX]; /* turns the style on, whatever was on */
    bool has_ground[STYLE_COUNT]; /* a blank shows nothing but the terminal's own ground
                                   */
    bool can_erase;               /* ESC [ n X blanks n cells */
    bool can_scroll;              /* ESC [ n ; n r is a region that a newline scrolls */
    bool can_shift; /* ESC [ n @ and P insert and delete cells, ESC [ K blanks the rest
                     */
    bool can_step;  /* see paint_move.h */
    char clear[PAINT_CLEAR_MAX]; /* blanks the screen and goes to its corner, with the
                                    attributes off; "": for curses */
};

/* The wanted picture, and what the terminal shows in the same place, row by row; `cols`
 * is the width of both rows of `shown`. */
struct paint_job {
    const struct cells *wanted;
    const struct cell *shown;
    int rows; /* of both that are compared */
    int cols;
    int shown_cols;            /* from one row of `shown` to the next */
    struct paint_place cursor; /* the terminal's */
};

/* The bytes, in the arena; "" with a size of 0 when nothing changes for the eye, else
 * the cursor is where the picture has it then. Attributes are off before and after.
 * NULL when it is to be left to curses: a character that changes is not certain
 * (picture.h), rows moved and cannot be scrolled, or the last cell of the screen
 * changes, which scrolls some terminals. */
const char *paint_bytes(const struct brushes *brushes, const struct paint_job *job,
                        struct arena *arena, size_t *size);

#endif
