/*
 * Overlay: the help, drawn over the screen and made from the table of commands.
 */
#ifndef TUI_OVERLAY_H
#define TUI_OVERLAY_H

#include "tui/app.h"

void overlay_help_draw(const struct app *app, struct cells *cells, struct arena *arena);

/* What closes, and scrolls, that which lies over the screen. */
const char *overlay_hint(const struct app *app, bool scrolls, struct arena *arena);

/* Lines that the help has at this size of the screen, and how many are shown. */
size_t overlay_help_lines(struct rect screen);
size_t overlay_help_capacity(struct rect screen);

#endif
