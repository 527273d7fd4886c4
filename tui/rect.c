#include "tui/rect.h"

static int at_most(int count, int limit)
{
    if (count > limit)
        count = limit;
    return count > 0 ? count : 0;
}

struct rect rect_cut_top(struct rect *rect, int count)
{
    struct rect cut = *rect;

    cut.rows = at_most(count, rect->rows);
    rect->row += cut.rows;
    rect->rows -= cut.rows;
    return cut;
}

struct rect rect_cut_bottom(struct rect *rect, int count)
{
    struct rect cut = *rect;

    cut.rows = at_most(count, rect->rows);
    rect->rows -= cut.rows;
    cut.row = rect->row + rect->rows;
    return cut;
}

struct rect rect_cut_left(struct rect *rect, int count)
{
    struct rect cut = *rect;

    cut.cols = at_most(count, rect->cols);
    rect->col += cut.cols;
    rect->cols -= cut.cols;
    return cut;
}

struct rect rect_cut_right(struct rect *rect, int count)
{
    struct rect cut = *rect;

    cut.cols = at_most(count, rect->cols);
    rect->cols -= cut.cols;
    cut.col = rect->col + rect->cols;
    return cut;
}

struct rect rect_inset(struct rect rect, int rows, int cols)
{
    rect_cut_top(&rect, rows);
    rect_cut_bottom(&rect, rows);
    rect_cut_left(&rect, cols);
    rect_cut_right(&rect, cols);
    return rect;
}

struct rect rect_middle(struct rect rect, int rows, int cols)
{
    rows = at_most(rows, rect.rows);
    cols = at_most(cols, rect.cols);
    rect.row += (rect.rows - rows) / 2;
    rect.col += (rect.cols - cols) / 2;
    rect.rows = rows;
    rect.cols = cols;
    return rect;
}
