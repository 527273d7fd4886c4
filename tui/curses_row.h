/*
 * Curses row: cells of one row given to curses, which sends them with its next update.
 */
#ifndef TUI_CURSES_ROW_H
#define TUI_CURSES_ROW_H

#include "tui/cells.h"
#include "tui/screen_styles.h"

struct curses_calls;

struct curses_row {
    const struct curses_calls *call;
    const struct screen_styles *styles;
    int row;
    int screen_cols; /* of the terminal */
};

/* Gives what differs between the first `cols` cells that are wanted and those that the
 * terminal shows, which become the same. After characters whose width is not certain
 * all is sent at once, with the place of the next in so many words. */
void curses_row_show(const struct curses_row *at, const struct cell *wanted,
                     struct cell *shown, int cols);

/* Gives the whole row as the terminal shows it already. */
void curses_row_tell(const struct curses_row *at, const struct cell *shown);

#endif
