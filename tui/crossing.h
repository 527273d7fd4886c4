/*
 * Crossing: what the views of members over periods (heat table, ranking) share.
 *
 * The rows are the frame's. The cursor is on the selected row and on the period that
 * the trend has its cursor on, so that it stays there through all views of time.
 */
#ifndef TUI_CROSSING_H
#define TUI_CROSSING_H

#include "tui/app.h"

/* What such a view shows: one measure, exports where charts show both flows. */
struct column_spec crossing_spec(const struct app *app);

/* The cross table of the app's frame by what its charts show, exports when they show
 * both flows; NULL in a view that wants none or with rows that have none. */
struct cross *crossing_new(const struct app *app, struct arena *arena);

/* The period with the cursor, and how many there are to go through. */
uint32_t crossing_period(const struct app *app);
/* To the period before (-1) or after (+1); false at the end. */
bool crossing_step(struct app *app, int step);
/* To a period by its number in the dataset, for a click. */
void crossing_select_period(struct app *app, uint32_t period);

/* A page of periods: as many as `room` holds, counted from the latest, and the cursor
 * among them. */
struct crossing_page {
    uint32_t first;
    uint32_t end;
};

struct crossing_page crossing_page(const struct app *app, int room);

/* All periods that are looked at, whatever of them is on screen. */
struct crossing_page crossing_range(const struct app *app);

/* The next of exports, imports and the balance, in a view that shows one at a time. */
bool crossing_next_flow(struct app *app);

/* Commands that both views take: left and right, and the measure, which here is one. */
bool crossing_command(struct app *app, enum command command);

/* Instead of a table without rows or without members; whether it was drawn. */
bool crossing_is_empty(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena);

/* "2024" */
const char *crossing_period_name(const struct app *app, uint32_t period,
                                 struct arena *arena);
/* "exports" within a sentence, "" in one without a table. */
const char *crossing_words(const struct app *app, struct arena *arena);
/* "CNY bn", "%" or "". */
const char *crossing_unit(const struct app *app, const struct glyphs *glyphs,
                          struct arena *arena);

#endif
