#include "tui/charts/fold.h"

#include <stdbool.h>

enum {
    FOLD_ROWS_MIN = 3, /* fewer rows have no room for a fold */
    SPLIT_ROWS_MIN = 5 /* fewer cannot keep both ends beside a window */
};

/* What is shown: [0, top), [window, window_end), [bottom, count). */
struct split {
    size_t top;
    size_t window;
    size_t window_end;
    size_t bottom;
};

static size_t emit(struct fold_row *rows, size_t used, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        rows[used++] = (struct fold_row){i, 1};
    return used;
}

static size_t emit_fold(struct fold_row *rows, size_t used, size_t from, size_t to)
{
    if (from < to)
        rows[used++] = (struct fold_row){from, to - from};
    return used;
}

/* Half of the rows for each end; an end with fewer surpluses or deficits than that
 * leaves the rest to the other, if that has enough. */
static size_t top_rows(const struct fold_wish *wish, size_t shown)
{
    const size_t half = (shown + 1) / 2;

    if (wish->surplus < half && wish->deficit >= shown - wish->surplus)
        return wish->surplus;
    if (wish->deficit < shown - half && wish->surplus >= shown - wish->deficit)
        return shown - wish->deficit;
    return half;
}

/* The middle of the screen goes to the selected point: `rows` rows for [low, high),
 * folds included. */
static void window_open(struct split *split, size_t rows, size_t selected)
{
    const size_t low = split->top;
    const size_t high = split->bottom;

    if (selected < low + rows - 1) {
        split->window = low;
        split->window_end = low + rows - 1;
    } else if (selected >= high - (rows - 1)) {
        split->window = high - (rows - 1);
        split->window_end = high;
    } else {
        /* Whole windows, so that most moves of the cursor leave the rest as it is. */
        split->window = selected - (selected - (low + rows - 1)) % (rows - 2);
        split->window_end = split->window + rows - 2;
        if (split->window_end > high - 1) {
            split->window_end = high - 1;
            split->window = high - 1 - (rows - 2);
        }
    }
}

static struct split split_of(const struct fold_wish *wish)
{
    const size_t shown = wish->rows - 1;
    const size_t top = top_rows(wish, shown);
    const size_t bottom = shown - top;
    struct split split = {top, top, top, wish->count - bottom};

    if (wish->selected < split.top || wish->selected >= split.bottom)
        return split;

    /* A part of either end is given up for the window. */
    const bool keeps_ends = wish->rows >= SPLIT_ROWS_MIN;
    const size_t kept_top = keeps_ends ? top / 2 : 0;
    const size_t kept_bottom = keeps_ends ? bottom / 2 : 0;

    split.top = kept_top;
    split.bottom = wish->count - kept_bottom;
    window_open(&split, wish->rows - kept_top - kept_bottom, wish->selected);
    return split;
}

/* Too few rows for folds: what is around the selected point. */
static size_t plan_tiny(const struct fold_wish *wish, struct fold_row *rows)
{
    size_t first = 0;

    if (wish->selected < wish->count && wish->selected >= wish->rows)
        first = wish->selected - wish->rows + 1;
    return emit(rows, 0, first, first + wish->rows);
}

size_t fold_plan(const struct fold_wish *wish, struct fold_row *rows)
{
    if (wish->count <= wish->rows)
        return emit(rows, 0, 0, wish->count);
    if (wish->rows < FOLD_ROWS_MIN)
        return plan_tiny(wish, rows);

    const struct split split = split_of(wish);
    size_t used = emit(rows, 0, 0, split.top);

    used = emit_fold(rows, used, split.top, split.window);
    used = emit(rows, used, split.window, split.window_end);
    used = emit_fold(rows, used, split.window_end, split.bottom);
    return emit(rows, used, split.bottom, wish->count);
}
