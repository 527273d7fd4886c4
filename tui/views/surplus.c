#include "core/base/translate.h"
#include "tui/charting.h"
#include "tui/lens.h"
#include "tui/show.h"
#include "tui/views/empty.h"
#include "tui/views/view.h"

static const char *title_of(const struct frame *frame)
{
    return frame->has_imports ? _("Where the surplus comes from") : _("Ranking");
}

/* The published net, and how much of it no row of the ranking accounts for. */
static void draw_net(const struct app *app, const struct show *show,
                     struct cells *cells, struct rect area)
{
    const struct frame *frame = app->ranking;
    const struct frame_row *whole = frame->has_shown ? &frame->shown : &frame->total;
    struct value net = frame_balance(frame, whole);
    double rest = app->charting.unranked;
    const char *text;

    text = arena_printf(show->arena, _("%s: %s %s"), whole->name,
                        show_figure(show, net, true), show->unit);
    if (value_is_number(net) && rest != 0 && !frame->rows_overlap)
        text = arena_printf(show->arena, _("%s; without balance or not allocated %s"),
                            text, show_figure(show, value_derived(rest), true));
    cells_fit(cells, area, 0, 1, area.cols - 2, STYLE_TOTAL, ALIGN_LEFT, text);
}

static void surplus_draw(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena)
{
    struct show show = show_new(app->ranking, cells->glyphs, arena);
    struct chart chart;
    struct rect inner = rect_inset(area, 1, 1);

    if (view_is_empty(app, cells, area, arena))
        return;
    chart = charting_ranked(app, &show);
    chart.selected = app->ranked;
    chart.has_cursor = true;
    chart.target = TARGET_RANKED;
    cells_frame(cells, area, true, title_of(app->ranking),
                arena_printf(arena, _("%s, both sides on one scale"), show.unit));
    if (inner.rows > 6 && app->ranking->has_imports && app->ranking->has_total)
        draw_net(app, &show, cells, rect_cut_bottom(&inner, 1));
    if (app->ranking->has_imports)
        chart_diverging.draw(&chart, cells, inner);
    else
        chart_pairs.draw(&chart, cells, inner);
}

/* The cursor goes through the ranking, which has an order of its own. */
static bool surplus_command(struct app *app, enum command command)
{
    size_t count = frame_counted(app->ranking);
    size_t at = app->ranked < count ? app->ranked : 0;
    size_t row;

    switch (command) {
    case COMMAND_UP:
        at -= at > 0;
        break;
    case COMMAND_DOWN:
        at += at + 1 < count;
        break;
    case COMMAND_PAGE_UP:
        at -= at < 10 ? at : 10;
        break;
    case COMMAND_PAGE_DOWN:
        at = at + 10 < count ? at + 10 : count - (count > 0);
        break;
    case COMMAND_HOME:
        at = 0;
        break;
    case COMMAND_END:
        at = count - (count > 0);
        break;
    default:
        return false;
    }
    row = at < count ? frame_find(app->frame, app->ranking->rows[at].member,
                                  app->ranking->rows[at].period)
                     : SIZE_MAX;
    if (row != SIZE_MAX)
        lens_select(app, row);
    app->ranked = at;
    return true;
}

static const enum command hints[] = {
    COMMAND_UP,     COMMAND_OPEN,  COMMAND_SEARCH,
    COMMAND_FILTER, COMMAND_LEVEL, COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT,   COMMAND_UNDO,  COMMAND_BACK,
    COMMAND_NONE,
};

const struct view_ops view_surplus = {
    .name = "surplus",
    .title = N_("Surplus"),
    .help = N_("who brings the surplus and who the deficit, ranked on one scale"),
    .draw = surplus_draw,
    .command = surplus_command,
    .hints = hints,
};
