/*
 * Lens: the changes of what is looked at, and their history.
 */
#ifndef TUI_LENS_H
#define TUI_LENS_H

#include "tui/app.h"

/* The natural first look at the dataset; forgets the history. */
void lens_reset(struct app *app);

/* After a refresh: puts the selection back on the thing it was on, else on the row that
 * took its place. */
void lens_find_selected(struct app *app);

/* Selects a row of the frame, by number. */
void lens_select(struct app *app, size_t row);

/* What finds the row again, and the row that it finds; SIZE_MAX without one. */
struct row_id lens_id(const struct frame_row *row);
size_t lens_find_row(const struct frame *frame, struct row_id id);

/* The two rows that are compared, by number; right is SIZE_MAX with one row only. */
size_t lens_left(const struct app *app);
size_t lens_right(const struct app *app);
/* Keeps the selected row as the left one and shows both; there, changes the two places.
 * False with one row only. */
bool lens_compare(struct app *app);

/* Undo and redo; false when there is nothing. */
bool lens_undo(struct app *app);
bool lens_redo(struct app *app);

/* Down into the selected row, and back up; false when there is no further. */
bool lens_open(struct app *app);
bool lens_back(struct app *app);

/* The period before (-1) or after (+1) that has figures. */
bool lens_step_period(struct app *app, int step);
/* The next level, then the groups, then the first level again. */
bool lens_next_level(struct app *app);
/* Rows by the next dimension, then by period. */
bool lens_next_rows(struct app *app);
/* The next coarser periods that the file's own add up to, then its own again. */
bool lens_next_frequency(struct app *app);
/* Sorts by the column alone; the same one again turns the order round. */
void lens_sort(struct app *app, struct sort_key key);
/* Adds a key that decides where those before it find no difference; one that is there
 * already is turned round. */
void lens_sort_then(struct app *app, struct sort_key key);

/* Remembers the lens, and gives the bare amounts of its filter the suffix of the scale
 * on screen, which is about to change. False, and the message says so, when the filter
 * would be too long; nothing has changed then. */
bool lens_filter_fix(struct app *app);
/* Whether some text of a filter is there, its terms holding or not. */
bool lens_has_filter(const struct app *app);
/* Drops the whole filter, its last term, or the one that is in the way of an empty
 * screen (the whole one when it is no single one); false when there is none. */
bool lens_filter_clear(struct app *app);
bool lens_filter_drop(struct app *app);
bool lens_filter_relax(struct app *app);
/* Which term that is; SIZE_MAX when dropping one alone brings nothing back. */
size_t lens_filter_in_way(const struct frame *frame);
/* Adds a term for what the selected row has in common with others: its ancestors, its
 * groups, the year of a period; the first that the filter does not have yet. False when
 * there is nothing more; too long a filter is said in the message. */
bool lens_filter_same(struct app *app);

/* Marks the selected row or takes its mark away, says what the marked ones add up to,
 * and goes down. */
void lens_mark(struct app *app);
/* Takes all marks away; false without any. */
bool lens_unmark(struct app *app);

/* Looks at the time from the trend's cursor on, or up to it (is_end); at the period
 * where it begins or ends already, at all before or after again. False when nothing
 * changes. */
bool lens_zoom(struct app *app, bool is_end);
/* The period that the trend's cursor is on, false without one; and back to it after the
 * trend was made anew. */
bool lens_trended(const struct app *app, struct period *period);
void lens_find_trended(struct app *app, struct period period);
/* The first and the last period of the dataset in it; false when all are looked at. */
bool lens_stretch(const struct app *app, struct period *first, struct period *last);

/* What bars and trend show: a column; exports and imports again (NULL). */
void lens_measure(struct app *app, const struct column_spec *measure);
/* The next of both flows, exports, imports, balance; false with one measure only. */
bool lens_next_flow(struct app *app);
/* The next of growth, share and cover where there are any, then the figures again; of
 * the trend the next form (form.h). */
bool lens_next_percent(struct app *app);

/* The path from the whole to what the lens is narrowed to, "World > Asia > Viet Nam".
 */
const char *lens_path(const struct app *app, const char *separator,
                      struct arena *arena);

#endif
