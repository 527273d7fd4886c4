/*
 * Keep: what is on the screen, in a file. Nothing is written but what is asked for by
 * name, and nothing is written over without a second question.
 */
#ifndef TUI_KEEP_H
#define TUI_KEEP_H

#include "core/export/sheet.h"
#include "tui/app.h"

#include <stdio.h>

/* Opens the prompt of a command of copying or writing; whether it is one. */
bool keep_command(struct app *app, enum command command);
/* Whether a name of a file is being asked for, or whether to replace one. */
bool keep_is_open(const struct app *app);
void keep_key(struct app *app, int key);
void keep_draw(const struct app *app, struct cells *cells, struct rect area);

/* The rows that the view is of, and the selected one; NULL: none. */
const struct frame *keep_frame(const struct app *app);
const struct frame_row *keep_row(const struct app *app);
/* What is written of it: its rows, or the cross table with as many. */
struct sheet keep_sheet(const struct app *app);

/* The screen as text, without its last line of keys. */
bool keep_write_screen(const struct app *app, FILE *out);

#endif
