/*
 * Paint shift: a line of text turned into another one by moving what both have.
 *
 * The sentence below a list has the same words after every key, a few cells further to
 * either side: four bytes insert or delete cells and so move all that is behind them.
 */
#ifndef TUI_PAINT_SHIFT_H
#define TUI_PAINT_SHIFT_H

#include "core/base/arena.h"

#include <stddef.h>
#include <stdint.h>

/* Code points of cells that are one wide each; behind them all is blank. */
struct paint_line {
    const uint32_t *text;
    int length;
};

/* What turns `before` into `after` in an ANSI terminal whose cursor is on their first
 * cell and whose row has `room` cells from there on: as few bytes as it takes, in the
 * arena. NULL when the row has no room for it. The cursor ends up anywhere in the
 * row. */
const char *paint_shift(struct paint_line before, struct paint_line after, int room,
                        struct arena *arena, size_t *size);

#endif
