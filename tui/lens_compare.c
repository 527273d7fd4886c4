/*
 * Two rows of the lens side by side: the left one is kept, the right one is selected.
 */
#include "tui/lens.h"

size_t lens_left(const struct app *app)
{
    size_t left = lens_find_row(app->frame, app->lens.left);

    return left != SIZE_MAX || !app->frame->row_count ? left : 0;
}

size_t lens_right(const struct app *app)
{
    size_t count = app->frame->row_count;
    size_t left = lens_left(app);

    if (count < 2)
        return SIZE_MAX;
    if (app->selected != left)
        return app->selected;
    return left + 1 < count ? left + 1 : left - 1;
}

bool lens_compare(struct app *app)
{
    size_t left = lens_left(app);
    size_t right = lens_right(app);

    if (right == SIZE_MAX)
        return false;
    app_remember(app);
    if (app->view == VIEW_COMPARE) {
        app->lens.left = lens_id(&app->frame->rows[right]);
        lens_select(app, left);
        return true;
    }
    app->lens.left = lens_id(&app->frame->rows[app->selected]);
    lens_select(app, lens_right(app));
    app->view = VIEW_COMPARE;
    return true;
}
