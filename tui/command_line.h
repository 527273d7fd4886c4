/*
 * Command line: the command that shows exactly this screen again.
 */
#ifndef TUI_COMMAND_LINE_H
#define TUI_COMMAND_LINE_H

#include "tui/app.h"

/* "entrepot --view=table --select=JPN data.yaml", ready for a shell; one line without a
 * line end. What could be undone and what lies over the screen is not in it. */
const char *command_line_of(const struct app *app, struct arena *arena);

/* A word as a shell takes it: as it is, or in quotes. What could harm a terminal is
 * written with escapes: $'\033'. */
const char *command_line_quoted(const char *word, struct arena *arena);

#endif
