#include "tui/charting.h"

#include "core/query/concentration.h"
#include "tui/app.h"
#include "tui/charts/whole.h"
#include "tui/views/cards.h"

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

/* The net less all balances, one after the other. */
static double unranked_of(const struct frame *ranking)
{
    const struct frame_row *whole =
        ranking->has_shown ? &ranking->shown : &ranking->total;
    size_t column = frame_column(ranking, (struct column_spec){INDICATOR_BALANCE, 0});
    double rest = frame_balance(ranking, whole).number;

    for (size_t i = 0; i < ranking->row_count; i++) {
        struct value balance = frame_cell(ranking, &ranking->rows[i], column);
        if (value_is_number(balance) && ranking->rows[i].kind != ROW_UNALLOCATED)
            rest -= balance.number;
    }
    return rest;
}

static struct chart chart_of_ranking(const struct app *app, const struct show *show)
{
    struct chart chart = show_chart(show, app->ranking);

    chart.count = frame_counted(app->ranking);
    return chart;
}

static void settle_rows(struct app *app, const struct show *show)
{
    struct charting *charting = &app->charting;
    struct chart chart = show_chart(show, app->frame);

    if (!charting->rows)
        charting->top_share = cards_top_share(app->frame);
    if (!charting->rows)
        charting->rows = chart_whole_new(&chart, &app->frame_arena);
    if (!charting->measured && show_measured(show, app->frame, NULL, &chart))
        charting->measured = chart_whole_new(&chart, &app->frame_arena);
}

static void settle_ranked(struct app *app, const struct show *show)
{
    struct charting *charting = &app->charting;
    struct chart chart = chart_of_ranking(app, show);

    if (!chart.has_imports && !charting->ranked)
        charting->ranked = chart_whole_new(&chart, &app->frame_arena);
    if (!chart.has_imports || charting->balances)
        return;
    charting->balances = balance_whole_new(&chart, &app->frame_arena);
    charting->unranked = unranked_of(app->ranking);
}

void charting_settle(struct app *app)
{
    struct charting *charting = &app->charting;
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
    struct arena scratch = {0};
    struct show show;

    if (app->page != PAGE_DATA || !app->frame)
        return;
    if (charting->glyphs != glyphs)
        *charting = (struct charting){
            .glyphs = glyphs, .drilled = charting->drilled, .sets = charting->sets};
    show = show_new(app->frame, glyphs, &scratch);
    if (has_rows(app->view))
        settle_rows(app, &show);
    if (has_ranked(app->view))
        settle_ranked(app, &show);
    if (!charting->sets && app->view == VIEW_NOTES)
        charting->sets = sets_of(app->frame, &app->frame_arena);
    arena_clear(&scratch);
}

static bool is_settled(const struct app *app, const struct show *show)
{
    return app->charting.glyphs == show->glyphs;
}

struct chart charting_rows(const struct app *app, const struct show *show)
{
    struct chart chart = show_chart(show, app->frame);

    chart.whole = is_settled(app, show) ? app->charting.rows : NULL;
    return chart;
}

struct chart charting_measured(const struct app *app, const struct show *show)
{
    struct chart chart = charting_rows(app, show);

    if (show_measured(show, app->frame, NULL, &chart))
        chart.whole = is_settled(app, show) ? app->charting.measured : NULL;
    return chart;
}

struct chart charting_ranked(const struct app *app, const struct show *show)
{
    struct chart chart = chart_of_ranking(app, show);

    chart.whole = is_settled(app, show) ? app->charting.ranked : NULL;
    chart.balances = is_settled(app, show) ? app->charting.balances : NULL;
    return chart;
}
