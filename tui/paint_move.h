/*
 * Paint move: the shortest way for the terminal's cursor from one place to another.
 */
#ifndef TUI_PAINT_MOVE_H
#define TUI_PAINT_MOVE_H

#include <stdbool.h>

enum { PAINT_MOVE_MAX = 32 }; /* bytes of the longest, with the one that ends it */

struct paint_place {
    int row; /* -1: nobody knows where */
    int col;
};

/* "" where it is there. `can_step`: it goes down with a newline, back with a backspace,
 * to the first column with a carriage return, and by ESC [ n A, B and D. */
void paint_move(struct paint_place from, struct paint_place to, bool can_step,
                char move[PAINT_MOVE_MAX]);

#endif
