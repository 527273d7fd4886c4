/*
 * Newterm: curses on a window whose size we have measured ourselves.
 */
#ifndef TUI_NEWTERM_H
#define TUI_NEWTERM_H

struct curses_calls;
struct screen; /* curses' SCREEN */

/* As curses' newterm() on standard output and input, which takes the size from the
 * environment first: it must not see a window of any size that a client claims. NULL
 * when it cannot. */
struct screen *newterm_of_size(const struct curses_calls *call, const char *type,
                               int rows, int cols);

#endif
