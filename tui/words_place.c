#include "tui/words_internal.h"

#include "tui/lens.h"
#include "tui/path_plan.h"
#include "tui/views/view.h"

#include <string.h>

/* The first row is the selected and the left one without being asked for. */
const char *say_against(const struct saying *saying)
{
    const struct frame *frame = saying->app->frame;
    size_t left = lens_left(saying->app);

    return left && left < frame->row_count ? frame->rows[left].code : NULL;
}

const char *say_select(const struct saying *saying)
{
    const struct frame *frame = saying->app->frame;
    size_t selected = saying->app->selected;

    return selected && selected < frame->row_count ? frame->rows[selected].code : NULL;
}

const char *say_at(const struct saying *saying)
{
    const struct app *app = saying->app;
    const struct frame *trend = app->trend;
    size_t expected = trend->row_count - 1;
    char shown[PERIOD_SHOWN_MAX];

    if (app->lens.query.rows == ROWS_PERIOD && app->frame->row_count)
        expected = lens_find_row(trend, app->lens.selected);
    if (app->trended >= trend->row_count || app->trended == expected)
        return NULL;
    period_show(shown, app->dataset.periods[trend->rows[app->trended].period]);
    return arena_printf(saying->arena, "%s", shown);
}

/* Adds "word:number" to a list that may be NULL. */
static const char *add(const struct saying *saying, const char *list, const char *word,
                       const char *number)
{
    return arena_printf(saying->arena, "%s%s%s:%s", list ? list : "", list ? "," : "",
                        word, number);
}

static const char *add_count(const struct saying *saying, const char *list,
                             const char *word, size_t count)
{
    return count ? add(saying, list, word, arena_printf(saying->arena, "%zu", count))
                 : list;
}

const char *say_assume(const struct saying *saying)
{
    static const char *const words[] = {"exports", "imports"};
    const struct path_state *path = &saying->app->path;
    const char *list = NULL;

    for (size_t i = 0; i < 2; i++)
        if (path->is_set[i])
            list = add(saying, list, words[i],
                       arena_printf(saying->arena, "%.1f", path->tenths[i] / 10.0));
    list = add_count(saying, list, "target", (size_t)path->target);
    return add_count(saying, list, "back", (size_t)path->back);
}

const char *say_scroll(const struct saying *saying)
{
    const struct app *app = saying->app;
    const struct frame *ranking = app->ranking;
    const char *list = NULL;

    if (view_ops(app->view)->capacity)
        list = add_count(saying, list, "row", app->first);
    if (app->view == VIEW_TABLE)
        list = add_count(saying, list, "column", app->first_column);
    if (app->view == VIEW_TABLE)
        list = add_count(saying, list, "cursor", app->column);
    if (app->view == VIEW_OVERVIEW)
        list = add_count(saying, list, "pane", app->pane);
    if (app->view == VIEW_NOTES)
        list = add_count(saying, list, "notes", app->notes_first);
    if (app->view == VIEW_PATH)
        list = add_count(saying, list, "line", app->path.selected);
    if (ranking && app->ranked < ranking->row_count &&
        app->ranked != lens_find_row(ranking, app->lens.selected))
        list =
            add(saying, list, "rank", arena_printf(saying->arena, "%zu", app->ranked));
    return list;
}
