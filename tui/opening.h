/*
 * Opening: which of the files that were given are one dataset.
 *
 * Tables with the same headings that follow each other are; --apart keeps every file to
 * itself. Whatever else there is opens in a tab of its own.
 */
#ifndef TUI_OPENING_H
#define TUI_OPENING_H

#include "core/load/paths.h"
#include "tui/app.h"
#include "tui/options.h"

/* Tables that look as if they were one dataset, and are not: each in its tab, the first
 * of which has the mistakes of all by now. Whether the last is there. */
bool opening_apart(struct app *app, const char *text);

/* "b.csv:3: what is wrong": the first mistake of the last load, in the arena; "" when
 * there was none. */
const char *opening_mistake(const struct app *app, struct arena *arena);

/* What to open, each a text of one path or of several (paths.h); what a folder has
 * besides is told. */
struct paths opening_of(const struct options *options, struct arena *arena,
                        struct diag_list *diags);

#endif
