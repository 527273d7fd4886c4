#include "tui/paint_scroll.h"

#include "tui/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOVED_ROWS_MIN = 3, SHIFT_MAX = 2 };

static const struct cell *wanted_row(const struct paint_job *job, int row)
{
    return &job->wanted->cell[(size_t)row * (size_t)job->wanted->cols];
}

static const struct cell *shown_row(const struct paint_job *job, int row)
{
    return &job->shown[(size_t)row * (size_t)job->shown_cols];
}

/* How many cells of a row would be sent, were it now what row `from` shows. */
static int differences(const struct paint_job *job, int row, int from)
{
    const struct cell *wanted = wanted_row(job, row);
    const struct cell *shown = shown_row(job, from);
    int count = 0;

    for (int col = 0; col < job->cols; col++)
        count += !picture_is_same(&wanted[col], &shown[col]);
    return count;
}

static bool is_same_row(const struct paint_job *job, int row, int from)
{
    const struct cell *wanted = wanted_row(job, row);
    const struct cell *shown = shown_row(job, from);

    for (int col = 0; col < job->cols; col++)
        if (!picture_is_same(&wanted[col], &shown[col]))
            return false;
    return true;
}

/* By how many rows at least a few have moved; 0: none have. */
static int moved_by(const struct paint_job *job)
{
    int moved[2 * SHIFT_MAX + 1] = {0};

    for (int row = 0; row < job->rows; row++) {
        if (is_same_row(job, row, row))
            continue;
        for (int by = -SHIFT_MAX; by <= SHIFT_MAX; by++)
            moved[by + SHIFT_MAX] += by && row + by >= 0 && row + by < job->rows &&
                                     is_same_row(job, row, row + by);
    }
    for (int by = -SHIFT_MAX; by <= SHIFT_MAX; by++)
        if (moved[by + SHIFT_MAX] >= MOVED_ROWS_MIN)
            return by;
    return 0;
}

bool paint_scroll_find(const struct paint_job *job, struct paint_scroll *scroll)
{
    const int by = moved_by(job);
    int first = 0;
    int gain = 0;
    int best = 0;

    if (!by)
        return false;
    /* The run of rows that together gain most. */
    for (int row = by < 0 ? -by : 0; row < job->rows && row + by < job->rows; row++) {
        if (gain <= 0) {
            gain = 0;
            first = row;
        }
        gain += differences(job, row, row) - differences(job, row, row + by);
        if (gain > best) {
            best = gain;
            *scroll = (struct paint_scroll){
                .top = by > 0 ? first : first + by,
                .bottom = by > 0 ? row + by : row,
                .by = by,
            };
        }
    }
    return best > 0;
}

const struct cell *paint_scroll_shown(const struct paint_job *job,
                                      const struct paint_scroll *scroll,
                                      struct arena *arena)
{
    const size_t cols = (size_t)job->shown_cols;
    struct cell *shown = ARENA_ARRAY(arena, struct cell, (size_t)job->rows * cols);

    memcpy(shown, job->shown, (size_t)job->rows * cols * sizeof(*shown));
    for (int row = scroll->top; row <= scroll->bottom; row++) {
        const int from = row + scroll->by;
        struct cell *to = shown + (size_t)row * cols;

        if (from >= scroll->top && from <= scroll->bottom)
            memcpy(to, shown_row(job, from), cols * sizeof(*to));
        else
            picture_blank(to, cols);
    }
    return shown;
}

size_t paint_scroll_bytes(const struct paint_job *job,
                          const struct paint_scroll *scroll,
                          char bytes[PAINT_SCROLL_MAX])
{
    const bool is_up = scroll->by > 0;
    int size =
        snprintf(bytes, PAINT_SCROLL_MAX, "\033[%d;%dr\033[%dH", scroll->top + 1,
                 scroll->bottom + 1, is_up ? scroll->bottom + 1 : scroll->top + 1);

    for (int i = 0; i < abs(scroll->by); i++)
        size += snprintf(bytes + size, PAINT_SCROLL_MAX - (size_t)size, "%s",
                         is_up ? "\n" : "\033M");
    size += snprintf(bytes + size, PAINT_SCROLL_MAX - (size_t)size, "\033[1;%dr",
                     job->rows);
    return (size_t)size;
}
