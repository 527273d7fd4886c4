/*
 * What the view of two rows says in one sentence.
 */
#ifndef TUI_COMPARE_H
#define TUI_COMPARE_H

#include "tui/app.h"

/* "exports +2,581.7, ... CNY bn: United States less Viet Nam", as much as fits. */
const char *compare_words(const struct app *app, int cols, const struct glyphs *glyphs,
                          struct arena *arena);

#endif
