/*
 * Refresh: the frames of the lens.
 */
#include "core/base/stop.h"
#include "tui/app.h"
#include "tui/crossing.h"
#include "tui/drilling.h"
#include "tui/form.h"
#include "tui/lens.h"
#include "tui/stopping.h"
#include "tui/timing.h"
#include "tui/views/table_measure.h"
#include "tui/views/view.h"

static bool has_balance(const struct app *app)
{
    return app->frame->has_imports;
}

/* Rows of periods are those of the stretch; of others, indices and averages begin
 * there. */
static void cut_to_stretch(const struct app *app, struct query *query)
{
    struct period first;
    struct period last;

    if (!lens_stretch(app, &first, &last))
        return;
    if (query->rows != ROWS_PERIOD) {
        query->has_base = true;
        query->base = first;
        return;
    }
    if (period_compare(first, query->period) > 0)
        query->period = first;
    if (period_compare(last, query->last_period) < 0)
        query->last_period = last;
}

struct query app_query(const struct app *app)
{
    struct query query = app->lens.query;

    query.filter = app->lens.filter;
    query.language = app->language;
    query.columns = app->lens.column_count ? app->lens.columns : NULL;
    query.column_count = app->lens.column_count;
    query.measure = app->lens.has_measure ? &app->lens.measure : NULL;
    query.scale_language = app->look.is_ascii ? "en" : app->language;
    query.marks = app->lens.marks;
    query.mark_count = app->lens.mark_count;
    query.is_over_time = view_ops(app->view)->is_over_time;
    cut_to_stretch(app, &query);
    return query;
}

/* The same for the frames that are made at every refresh. */
static struct query kept_query(struct app *app)
{
    struct query query = app_query(app);

    query.cubes = &app->cubes;
    query.folded = &app->folded;
    query.stop = app->stop;
    return query;
}

static bool wants_ranking(const struct app *app)
{
    return app->view == VIEW_SURPLUS || app->view == VIEW_OVERVIEW;
}

/* By balance, largest surplus first; where there is none, by the lens' own order. What
 * a limit cuts off has a rank all the same. */
static struct frame *ranking_new(struct app *app, const struct stop *stop)
{
    struct query query = kept_query(app);
    struct frame *ranking;

    query.stop = stop;
    query.sort = (struct sort_key){
        .kind = SORT_COLUMN,
        .column = {has_balance(app) ? INDICATOR_BALANCE : INDICATOR_FIGURE,
                   app->frame->exports},
        .is_descending = true,
    };
    if (!query.limit && frame_column(app->frame, query.sort.column) != SIZE_MAX)
        return frame_in_order(app->frame, query.sort, &app->frame_arena);
    query.limit = 0;
    query.then_count = 0;
    query.filter_scale = &app->frame->filter_scale;
    ranking = frame_new(&app->dataset, &query, &app->frame_arena);
    if (app->lens.query.limit)
        frame_keep_rows_of(ranking, app->frame);
    return ranking;
}

static struct query trend_query(struct app *app)
{
    struct query query = kept_query(app);

    query.filter = "";
    query.limit = 0;
    query.then_count = 0;
    query.mark_count = 0;
    query.rows = ROWS_PERIOD;
    query.sort = (struct sort_key){.kind = SORT_FILE};
    if (app->lens.query.rows != ROWS_PERIOD && app->dataset.period_count) {
        query.period = app->dataset.periods[0];
        query.last_period = app->dataset.periods[app->dataset.period_count - 1];
    }
    cut_to_stretch(app, &query);
    return query;
}

/* And, while the trend shows shares, the trend of what they are of. Two indices compare
 * when they have one base. */
static void make_trends(struct app *app)
{
    struct query query = trend_query(app);
    struct column_spec extras[FORM_COLUMN_MAX];

    query.extras = extras;
    query.extra_count = form_columns(app, extras);
    app->trend = frame_new(&app->dataset, &query, &app->frame_arena);
    query.has_base = form_common_base(app, &query.base);
    if (query.has_base)
        app->trend = frame_new(&app->dataset, &query, &app->frame_arena);
    app->trend->query.extras = NULL;
    app->trend->query.extra_count = 0;
    app->trend_whole = NULL;
    if (form_shown(app) != FORM_SHARE)
        return;
    query.within[form_share_dimension(app)] = MEMBER_NONE;
    app->trend_whole = frame_new(&app->dataset, &query, &app->frame_arena);
}

/* What a refresh makes, and what it is made of. */
struct made {
    struct arena arena;
    struct frame *frame;
    struct table_measure *measure;
    struct frame *ranking;
    struct frame *trend;
    struct frame *trend_whole;
    struct cross *cross;
    struct charting charting;
};

static struct made made_of(const struct app *app)
{
    return (struct made){app->frame_arena, app->frame,   app->measure,
                         app->ranking,     app->trend,   app->trend_whole,
                         app->cross,       app->charting};
}

static void use(struct app *app, const struct made *made)
{
    app->frame_arena = made->arena;
    app->frame = made->frame;
    app->measure = made->measure;
    app->ranking = made->ranking;
    app->trend = made->trend;
    app->trend_whole = made->trend_whole;
    app->cross = made->cross;
    app->charting = made->charting;
}

static void make_frames(struct app *app)
{
    struct query query = kept_query(app);

    app->charting = (struct charting){0};
    app->frame_arena = app->spare_arena;
    app->spare_arena = (struct arena){0};
    app->frame = frame_new(&app->dataset, &query, &app->frame_arena);
    app->measure = table_measure_new(app->frame, &app->frame_arena);
    app->ranking = wants_ranking(app) ? ranking_new(app, app->stop) : NULL;
    make_trends(app);
    app->cross = crossing_new(app, &app->frame_arena);
}

/* What is asked of them later, nobody stops. */
static void settle_frames(struct app *app)
{
    struct frame *const frames[] = {app->frame, app->ranking, app->trend,
                                    app->trend_whole};

    for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++)
        if (frames[i])
            frames[i]->query.stop = NULL;
}

void app_settle_ranking(struct app *app)
{
    if (app->ranking || !app->frame || !wants_ranking(app))
        return;
    app->ranking = ranking_new(app, NULL);
    app->ranked = lens_find_row(app->ranking, app->lens.selected);
}

/* Frames that nobody needs any more are the room of the next ones. */
static void give_up(struct app *app, struct arena *arena)
{
    arena_clear(&app->spare_arena);
    arena_reuse(arena);
    app->spare_arena = *arena;
    *arena = (struct arena){0};
}

/* The old frames go when the new ones are there: they stay when the work is stopped. */
void app_refresh(struct app *app)
{
    struct made before = made_of(app);

    app->is_stale = false;
    if (!app->has_dataset)
        return;
    drilling_keep(app);
    if (!app->moment)
        give_up(app, &before.arena);
    timing_use(app);
    timing_settle(app);
    cube_store_begin(&app->cubes);
    make_frames(app);
    cube_store_end(&app->cubes, !stop_is_wanted(app->stop));
    if (stopping_takes_back(app)) {
        give_up(app, &app->frame_arena);
        use(app, &before);
        timing_take_back(app);
        return;
    }
    if (before.arena.newest)
        give_up(app, &before.arena);
    settle_frames(app);
    timing_settled(app);
    lens_find_selected(app);
    app_settle(app);
}

void app_refresh_soon(struct app *app)
{
    if (app->has_more_keys)
        app->is_stale = true;
    else
        app_refresh(app);
}
