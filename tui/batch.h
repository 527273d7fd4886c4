/*
 * Batch: everything the program does without taking over a terminal.
 */
#ifndef TUI_BATCH_H
#define TUI_BATCH_H

#include "tui/app.h"
#include "tui/options.h"

/* Applies --view, --by, --within, --period, --select, --keys and their like to what
 * is loaded; false when one does not fit the dataset. */
bool batch_apply(struct app *app, const struct options *options,
                 struct diag_list *diags);

/* Prints the screen of the app, its rows in the format that was asked for, or its path
 * to balance. */
int batch_print(struct app *app, const struct options *options,
                const struct look *look);

/* --check and --list. */
int batch_check(const struct options *options);
int batch_list(const struct catalog *catalog);

/* The exit status for a file that came back so. */
int batch_status(enum load_result result);

/* Says that standard output cannot be written, by errno; returns the exit status. */
int batch_could_not_write(void);

#endif
