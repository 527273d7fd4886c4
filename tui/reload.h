/*
 * Reload: a newer state of the open file, with everything that is looked at kept.
 */
#ifndef TUI_RELOAD_H
#define TUI_RELOAD_H

#include "tui/app.h"

/* Reads the open file again. The lens, its history, the view and the selection stay:
 * members are found again by their codes, periods by their dates, measures by their
 * ids; what is gone falls back, and the message says so. A file with mistakes leaves
 * everything as it was, and the mistakes in app->diags. */
enum load_result app_reload(struct app *app);

/* For files that are read behind the screen: puts the fresh dataset, which is the app's
 * then, in the place of the open one, carries everything over and says so. */
void reload_take(struct app *app, const struct dataset *fresh);
/* Says that the file has mistakes now, which are in app->diags. */
void reload_say_failure(struct app *app);

/* What `r` does: reads the file again; with mistakes that are known already, shows
 * them. */
void app_reload_or_show(struct app *app);

#endif
