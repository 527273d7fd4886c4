/*
 * Charting: what pictures of many rows need of all of them, found when the rows are
 * made and not at every redraw: the points of charts, and measures of the whole table.
 */
#ifndef TUI_CHARTING_H
#define TUI_CHARTING_H

#include "tui/show.h"

struct app;
struct drill_part;
struct set_values;

/* Points live with the frames that they are of. */
struct charting {
    const struct glyphs *glyphs; /* that they are marked with */
    const struct chart_point *rows;
    const struct chart_point *ranked;
    const struct drill_part *drilled; /* the rows in drill; NULL: not yet */
    const struct set_values *sets;    /* of the rows, where they are parts of a whole */
};

/* Makes them, when the view on the screen has such charts and they are not there. */
void charting_settle(struct app *app);

/* A chart of app->frame or app->ranking. */
struct chart charting_rows(const struct app *app, const struct show *show);
struct chart charting_ranked(const struct app *app, const struct show *show);

#endif
