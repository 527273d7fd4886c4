/*
 * Curses screen: pictures that are shown by curses, since they cannot be painted
 * (paint.h).
 *
 * Curses is started for the first of them. On most terminals none ever comes, and its
 * start takes longer than all else that the screen needs.
 */
#ifndef TUI_CURSES_SCREEN_H
#define TUI_CURSES_SCREEN_H

#include "tui/cells.h"
#include "tui/screen_styles.h"
#include "tui/tty.h"

#include <stdbool.h>

struct curses_calls;
struct curses_screen;

/* What the terminal shows, and how much of that curses knows. */
struct curses_picture {
    const struct curses_screen *screen;
    const struct screen_styles *styles;
    struct cell *shown; /* row by row */
    bool *is_behind;    /* by row: it was painted, and curses was not told yet */
    int rows;
    int cols;
};

/* Enters the screen of such a window; NULL when it cannot, and `absent` is what cannot
 * be loaded then, if that is why. */
struct curses_screen *curses_screen_start(const struct tty *tty, const char *type,
                                          int rows, int cols, const char **absent);
/* Leaves it. */
void curses_screen_end(struct curses_screen *screen);
void curses_screen_resize(const struct curses_screen *screen, int rows, int cols);
const struct curses_calls *curses_screen_calls(const struct curses_screen *screen);

/* Blanks everything; `was_sent`: the terminal is blank already. */
void curses_screen_erase(const struct curses_picture *picture, bool was_sent);

/* Tells curses what was painted, and moves the cursor back to where it takes it to be,
 * which `is_away`. */
void curses_screen_come_back(const struct curses_picture *picture, bool is_away);
bool curses_screen_is_at(const struct curses_screen *screen, int row, int col);

/* Sends what is other than before of so many rows and columns. */
void curses_screen_show(const struct curses_picture *picture, const struct cells *cells,
                        int rows, int cols);

#endif
