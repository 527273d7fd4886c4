#include "tui/rect.h"

#include <criterion/criterion.h>

static void expect_rect(struct rect rect, int row, int col, int rows, int cols)
{
    cr_expect_eq(rect.row, row);
    cr_expect_eq(rect.col, col);
    cr_expect_eq(rect.rows, rows);
    cr_expect_eq(rect.cols, cols);
}

Test(rect, cuts_a_strip_off_each_side)
{
    struct rect rect = {2, 3, 20, 40};

    expect_rect(rect_cut_top(&rect, 4), 2, 3, 4, 40);
    expect_rect(rect_cut_bottom(&rect, 5), 17, 3, 5, 40);
    expect_rect(rect_cut_left(&rect, 6), 6, 3, 11, 6);
    expect_rect(rect_cut_right(&rect, 7), 6, 36, 11, 7);
    expect_rect(rect, 6, 9, 11, 27);
}

Test(rect, gives_what_there_is_when_asked_for_more)
{
    struct rect rect = {0, 0, 3, 4};

    expect_rect(rect_cut_top(&rect, 99), 0, 0, 3, 4);
    expect_rect(rect, 3, 0, 0, 4);
    expect_rect(rect_cut_bottom(&rect, 1), 3, 0, 0, 4);
    expect_rect(rect_cut_right(&rect, 99), 3, 0, 0, 4);
    expect_rect(rect, 3, 0, 0, 0);
}

Test(rect, takes_a_negative_count_for_none)
{
    struct rect rect = {1, 1, 5, 5};

    expect_rect(rect_cut_top(&rect, -2), 1, 1, 0, 5);
    expect_rect(rect_cut_left(&rect, -2), 1, 1, 5, 0);
    expect_rect(rect, 1, 1, 5, 5);
}

Test(rect, is_never_negative_inside)
{
    expect_rect(rect_inset((struct rect){0, 0, 10, 20}, 1, 2), 1, 2, 8, 16);
    for (int rows = 0; rows < 4; rows++) {
        for (int cols = 0; cols < 4; cols++) {
            struct rect inside = rect_inset((struct rect){0, 0, rows, cols}, 1, 1);

            cr_expect_eq(inside.rows, rows > 2 ? rows - 2 : 0);
            cr_expect_eq(inside.cols, cols > 2 ? cols - 2 : 0);
        }
    }
}

Test(rect, finds_the_middle)
{
    expect_rect(rect_middle((struct rect){0, 0, 24, 80}, 10, 40), 7, 20, 10, 40);
    expect_rect(rect_middle((struct rect){5, 5, 4, 8}, 10, 40), 5, 5, 4, 8);
}
