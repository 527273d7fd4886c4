#include "tui/charting.h"

#include "core/query/concentration.h"
#include "tui/app.h"

static bool has_rows(enum view view)
{
    return view == VIEW_OVERVIEW || view == VIEW_BARS;
}

static bool has_ranked(enum view view)
{
    return view == VIEW_OVERVIEW || view == VIEW_SURPLUS;
}

static const struct set_values *sets_of(const struct frame *frame, struct arena *arena)
{
    struct set_values *sets;

    if (frame->query.rows == ROWS_PERIOD || frame->rows_overlap ||
        frame->row_count < 2 || frame->exports == MEASURE_NONE)
        return NULL;
    sets = ARENA_NEW(arena, struct set_values);
    *sets = set_values_new(frame);
    return sets;
}

void charting_settle(struct app *app)
{
    struct charting *charting = &app->charting;
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;

    if (app->page != PAGE_DATA || !app->frame)
        return;
    if (charting->glyphs != glyphs)
        *charting = (struct charting){
            .glyphs = glyphs, .drilled = charting->drilled, .sets = charting->sets};
    if (!charting->rows && has_rows(app->view))
        charting->rows = show_points(app->frame, glyphs, &app->frame_arena);
    if (!charting->ranked && has_ranked(app->view))
        charting->ranked = show_points(app->ranking, glyphs, &app->frame_arena);
    if (!charting->sets && app->view == VIEW_NOTES)
        charting->sets = sets_of(app->frame, &app->frame_arena);
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
