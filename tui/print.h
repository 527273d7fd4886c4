/*
 * Print: cells as text, for pipes, files and --print.
 */
#ifndef TUI_PRINT_H
#define TUI_PRINT_H

#include "tui/cells.h"
#include "tui/look.h"

#include <stdbool.h>
#include <stdio.h>

/* Each row as a line, blanks at the end dropped; with colours as SGR sequences when
 * look->colors is not 0. Returns whether all was written. */
bool print_cells(const struct cells *cells, const struct look *look, FILE *out);

#endif
