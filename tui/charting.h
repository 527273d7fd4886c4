/*
 * Charting: the points of the charts of many rows, made when the rows are and not at
 * every redraw.
 */
#ifndef TUI_CHARTING_H
#define TUI_CHARTING_H

#include "tui/show.h"

struct app;
struct drill_part;

/* Points live with the frames that they are of. */
struct charting {
    const struct glyphs *glyphs; /* that they are marked with */
    const struct chart_point *rows;
    const struct chart_point *ranked;
    const struct drill_part *drilled; /* the rows in drill; NULL: not yet */
};

/* Makes them, when the view on the screen has such charts and they are not there. */
void charting_settle(struct app *app);

/* A chart of app->frame or app->ranking. */
struct chart charting_rows(const struct app *app, const struct show *show);
struct chart charting_ranked(const struct app *app, const struct show *show);

#endif
