#include "core/base/translate.h"
#include "tui/crossing.h"
#include "tui/ordinal.h"
#include "tui/views/ranking_plan.h"

/* "9th in 2015" */
static const char *place_words(const struct app *app, uint32_t period,
                               struct arena *arena)
{
    struct cross_place place = cross_place(app->cross, app->selected, period);

    return arena_printf(arena, _("%s in %s"), ordinal_of(&place, arena),
                        crossing_period_name(app, period, arena));
}

static const char *without_place(const struct app *app, struct arena *arena)
{
    const struct frame_row *row = &app->frame->rows[app->selected];
    uint32_t period = crossing_period(app);
    uint32_t last =
        cross_last_placed(app->cross, app->selected, crossing_range(app).end);
    enum absence why = cross_value(app->cross, app->selected, period).absence;
    const char *when = crossing_period_name(app, period, arena);
    const char *text =
        why == ABSENCE_NO_ROW
            ? arena_printf(arena, _("%s: without a place in %s"), row->name, when)
            : arena_printf(arena, _("%s: without a place in %s, %s"), row->name, when,
                           _(absence_words(why)));

    return last == UINT32_MAX
               ? text
               : arena_printf(arena, _("%s; %s"), text, place_words(app, last, arena));
}

const char *ranking_sentence(const struct app *app, int cols,
                             const struct glyphs *glyphs, struct arena *arena)
{
    uint32_t period = crossing_period(app);
    struct crossing_page range;
    uint32_t other;
    const char *text;

    (void)cols;
    (void)glyphs;
    if (!app->cross || app->selected >= app->cross->row_count)
        return label_pick(&app->dataset.title, app->language);
    if (!cross_place(app->cross, app->selected, period).number)
        return without_place(app, arena);
    range = crossing_range(app);
    other = cross_first_placed(app->cross, app->selected, range.first);
    if (other == period)
        other = cross_last_placed(app->cross, app->selected, range.end);
    text = arena_printf(arena, _("%s %s by %s"), app->frame->rows[app->selected].name,
                        place_words(app, period, arena), crossing_words(app, arena));
    if (other != period)
        text = arena_printf(arena, _("%s, %s"), text, place_words(app, other, arena));
    return text;
}
