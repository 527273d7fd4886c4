/*
 * Chips: the filter on screen, term by term.
 */
#ifndef TUI_CHIPS_H
#define TUI_CHIPS_H

#include "tui/app.h"

/* One line: the terms, what of them is ignored marked as such, then how many rows they
 * leave. What does not fit is counted, never cut without a mark. */
void chips_draw(const struct app *app, struct cells *cells, struct rect area,
                struct arena *arena);

#endif
