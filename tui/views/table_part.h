/*
 * The table of a frame: drawn alone by the table view, in a panel by the overview.
 */
#ifndef TUI_VIEWS_TABLE_PART_H
#define TUI_VIEWS_TABLE_PART_H

#include "tui/app.h"
#include "tui/show.h"
#include "tui/views/table_measure.h"

struct table_part {
    const struct frame *frame;
    const struct show *show;
    size_t first;            /* row at the top */
    size_t selected;         /* SIZE_MAX: none */
    size_t first_column;     /* scrolled to the right by so many columns */
    size_t column;           /* with the cursor, from 1; 0: none, or the name */
    const struct lens *lens; /* how wide and how frozen; NULL: as usual */
    const struct table_measure *measure; /* of the frame; NULL: it is measured anew */
    const char *language;
    bool is_light; /* sends little: names in one language */
};

/* How many rows there is room for between the head and the totals. */
size_t table_part_capacity(const struct frame *frame, struct rect area);

/* Draws head, rows and totals; returns how many columns are hidden on the right. */
size_t table_part_draw(const struct table_part *table, struct cells *cells,
                       struct rect area);

/* "Partners, CNY bn, by total trade". */
const char *table_part_title(const struct table_part *table);

/* "1–21 of 252", what the table shows of its rows. */
const char *table_part_range(const struct table_part *table, struct rect area);

#endif
