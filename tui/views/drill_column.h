/*
 * One column of the drill view: its entries with bars, shares and figures, and what
 * they add up to.
 */
#ifndef TUI_VIEWS_DRILL_COLUMN_H
#define TUI_VIEWS_DRILL_COLUMN_H

#include "tui/drill.h"
#include "tui/show.h"

struct drill_drawing {
    const struct app *app;
    const struct drill *drill;
    struct show show;
    struct cells *cells;
    struct rect area; /* inside the frame of a column */
    const struct drill_column *column;
    size_t number; /* of the column */
    double largest;
    int figure_cols;
    int line_rows; /* of each entry: one, or two with the share below */
};

/* In a box with its frame; the drawing says which column it is. */
void drill_column_draw(struct drill_drawing *drawing, struct rect box);

/* "48.2 %" of an entry; "" when it has none. A period has its growth instead. */
const char *drill_beside(const struct drill_drawing *drawing,
                         const struct drill_entry *entry);

#endif
