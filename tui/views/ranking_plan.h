/*
 * The plan of a ranking over time: what stands where.
 *
 *     #  left names | periods, a column of codes each | number, right names, change
 *
 * Lines are places, of the page that the selected row is on. Columns of areas are in
 * cells, from the left inside the frame.
 */
#ifndef TUI_VIEWS_RANKING_PLAN_H
#define TUI_VIEWS_RANKING_PLAN_H

#include "tui/crossing.h"

enum { RANKING_CHANGE_COLS = 5, RANKING_GAP_COLS = 3 };

struct ranking_plan {
    const struct app *app;
    const struct cross *cross;
    struct arena *arena;
    struct cells *cells;
    struct rect head;
    struct rect places;
    struct rect none; /* who has no place; no rows: nobody is told */
    int number_cols;  /* of places */
    int left_cols;    /* of names on the left; 0: none */
    int right_cols;
    int code_cols;
    struct crossing_page page;
    uint32_t base; /* what changes are since; UINT32_MAX: there are none to show */
    const uint32_t *const *order; /* by period of the page */
    const size_t *placed;         /* by period of the page */
    size_t first;                 /* position on the first line */
};

/* Of what the app shows, which has a cross table with rows; `area` is inside the
 * frame. What it points to is the arena's. */
struct ranking_plan ranking_plan_new(const struct app *app, struct rect area,
                                     struct cells *cells, struct arena *arena);

/* Heads, places and those without: shares `area` out among them. */
void ranking_share_out(struct ranking_plan *plan, struct rect area);

/* Where the row stands in the order of a period of the page; SIZE_MAX: nowhere. */
size_t ranking_position(const struct ranking_plan *plan, uint32_t period, size_t row);

/* How wide a period is with the gap behind it, and where it begins. */
int ranking_column_cols(const struct ranking_plan *plan);
int ranking_column_col(const struct ranking_plan *plan, uint32_t period);

/* Where what is behind the periods begins: the numbers, the names, the changes. */
int ranking_right_col(const struct ranking_plan *plan);
int ranking_right_names_col(const struct ranking_plan *plan);
int ranking_change_col(const struct ranking_plan *plan);

/* "Germany 3rd in 2024 by exports, 5th in 2015": what is selected, for the sentence
 * below every view. */
const char *ranking_sentence(const struct app *app, int cols,
                             const struct glyphs *glyphs, struct arena *arena);

#endif
