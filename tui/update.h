/*
 * What the files of the update share: lists that a cursor goes through, and the pages.
 */
#ifndef TUI_UPDATE_H
#define TUI_UPDATE_H

#include "tui/app.h"

/* The place `step` further, within 0 .. count - 1. */
size_t list_moved(size_t at, long step, size_t count);

/* How far the command moves in a list of `count` with `page` on screen; 0 for none. */
long list_step(enum command command, size_t page, size_t count);

/* What a key does on a page that is no view of a dataset; whether it meant anything. */
bool page_command(struct app *app, enum command command);

/* What changes how everything looks, on every page. */
bool look_command(struct app *app, enum command command);

/* What changes the lens, its marks and the stretch of the trend; false for what does
 * not. */
bool update_lens(struct app *app, enum command command);
/* Tells why nothing happened, unless it has. */
void update_say(struct app *app, bool has_worked, const char *text);

/* Runs the audits on the file as it was loaded, and shows what they found. */
void page_open_audit(struct app *app);

#endif
