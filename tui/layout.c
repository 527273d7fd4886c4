#include "tui/layout.h"

#include "tui/overlay.h"

/* Below this there is room for the sentence only. */
enum { TINY_ROWS = 8, TINY_COLS = 30 };

struct layout layout_new(const struct app *app)
{
    struct rect rest = {0, 0, app->rows, app->cols};
    struct layout layout = {0};

    layout.is_tiny = app->rows < TINY_ROWS || app->cols < TINY_COLS;
    if (layout.is_tiny) {
        layout.body = rest;
        return layout;
    }
    layout.header = rect_cut_top(&rest, 1);
    if (app->page == PAGE_DATA && app->lens.filter[0])
        layout.chips = rect_cut_top(&rest, 1);
    layout.hints = rect_cut_bottom(&rest, 1);
    layout.sentence = rect_cut_bottom(&rest, 1);
    layout.body = rest;
    return layout;
}

size_t layout_gallery_capacity(const struct layout *layout)
{
    int rows = layout->body.rows - 4;

    return rows > 0 ? (size_t)rows : 1;
}

size_t layout_help_scroll(const struct app *app)
{
    struct rect screen = {0, 0, app->rows, app->cols};
    size_t lines = overlay_help_lines(screen);
    size_t shown = overlay_help_capacity(screen);

    return lines > shown ? lines - shown : 0;
}
