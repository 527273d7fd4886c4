#include "tui/layout.h"

#include "tui/overlay.h"

/* Below this there is room for the sentence only. */
enum { TINY_ROWS = 8, TINY_COLS = 30 };
/* Below these there is one row, and none, for the progress. */
enum { PROGRESS_TWO_ROWS = 20, PROGRESS_ROWS = 12 };

/* It keeps its place from the first rows of a file on, so that they need not move. */
static int progress_rows(const struct app *app)
{
    bool is_wanted = app->loaded.is_unread || loading_is_shown(app);

    if (app->page != PAGE_DATA || !app->loading.is_running || !is_wanted ||
        app->rows < PROGRESS_ROWS)
        return 0;
    return app->rows < PROGRESS_TWO_ROWS ? 1 : 2;
}

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
    layout.progress = rect_cut_bottom(&rest, progress_rows(app));
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
