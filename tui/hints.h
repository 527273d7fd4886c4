/*
 * Hints: the keys that matter here, on the last line.
 */
#ifndef TUI_HINTS_H
#define TUI_HINTS_H

#include "tui/app.h"

/* Draws as many whole hints as fit; the key of the help is the last to go. */
void hints_draw(const struct app *app, struct cells *cells, struct rect area);

/* How a command's main key is written on this terminal: an arrow or a name. */
const char *hint_keys(const struct app *app, enum command command,
                      const struct glyphs *glyphs, char out[KEYS_SHOWN_MAX]);

/* A view's key as its tab shows it, one cell wide: a key with a longer name stands in
 * the help only. */
const char *hint_tab_key(const struct app *app, enum view view,
                         char out[INPUT_NAME_MAX]);

/* The arrows beside the period in the header, and the unit, do with a click what their
 * keys do. `col` is where that text begins, `cols` how wide it is. */
void hints_add_period_targets(const struct app *app, struct cells *cells,
                              struct rect area, int col, int cols);

/* Until the first key after the start, says where help is at the end of the line of the
 * sentence; returns how many columns that takes. Nothing is written to remember it by,
 * so every start says it. */
int greeting_draw(const struct app *app, struct cells *cells, struct rect area);

#endif
