#include "tui/charting.h"

#include "core/base/text.h"
#include "core/query/concentration.h"
#include "tui/app.h"
#include "tui/charts/figure.h"
#include "tui/charts/whole.h"
#include "tui/views/cards.h"

#include <math.h>
#include <string.h>

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

static int wider(int cols, const struct frame_row *row)
{
    const char *label = row->axis ? row->axis : row->name;
    int width = strlen(label) > (size_t)cols ? text_width(label) : 0;

    return width > cols ? width : cols;
}

/* In the order of the file, in which names lie one after the other. */
static int label_cols_of(const struct frame *frame)
{
    size_t count;
    const struct frame_row *all = frame_all_rows(frame, &count);
    int cols = 0;

    for (size_t i = 0; i < count; i++)
        if (frame->places[i])
            cols = wider(cols, &all[i]);
    for (size_t i = frame_counted(frame); i < frame->row_count; i++)
        cols = wider(cols, &frame->rows[i]);
    return cols;
}

static void extend(struct chart_whole *whole, const struct chart *chart,
                   const struct frame *frame, struct column_spec spec)
{
    size_t column = frame_column(frame, spec);
    struct frame_extremes extremes;

    if (column == SIZE_MAX)
        return;
    extremes = frame_extremes(frame, column);
    whole->low = fmin(whole->low, figure_number(chart, extremes.low));
    whole->high = fmax(whole->high, figure_number(chart, extremes.high));
}

/* As chart_whole_new() finds it in the points of these columns, from what is known of
 * the frame's columns. */
static const struct chart_whole *whole_of(const struct chart *chart,
                                          const struct frame *frame,
                                          struct column_spec first, struct arena *arena)
{
    struct chart_whole *whole;

    if (frame->marked.on_display)
        return chart_whole_new(chart, arena);
    whole = ARENA_NEW(arena, struct chart_whole);
    *whole = (struct chart_whole){.count = chart->count,
                                  .scale = chart->scale,
                                  .has_imports = chart->has_imports};
    extend(whole, chart, frame, first);
    if (chart->has_imports)
        extend(whole, chart, frame,
               (struct column_spec){INDICATOR_FIGURE, frame->imports});
    whole->label_cols = label_cols_of(frame);
    return whole;
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
    const struct column_spec exports = {INDICATOR_FIGURE, app->frame->exports};

    if (!charting->rows)
        charting->top_share = cards_top_share(app->frame);
    if (!charting->rows)
        charting->rows = whole_of(&chart, app->frame, exports, &app->frame_arena);
    if (!charting->measured && show_measured(show, app->frame, NULL, &chart))
        charting->measured =
            whole_of(&chart, app->frame, *app->frame->query.measure, &app->frame_arena);
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
