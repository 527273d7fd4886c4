/*
 * Years by their months (quarters, half-years): the heat table of rows that are
 * periods. Every year is a line, every part of it a column, so that a season is a
 * stripe.
 */
#ifndef TUI_VIEWS_HEAT_YEARS_H
#define TUI_VIEWS_HEAT_YEARS_H

#include "tui/app.h"
#include "tui/cells.h"

/* Whether the rows are periods that are parts of years. */
bool heat_years_is_possible(const struct app *app);

void heat_years_draw(const struct app *app, struct cells *cells, struct rect area,
                     struct arena *arena);

/* Left and right go through the periods, up and down to the same one of the year before
 * and after. */
bool heat_years_command(struct app *app, enum command command);

#endif
