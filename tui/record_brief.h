/*
 * The record of the selected row in few columns: names and values one below the other.
 */
#ifndef TUI_RECORD_BRIEF_H
#define TUI_RECORD_BRIEF_H

#include "tui/app.h"

/* Draws as much of it as the area has lines for. The whole is record.h's. */
void record_brief(const struct app *app, struct cells *cells, struct rect area,
                  struct arena *arena);

#endif
