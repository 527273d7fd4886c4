#include "tui/drilling.h"

#include "core/base/stop.h"
#include "tui/app.h"
#include "tui/drill_way.h"

/* Instead of a part that a stop was too early for. */
static const struct drill_part unmade = {.noun = "", .total_name = ""};

static bool is_shown(const struct app *app)
{
    return app->page == PAGE_DATA && app->view == VIEW_DRILL && app->frame &&
           !app->is_stale;
}

static struct drilling *drilling_of(struct app *app)
{
    struct arena arena = {0};

    if (app->drilling)
        return app->drilling;
    app->drilling = ARENA_NEW(&arena, struct drilling);
    app->drilling->arena = arena;
    return app->drilling;
}

static void drop(struct drilling_kept *kept)
{
    arena_clear(&kept->arena);
    *kept = (struct drilling_kept){0};
}

/* There is always one: a way has no more than half of them. */
static struct drilling_kept *free_place(struct drilling *drilling)
{
    size_t i = 0;

    while (i + 1 < DRILL_PARTS_MAX && drilling->kept[i].part)
        i++;
    drop(&drilling->kept[i]);
    return &drilling->kept[i];
}

static struct drilling_kept *find(const struct app *app, const struct query *query,
                                  const struct drill_figures *figures)
{
    struct drilling *drilling = app->drilling;

    for (size_t i = 0; i < DRILL_PARTS_MAX; i++) {
        struct drilling_kept *kept = &drilling->kept[i];
        if (kept->part && drill_same_rows(&app->dataset, &kept->part->query, query) &&
            drill_same_figures(&kept->part->figures, figures))
            return kept;
    }
    return NULL;
}

/* The stop of the key; NULL when it has done its work. */
static const struct stop *stop_of(const struct app *app)
{
    return app->was_stopped ? NULL : app->stop;
}

static const struct drill_part *make(struct app *app, const struct query *query,
                                     const struct drill_figures *figures,
                                     const struct drill_around *around)
{
    struct drilling_kept *kept = free_place(app->drilling);
    struct query with = *query;

    with.cubes = &app->cubes;
    with.folded = &app->folded;
    with.stop = stop_of(app);
    cube_store_begin(&app->cubes);
    kept->part = drill_part_new(&app->dataset, &with, figures, around, &kept->arena);
    kept->used = app->drilling->settled;
    if (!stop_is_wanted(stop_of(app)))
        return kept->part;
    cube_store_end(&app->cubes, false);
    drop(kept);
    return &unmade;
}

/* The part of the app's own frame, which goes with it. */
static const struct drill_part *own_part(struct app *app,
                                         const struct drill_figures *figures)
{
    const struct drill_part *own = app->charting.drilled;
    const struct drilling_kept *kept;

    if (own && drill_same_figures(&own->figures, figures))
        return own;
    kept = find(app, &app->frame->query, figures);
    own = kept ? drill_part_again(kept->part, app->frame, &app->frame_arena)
               : drill_part_of(app->frame, figures, &app->frame_arena);
    app->charting.drilled = own;
    return own;
}

const struct drill_part *drilling_part(struct app *app, const struct query *query,
                                       const struct drill_figures *figures,
                                       const struct drill_around *around)
{
    struct drilling_kept *kept;

    if (drill_same_rows(&app->dataset, &app->frame->query, query))
        return own_part(app, figures);
    kept = find(app, query, figures);
    if (kept && drill_part_covers(kept->part, around)) {
        kept->used = app->drilling->settled;
        return kept->part;
    }
    if (stop_is_wanted(stop_of(app)))
        return &unmade;
    return make(app, query, figures, around);
}

static void drop_unused(struct drilling *drilling)
{
    for (size_t i = 0; i < DRILL_PARTS_MAX; i++)
        if (drilling->kept[i].part && drilling->kept[i].used != drilling->settled)
            drop(&drilling->kept[i]);
}

void drilling_settle(struct app *app)
{
    struct drilling *drilling;

    if (!is_shown(app))
        return;
    drilling = drilling_of(app);
    drilling->settled++;
    drill_way(app, &drilling->drill);
    drop_unused(drilling);
}

void drilling_keep(struct app *app)
{
    const struct drill_part *own = app->charting.drilled;
    struct drill_around around = {.rows = (size_t)app->rows};
    struct drilling_kept *kept;

    if (!app->drilling || !own || app->view != VIEW_DRILL)
        return;
    if (app->selected < app->frame->row_count)
        around.member = app->frame->rows[app->selected].member;
    else
        around.member = MEMBER_NONE;
    kept = free_place(app->drilling);
    kept->part = drill_part_copy(own, &around, &kept->arena);
    kept->used = app->drilling->settled;
}

const struct drill *drilling_drill(const struct app *app)
{
    static const struct drill none;

    return app->drilling ? &app->drilling->drill : &none;
}

void drilling_clear(struct app *app)
{
    struct arena arena;

    if (!app->drilling)
        return;
    for (size_t i = 0; i < DRILL_PARTS_MAX; i++)
        drop(&app->drilling->kept[i]);
    arena = app->drilling->arena;
    app->drilling = NULL;
    arena_clear(&arena);
}
