/*
 * The record of the selected row, over the screen: every figure in full, whether it was
 * published or summed, the formula with the numbers put in, file and line.
 */
#ifndef TUI_RECORD_H
#define TUI_RECORD_H

#include "tui/app.h"

void record_draw(const struct app *app, struct cells *cells, struct arena *arena);

/* How far it can be scrolled. */
size_t record_scroll(const struct app *app);

#endif
