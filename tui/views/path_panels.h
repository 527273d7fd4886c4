/*
 * The panels of the path view beside its charts: the rates to try, the way to balance,
 * the years that other rates would take. They fill what they are given and show less
 * where it is small.
 */
#ifndef TUI_VIEWS_PATH_PANELS_H
#define TUI_VIEWS_PATH_PANELS_H

#include "tui/path_plan.h"

/* What the keys change, the selected one with the terminal's cursor. */
void path_what_if_draw(const struct app *app, const struct path_plan *plan,
                       struct cells *cells, struct rect inner);

/* Figures in 5, 10, ... years, and the growth of imports that would balance by then. */
void path_table_draw(const struct path_plan *plan, struct cells *cells,
                     struct rect inner);

/* Years to balance by growth of exports and imports; the plan's own rates stand out. */
void path_grid_draw(const struct path_plan *plan, struct cells *cells,
                    struct rect inner);

#endif
