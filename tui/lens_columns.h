/*
 * The columns of the lens: which the table has, in which order, how wide, and how many
 * of them stay when the others scroll.
 */
#ifndef TUI_LENS_COLUMNS_H
#define TUI_LENS_COLUMNS_H

#include "tui/app.h"

/* A width changes by at most so many cells. */
enum { COLUMN_EXTRA_MAX = 40 };

/* The columns that are on: the lens' own, else those of the frame; returns how many. */
size_t lens_columns(const struct app *app, struct column_spec specs[LENS_COLUMN_MAX]);
/* The column's place among them, or SIZE_MAX. */
size_t lens_column_place(const struct app *app, struct column_spec spec);
bool lens_has_column(const struct app *app, struct column_spec spec);

/* Takes the column out, or puts it at the end. False, with a message, when it is the
 * last one or there are too many. */
bool lens_toggle_column(struct app *app, struct column_spec spec);
/* Moves it one place to the left (-1) or right (+1); false at the end. */
bool lens_move_column(struct app *app, struct column_spec spec, int step);
/* Freezes the columns up to this place; up to where they are frozen already: none. */
void lens_freeze(struct app *app, size_t place);

/* Cells that the column has more (or less) than it would take. */
int lens_column_extra(const struct lens *lens, struct column_spec spec);
/* Changes that by `step`; NULL: of the names. False at the limit. */
bool lens_widen(struct app *app, const struct column_spec *spec, int step);

#endif
