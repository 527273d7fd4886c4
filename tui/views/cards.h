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

/* The share that the five largest rows have between them, for the cards; missing where
 * there are no more, or where shares do not add up. */
struct value cards_top_share(const struct frame *frame);

#endif
