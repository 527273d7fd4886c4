/*
 * Paint scroll: rows of a list that moved up or down together are moved by the
 * terminal.
 */
#ifndef TUI_PAINT_SCROLL_H
#define TUI_PAINT_SCROLL_H

#include "tui/paint.h"

enum { PAINT_SCROLL_MAX = 48 };

/* Rows from `top` to `bottom` move up by so many, or down by less than none. */
struct paint_scroll {
    int top;
    int bottom;
    int by;
};

/* Whether rows moved, and those where moving them leaves least to be sent. */
bool paint_scroll_find(const struct paint_job *job, struct paint_scroll *scroll);

/* What the terminal shows afterwards, in rows of as many cells as before. */
const struct cell *paint_scroll_shown(const struct paint_job *job,
                                      const struct paint_scroll *scroll,
                                      struct arena *arena);

/* The bytes, with the attributes off; the cursor is anywhere then. Returns how many. */
size_t paint_scroll_bytes(const struct paint_job *job,
                          const struct paint_scroll *scroll,
                          char bytes[PAINT_SCROLL_MAX]);

#endif
