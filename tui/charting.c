#include "tui/charting.h"

#include "tui/app.h"

static bool has_rows(enum view view)
{
    return view == VIEW_OVERVIEW || view == VIEW_BARS;
}

static bool has_ranked(enum view view)
{
    return view == VIEW_OVERVIEW || view == VIEW_SURPLUS;
}

void charting_settle(struct app *app)
{
    struct charting *charting = &app->charting;
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;

    if (app->page != PAGE_DATA || !app->frame)
        return;
    if (charting->glyphs != glyphs)
        *charting = (struct charting){.glyphs = glyphs, .drilled = charting->drilled};
    if (!charting->rows && has_rows(app->view))
        charting->rows = show_points(app->frame, glyphs, &app->frame_arena);
    if (!charting->ranked && has_ranked(app->view))
        charting->ranked = show_points(app->ranking, glyphs, &app->frame_arena);
}

static const struct chart_point *made(const struct app *app, const struct show *show,
                                      const struct chart_point *points)
{
    return app->charting.glyphs == show->glyphs ? points : NULL;
}

struct chart charting_rows(const struct app *app, const struct show *show)
{
    return show_chart(show, app->frame, made(app, show, app->charting.rows));
}

struct chart charting_ranked(const struct app *app, const struct show *show)
{
    return show_chart(show, app->ranking, made(app, show, app->charting.ranked));
}
