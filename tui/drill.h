/*
 * Drill: the way from the whole to one figure, as columns side by side.
 *
 * Each column lists what lies one level below the chosen entry of the column before:
 * levels, then periods. It is a picture of the lens and of its trail: the lens' own
 * rows are the column with the cursor, the steps of the trail stand before it, and
 * behind it what Enter would open. A lens that begins in the middle of a tree gets the
 * columns above its rows from what the selected row is part of; it then shows its
 * neighbours there alone.
 *
 * Groups are at the end of the first column. They overlap, and no sum has them.
 */
#ifndef TUI_DRILL_H
#define TUI_DRILL_H

#include "tui/app.h"

enum { DRILL_MAX = TRAIL_MAX + LEVEL_MAX + 3 };

struct drill_column {
    const struct frame *frame;
    const struct frame *groups; /* below its rows; NULL: none */
    size_t chosen;  /* among the entries: rows, then groups; SIZE_MAX: nothing is */
    const char *of; /* what it is a part of: "Asia"; "" for the whole */
};

struct drill {
    struct drill_column column[DRILL_MAX];
    size_t count;
    size_t focus;             /* the column with the cursor */
    struct column_spec spec;  /* the figure that is shown */
    struct column_spec share; /* of what the column is part of */
    bool has_share;
};

struct drill drill_new(const struct app *app, struct arena *arena);

/* How many entries a column has, and one of them: its frame and row. */
size_t drill_entries(const struct drill_column *column);
const struct frame_row *drill_entry(const struct drill_column *column, size_t entry,
                                    const struct frame **frame);

/* Commands of the view; whether it did something. */
bool drill_command(struct app *app, enum command command, size_t page);

/* A click: `place` is what drill_place() made of column and entry. */
size_t drill_place(size_t column, size_t entry);
void drill_select(struct app *app, size_t place);

#endif
