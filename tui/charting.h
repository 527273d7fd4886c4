/*
 * Charting: what pictures of many rows need of all of them, found when the rows are
 * made and not at every redraw: the scales of charts, and measures of the whole table.
 */
#ifndef TUI_CHARTING_H
#define TUI_CHARTING_H

#include "tui/show.h"

struct app;
struct balance_whole;
struct chart_whole;
struct drill_part;
struct set_values;

/* Lives with the frames that it is of. */
struct charting {
    const struct glyphs *glyphs;          /* that marked rows are marked with */
    struct value top_share;               /* of the overview (cards.h) */
    const struct chart_whole *rows;       /* of the frame, both flows */
    const struct chart_whole *measured;   /* of the column that charts show instead */
    const struct chart_whole *ranked;     /* of the ranking without a balance; */
    const struct balance_whole *balances; /* with one: it, */
    double unranked; /* and what of the net no row of it accounts for */
    const struct drill_part *drilled; /* the rows in drill; NULL: not yet */
    const struct set_values *sets;    /* of the rows, where they are parts of a whole */
};

/* Finds what the view on the screen wants and is not there yet. */
void charting_settle(struct app *app);

/* A chart of app->frame or app->ranking; or of the column that charts show instead, if
 * there is one. */
struct chart charting_rows(const struct app *app, const struct show *show);
struct chart charting_measured(const struct app *app, const struct show *show);
struct chart charting_ranked(const struct app *app, const struct show *show);

#endif
