/*
 * What a view says when it has no rows: which filter is in the way, and what to press.
 */
#ifndef TUI_VIEWS_EMPTY_H
#define TUI_VIEWS_EMPTY_H

#include "tui/app.h"

/* Draws the words and returns true when the lens' frame has no rows. */
bool view_is_empty(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena);

#endif
