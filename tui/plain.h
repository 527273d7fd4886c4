/*
 * Plain: what a view shows, one fact a line, for screen readers and logs.
 *
 *     United States, 2024, exports: 3,733.7 CNY bn
 *
 * Every line says of what, when and which, then how much, so that each makes sense
 * alone, in any order and when searched for. Nothing is drawn, and nothing is cut off.
 */
#ifndef TUI_PLAIN_H
#define TUI_PLAIN_H

#include "tui/app.h"

#include <stdbool.h>
#include <stdio.h>

/* Prints the page, or the view, that the app is at; returns whether all was written. */
bool plain_print(const struct app *app, FILE *out);

#endif
