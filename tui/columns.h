/*
 * Columns: choosing what the table shows, from all that the dataset has the figures
 * for.
 */
#ifndef TUI_COLUMNS_H
#define TUI_COLUMNS_H

#include "tui/app.h"

void columns_open(struct app *app);
/* Up, down, first, last; Space or Enter puts a column in or takes it out, H hides it, K
 * and J move it, < and > change its width, f freezes all up to it, / finds one; undo
 * and redo; Esc closes, and other keys say that they do nothing here. */
void columns_key(struct app *app, int key);
/* The cursor goes to the column, wherever it is in the list now. */
void columns_follow(struct app *app, struct column_spec spec);
void columns_draw(const struct app *app, struct cells *cells, struct arena *arena);

/* Reads "exports,balance:+3,exports-growth" into the lens, the middle one three cells
 * wider than it would be; says what is wrong. */
bool columns_read(struct app *app, const char *list, struct diag_list *diags);
/* Reads how many columns stay when the others scroll. */
bool columns_read_frozen(struct app *app, const char *word, struct diag_list *diags);

#endif
