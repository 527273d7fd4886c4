/*
 * Cards: the key figures at the top of the overview.
 */
#ifndef TUI_VIEWS_CARDS_H
#define TUI_VIEWS_CARDS_H

#include "tui/app.h"
#include "tui/show.h"

/* Rows that the cards take in a body of that many rows. */
int cards_rows(int body_rows);

void cards_draw(const struct app *app, const struct show *show, struct cells *cells,
                struct rect area);

#endif
