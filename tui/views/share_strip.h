/*
 * Share strip: whose part of the whole trade is how large, a letter a percent.
 *
 *     AAAAAAAAAAABBBBBCCCCC.................................
 *     A United States 11.2   B South Korea 5.3   . all others 78.5
 */
#ifndef TUI_VIEWS_SHARE_STRIP_H
#define TUI_VIEWS_SHARE_STRIP_H

#include "tui/app.h"
#include "tui/show.h"

/* How many rows it takes of an area; 0 where there is little room, or the rows have no
 * shares of one whole: periods, and groups that overlap. */
int share_strip_rows(const struct frame *frame, struct rect area);

/* The shares of the rows from app->first on, as many as the legend has room for. */
void share_strip_draw(const struct app *app, const struct show *show,
                      struct cells *cells, struct rect area);

#endif
