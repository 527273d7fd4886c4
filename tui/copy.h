/*
 * Copy: figures, rows and screens for the clipboard of the terminal.
 */
#ifndef TUI_COPY_H
#define TUI_COPY_H

#include "tui/app.h"
#include "tui/choices.h"

/* What there is to copy, by letter. */
size_t copy_choices(struct choice choices[CHOICE_MAX]);
/* Copies what the letter means, and says what it did. */
void copy_letter(struct app *app, char letter);

/* The command that shows this screen again. */
void copy_command_line(struct app *app);

#endif
