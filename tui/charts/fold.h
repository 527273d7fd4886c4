/*
 * Folds: which rows a ranking shows when there are more points than rows.
 *
 * The top and the bottom stay; what lies between is folded into one row. A selected
 * point in the middle opens a window around itself, with a fold on either side.
 */
#ifndef TUI_CHARTS_FOLD_H
#define TUI_CHARTS_FOLD_H

#include <stddef.h>

/* The points from `first` on: one point, or a fold of two and more. */
struct fold_row {
    size_t first;
    size_t count;
};

struct fold_wish {
    size_t count;    /* points */
    size_t surplus;  /* how many at the top are positive */
    size_t deficit;  /* how many at the bottom are negative */
    size_t selected; /* >= count: none */
    size_t rows;
};

/* Writes at most wish->rows rows and returns how many. */
size_t fold_plan(const struct fold_wish *wish, struct fold_row *rows);

#endif
