/*
 * Rectangles: where things go. Layout is arithmetic on these, apart from drawing.
 */
#ifndef TUI_RECT_H
#define TUI_RECT_H

/* Never negative in size; an empty one (0 rows or columns) is a fine place to draw
 * nothing in. */
struct rect {
    int row;
    int col;
    int rows;
    int cols;
};

/* Cut `count` rows or columns off one side and return them; asks for more than there
 * is get what there is. */
struct rect rect_cut_top(struct rect *rect, int count);
struct rect rect_cut_bottom(struct rect *rect, int count);
struct rect rect_cut_left(struct rect *rect, int count);
struct rect rect_cut_right(struct rect *rect, int count);

/* Without `count` cells on each side; never negative. */
struct rect rect_inset(struct rect rect, int rows, int cols);

/* A rectangle of at most rows x cols in the middle. */
struct rect rect_middle(struct rect rect, int rows, int cols);

#endif
