/*
 * Progress: how far a file is that is being read, as a bar and in figures.
 */
#ifndef TUI_PROGRESS_H
#define TUI_PROGRESS_H

#include "tui/app.h"

/* A bar with what is read of how much; below it, where there are two rows, how fast,
 * how long still, and what Esc does. */
void progress_draw(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena);

/* "71.4 MB": of 1,000,000 bytes each. */
const char *progress_bytes(double bytes, struct arena *arena);

#endif
