/*
 * Columns: choosing what the table shows, from all that the dataset has the figures
 * for.
 */
#ifndef TUI_COLUMNS_H
#define TUI_COLUMNS_H

#include "tui/app.h"

void columns_open(struct app *app);
/* Up, down, a letter of paging; Space or Enter puts a column in or takes it out; any
 * key of closing closes. */
void columns_key(struct app *app, int key);
void columns_draw(const struct app *app, struct cells *cells, struct arena *arena);

/* Reads "exports,balance,exports-growth" into the lens; says what is wrong. */
bool columns_read(struct app *app, const char *list, struct diag_list *diags);

#endif
