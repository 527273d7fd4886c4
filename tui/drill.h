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
 *
 * The columns are made after a key (drilling.h); a picture reads them.
 */
#ifndef TUI_DRILL_H
#define TUI_DRILL_H

#include "tui/app.h"
#include "tui/drill_part.h"

enum { DRILL_MAX = TRAIL_MAX + LEVEL_MAX + 3 };

struct drill_column {
    const struct drill_part *rows;
    const struct drill_part *groups; /* below its rows; NULL: none */
    size_t chosen;  /* among the entries: rows, then groups; SIZE_MAX: nothing is */
    const char *of; /* what it is a part of: "Asia"; "" for the whole */
};

struct drill {
    struct drill_column column[DRILL_MAX];
    size_t count;
    size_t focus; /* the column with the cursor */
    struct drill_figures figures;
};

/* How many entries a column has. */
size_t drill_entries(const struct drill_column *column);
/* One of them, if it is kept: all are in the column with the cursor, in others those
 * that a screen has room for around the chosen one. */
bool drill_has_entry(const struct drill_column *column, size_t entry);
struct drill_entry drill_entry(const struct drill_column *column, size_t entry,
                               struct arena *arena);

/* Commands of the view; whether it did something. */
bool drill_command(struct app *app, enum command command, size_t page);

/* A click: `place` is what drill_place() made of column and entry. */
size_t drill_place(size_t column, size_t entry);
void drill_select(struct app *app, size_t place);

#endif
