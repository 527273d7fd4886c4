#include "core/base/translate.h"
#include "tui/charting.h"
#include "tui/show.h"
#include "tui/views/empty.h"
#include "tui/views/share_strip.h"
#include "tui/views/view.h"

static struct rect inside(struct rect area)
{
    return rect_inset(area, 1, 1);
}

static size_t bars_capacity(const struct app *app, struct rect area)
{
    struct chart chart = {.has_imports =
                              app->frame->has_imports && !show_is_measured(app->frame),
                          .count = app->frame->row_count};

    area = inside(area);
    return chart_pairs.capacity(&chart, area.rows - share_strip_rows(app->frame, area));
}

static void bars_draw(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct chart chart;
    const char *title;
    struct rect inner;
    struct rect strip;
    size_t last;

    if (view_is_empty(app, cells, area, arena))
        return;
    chart = charting_measured(app, &show);
    chart.selected = app->selected;
    chart.has_cursor = true;
    chart.target = TARGET_ROW;
    chart.first = app->first;
    title = chart.exports_name;
    if (chart.has_imports)
        title = arena_printf(arena, _("%s and %s, %s"), chart.exports_name,
                             show_lower(&show, chart.imports_name), show.unit);
    else if (*chart.unit)
        title = arena_printf(arena, _("%s, %s"), title, chart.unit);
    last = app->first + bars_capacity(app, area);
    if (last > frame_counted(app->frame))
        last = frame_counted(app->frame);
    inner = cells_frame(cells, area, true, title,
                        arena_printf(arena, _("%zu%s%zu of %zu %s"), app->first + 1,
                                     cells->glyphs->dash, last,
                                     frame_counted(app->frame), app->frame->noun));
    strip = rect_cut_bottom(&inner, share_strip_rows(app->frame, inner));
    chart_pairs.draw(&chart, cells, inner);
    if (strip.rows)
        share_strip_draw(app, &show, cells, strip);
}

static const enum command hints[] = {
    COMMAND_UP,     COMMAND_OPEN,    COMMAND_SEARCH, COMMAND_SORT,
    COMMAND_FILTER, COMMAND_MEASURE, COMMAND_LEVEL,  COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT,   COMMAND_UNDO,    COMMAND_BACK,   COMMAND_NONE,
};

const struct view_ops view_bars = {
    .name = "bars",
    .title = N_("Bars"),
    .help = N_("exports against imports as paired bars, by any dimension"),
    .draw = bars_draw,
    .capacity = bars_capacity,
    .is_paged = true,
    .hints = hints,
};
