#include "tui/paint_move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_MAX = 3, PART_BYTES = 16 };

/* ESC [ n and a letter, without a number of 1. */
static void write_steps(char text[PART_BYTES], int count, char letter)
{
    if (count == 1)
        snprintf(text, PART_BYTES, "\033[%c", letter);
    else
        snprintf(text, PART_BYTES, "\033[%d%c", count, letter);
}

static void repeat(char text[PART_BYTES], char byte, int count)
{
    memset(text, byte, (size_t)count);
    text[count] = '\0';
}

static void keep_shorter(char text[PART_BYTES], const char *other)
{
    if (strlen(other) < strlen(text))
        memcpy(text, other, strlen(other) + 1);
}

/* To another row of the same column. */
static void find_rows(int from, int to, char text[PART_BYTES])
{
    const int by = to - from;
    char steps[PART_BYTES];

    if (by == 0) {
        text[0] = '\0';
        return;
    }
    write_steps(text, abs(by), by > 0 ? 'B' : 'A');
    if (by > 0 && by <= STEPS_MAX)
        repeat(text, '\n', by);
    snprintf(steps, sizeof(steps), "\033[%dd", to + 1);
    keep_shorter(text, steps);
}

/* To another column of the same row. */
static void find_cols(int from, int to, char text[PART_BYTES])
{
    const int by = to - from;
    char steps[PART_BYTES];

    if (by == 0) {
        text[0] = '\0';
        return;
    }
    write_steps(text, abs(by), by > 0 ? 'C' : 'D');
    if (by < 0 && -by <= STEPS_MAX)
        repeat(text, '\b', -by);
    snprintf(steps, sizeof(steps),
             to == 0   ? "\r"
             : to == 1 ? "\r\033[C"
                       : "\r\033[%dC",
             to);
    keep_shorter(text, steps);
}

/* Where the cursor goes to the right only, and says where it is otherwise. */
static bool find_plain(struct paint_place from, struct paint_place to,
                       char move[PAINT_MOVE_MAX])
{
    if (from.row == to.row && to.col > from.col)
        write_steps(move, to.col - from.col, 'C');
    else if (from.row >= 0 && from.row != to.row && from.col == to.col)
        snprintf(move, PAINT_MOVE_MAX, "\033[%dd", to.row + 1);
    else
        return false;
    return true;
}

void paint_move(struct paint_place from, struct paint_place to, bool can_step,
                char move[PAINT_MOVE_MAX])
{
    char rows[PART_BYTES];
    char cols[PART_BYTES];

    if (from.row == to.row && from.col == to.col) {
        move[0] = '\0';
        return;
    }
    snprintf(move, PAINT_MOVE_MAX, to.col ? "\033[%d;%dH" : "\033[%dH", to.row + 1,
             to.col + 1);
    if (from.row < 0 || (!can_step && find_plain(from, to, move)) || !can_step)
        return;
    find_rows(from.row, to.row, rows);
    find_cols(from.col, to.col, cols);
    if (strlen(rows) + strlen(cols) <= strlen(move))
        snprintf(move, PAINT_MOVE_MAX, "%s%s", rows, cols);
}
