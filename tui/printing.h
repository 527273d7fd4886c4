/*
 * Printing: what is shown of the files on the command line, as text, without a screen.
 */
#ifndef TUI_PRINTING_H
#define TUI_PRINTING_H

#include "tui/app.h"
#include "tui/options.h"

/* Prints what one start of the program would show of each file, or of the gallery when
 * there is none; what goes wrong is said on standard error. Returns the exit status,
 * the worst of all. */
int printing_all(struct app *app, const struct options *options);

/* --convert and --save-as: all files, as one dataset, as a new file. */
int printing_convert(const struct options *options);

#endif
