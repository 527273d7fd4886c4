/*
 * What a view says when it has no rows: which filter is in the way, and what to press.
 */
#ifndef TUI_VIEWS_EMPTY_H
#define TUI_VIEWS_EMPTY_H

#include "tui/app.h"

/* Draws the words and returns true when the lens' frame has no rows. */
bool view_is_empty(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena);

/* Why a view has nothing, and what may be done about it ("" for nothing), in the middle
 * of the area and whole wherever it has lines for that. */
void view_say_empty(struct cells *cells, struct rect area, const char *why,
                    const char *then);

#endif
