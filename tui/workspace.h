/*
 * Workspace: saving what is open, and opening it again.
 */
#ifndef TUI_WORKSPACE_H
#define TUI_WORKSPACE_H

#include "core/base/save.h"
#include "tui/app.h"

/* Writes every open dataset and how it is looked at; files in or below the folder of
 * the workspace by their way from there, others by their whole path. */
bool workspace_save(struct app *app, const char *path, enum save_mode mode,
                    struct diag_list *diags);

/* Opens a dataset in a tab, or what a workspace names in one tab each. What a workspace
 * says that no longer fits is said in app->message, and the rest is done. */
enum load_result workspace_open_file(struct app *app, const char *path);

/* Shows the dataset that is open as the words beside its file say. */
struct workspace_entry;
void workspace_apply(struct app *app, const struct workspace_entry *entry);

#endif
