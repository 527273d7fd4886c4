#include "tui/targets.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* The part on the screen, cut to the area. */
static struct rect place_of(struct rect area, struct rect part)
{
    const int row = larger(part.row, 0);
    const int col = larger(part.col, 0);

    return (struct rect){
        .row = area.row + row,
        .col = area.col + col,
        .rows = larger(smaller(part.row + part.rows, area.rows) - row, 0),
        .cols = larger(smaller(part.col + part.cols, area.cols) - col, 0),
    };
}

void targets_add(struct cells *cells, struct rect area, struct rect part,
                 enum target_kind kind, size_t number)
{
    struct targets *targets = cells->targets;
    struct target *target;

    if (!targets)
        return;
    target = ARENA_NEW(targets->arena, struct target);
    *target = (struct target){targets->top, place_of(area, part), kind, number};
    targets->top = target;
}

void targets_add_rows(struct cells *cells, struct rect area, int row, int rows,
                      enum target_kind kind, size_t number)
{
    targets_add(cells, area, (struct rect){row, 0, rows, area.cols}, kind, number);
}

void targets_cover(struct cells *cells, struct rect box)
{
    const struct rect screen = cells_rect(cells);

    targets_add(cells, screen, screen, TARGET_CLOSE, 0);
    targets_add(cells, screen, box, TARGET_NONE, 0);
}

static int is_inside(struct rect rect, int row, int col)
{
    return row >= rect.row && row < rect.row + rect.rows && col >= rect.col &&
           col < rect.col + rect.cols;
}

const struct target *targets_at(const struct targets *targets, int row, int col)
{
    const struct target *target = targets->top;

    while (target && !is_inside(target->place, row, col))
        target = target->below;
    return target;
}
