/*
 * The record of a number, over the screen: in full, whether it was published or summed,
 * the formula with the numbers put in, file and line. It opens on what the cursor is on
 * and goes on to everything else that the screen shows: the total, the sum of what is
 * shown, concentration, facts, the path, the dataset (record_writer.h has the list).
 */
#ifndef TUI_RECORD_H
#define TUI_RECORD_H

#include "tui/app.h"

/* False when the screen shows nothing that has a record. */
bool record_open(struct app *app);
/* On to the record after (+1) or before (-1). */
void record_turn(struct app *app, int step);
void record_draw(const struct app *app, struct cells *cells, struct arena *arena);

/* How far it can be scrolled. */
size_t record_scroll(const struct app *app);

#endif
