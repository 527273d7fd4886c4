/*
 * Chrome: what surrounds every view: where am I, the filter, the selection in words,
 * the keys.
 */
#ifndef TUI_CHROME_H
#define TUI_CHROME_H

#include "tui/app.h"
#include "tui/layout.h"

void chrome_draw(const struct app *app, const struct layout *layout,
                 struct cells *cells, struct arena *arena);

/* The selection as one sentence, at most `cols` wide where that is possible. */
const char *chrome_sentence(const struct app *app, int cols,
                            const struct glyphs *glyphs, struct arena *arena);

#endif
