/*
 * The parts of the view of two rows side by side.
 */
#ifndef TUI_VIEWS_COMPARE_PANELS_H
#define TUI_VIEWS_COMPARE_PANELS_H

#include "core/query/comparison.h"
#include "tui/app.h"
#include "tui/show.h"

/* What all parts are told. */
struct compare {
    const struct app *app;
    const struct frame *frame;
    const struct show *show;
    struct comparison of;
    double largest; /* magnitude of a figure of both rows, base units */
};

/* Exports or imports of a row up to its period, row->history_count of them; NULL
 * without any. */
const struct value *compare_history(const struct compare *compare,
                                    const struct frame_row *row, bool is_imports);

/* One of the two with bars on one scale: "A", "B". */
void compare_draw_side(const struct compare *compare, const struct frame_row *row,
                       const char *letter, struct cells *cells, struct rect area);

/* Both and the difference as a table, for little room. */
void compare_draw_table(const struct compare *compare, struct cells *cells,
                        struct rect area);

/* "exports +2,581.7, imports +461.3, ... CNY bn: United States less Vietnam"; as much
 * as fits into `cols`. */
const char *compare_sentence(const struct compare *compare, int cols);

/* "A / B: exports 3.24, imports 1.66; growth gap in points: exports -12.9, imports
 * -6.9"; as much as fits. */
const char *compare_ratios(const struct compare *compare, int cols);

/* A panel of one row over time, on a scale that is high `top` (0: its own). */
void compare_draw_multiple(const struct compare *compare, const struct frame_row *row,
                           double top, struct cells *cells, struct rect area);

#endif
