#include "tui/lens.h"

#include <string.h>

void lens_reset(struct app *app)
{
    app->lens = (struct lens){.query = query_new(&app->dataset)};
    app->undo = NULL;
    app->redo = NULL;
    app->selected = 0;
    app->trended = SIZE_MAX;
    app->first = 0;
    app->first_column = 0;
    app->column = 0;
    app->pane = 0;
    app->notes_first = 0;
    app->path = (struct path_state){0};
}

struct row_id lens_id(const struct frame_row *row)
{
    return (struct row_id){
        .is_set = true,
        .is_unallocated = row->kind == ROW_UNALLOCATED,
        .member = row->member,
        .period = row->period,
    };
}

size_t lens_find_row(const struct frame *frame, struct row_id id)
{
    if (!id.is_set)
        return SIZE_MAX;
    if (!id.is_unallocated)
        return frame_find(frame, id.member, id.period);
    for (size_t i = 0; i < frame->row_count; i++)
        if (frame->rows[i].kind == ROW_UNALLOCATED)
            return i;
    return SIZE_MAX;
}

void lens_select(struct app *app, size_t row)
{
    app->selected = row;
    if (row >= app->frame->row_count)
        return;
    app->lens.selected = lens_id(&app->frame->rows[row]);
    if (app->ranking)
        app->ranked = lens_find_row(app->ranking, app->lens.selected);
    if (app->frame->query.rows == ROWS_PERIOD)
        app->trended = lens_find_row(app->trend, app->lens.selected);
}

void lens_find_selected(struct app *app)
{
    size_t count = app->frame->row_count;
    size_t row = lens_find_row(app->frame, app->lens.selected);

    if (row == SIZE_MAX)
        row = app->lens.selected.is_set ? app->selected : 0;
    if (row >= count)
        row = count ? count - 1 : 0;
    lens_select(app, row);
    if (app->trended >= app->trend->row_count)
        app->trended = app->trend->row_count ? app->trend->row_count - 1 : 0;
}

void app_remember(struct app *app)
{
    struct lens_history *step = ARENA_NEW(&app->arena, struct lens_history);

    step->lens = app->lens;
    step->older = app->undo;
    app->undo = step;
    app->redo = NULL;
}

/* Moves the newest lens of one history here and the present one to the other. */
static bool exchange(struct app *app, struct lens_history **from,
                     struct lens_history **to)
{
    struct lens_history *step = *from;
    struct lens present = app->lens;
    struct period trended;
    bool has_trended = lens_trended(app, &trended);

    if (!step)
        return false;
    app->lens = step->lens;
    app_refresh(app);
    if (app->was_stopped)
        return true;
    *from = step->older;
    step->lens = present;
    step->older = *to;
    *to = step;
    /* With periods as rows it is the selected one. */
    if (has_trended && app->lens.query.rows != ROWS_PERIOD)
        lens_find_trended(app, trended);
    return true;
}

bool lens_undo(struct app *app)
{
    return exchange(app, &app->undo, &app->redo);
}

bool lens_redo(struct app *app)
{
    return exchange(app, &app->redo, &app->undo);
}

static void push_trail(struct app *app)
{
    struct lens *lens = &app->lens;
    const struct query *query = &lens->query;

    if (lens->trail_count == TRAIL_MAX)
        return;
    lens->trail[lens->trail_count++] = (struct trail_step){
        .rows = query->rows,
        .level = query->level,
        .within = query->within[query->rows],
        .sort = query->sort,
        .then_count = query->then_count,
        .period = query->period,
        .selected = lens->selected,
    };
    memcpy(lens->trail[lens->trail_count - 1].then, query->then, sizeof(query->then));
}

static void show_periods(struct app *app)
{
    struct query *query = &app->lens.query;

    query->rows = ROWS_PERIOD;
    query->level = LEVEL_FINEST;
    query->sort = (struct sort_key){.kind = SORT_FILE, .is_descending = true};
    query->then_count = 0;
    query->period = app->dataset.periods[0];
    query->last_period = app->dataset.periods[app->dataset.period_count - 1];
}

bool lens_open(struct app *app)
{
    struct query *query = &app->lens.query;
    const struct frame_row *row;
    size_t below;

    if (query->rows == ROWS_PERIOD || app->selected >= app->frame->row_count)
        return false;
    row = &app->frame->rows[app->selected];
    if (row->member == MEMBER_NONE)
        return false;
    app_remember(app);
    push_trail(app);
    app->lens.filter[0] = '\0';
    app->lens.selected = (struct row_id){0};
    below = query_level_below(&app->dataset, query, row->member);
    query->within[query->rows] = row->member;
    if (below == LEVEL_FINEST)
        show_periods(app);
    else
        query->level = below;
    app->first = 0;
    app_refresh(app);
    return true;
}

/* Up without a trail: the lens was narrowed from the command line. */
static bool back_to_whole(struct app *app)
{
    struct query *query = &app->lens.query;
    size_t rows = query->rows == ROWS_PERIOD ? 0 : query->rows;
    uint32_t within = query->within[rows];
    struct query first = query_new(&app->dataset);

    if (rows >= app->dataset.dimension_count || within == MEMBER_NONE)
        return false;
    app_remember(app);
    query->within[rows] = MEMBER_NONE;
    query->rows = rows;
    query->level = first.level;
    query->sort = first.sort;
    query->then_count = 0;
    app_refresh(app);
    return true;
}

bool lens_back(struct app *app)
{
    struct lens *lens = &app->lens;
    const struct trail_step *step;

    if (!lens->trail_count)
        return back_to_whole(app);
    app_remember(app);
    step = &lens->trail[--lens->trail_count];
    lens->query.within[step->rows] = step->within;
    lens->query.rows = step->rows;
    lens->query.level = step->level;
    lens->query.sort = step->sort;
    lens->query.then_count = step->then_count;
    memcpy(lens->query.then, step->then, sizeof(step->then));
    lens->query.period = step->period;
    lens->selected = step->selected;
    lens->filter[0] = '\0';
    app_refresh(app);
    return true;
}

/* With periods as rows, the row of the period next to the selected one. */
static bool step_row(struct app *app, int step)
{
    const struct frame *frame = app->frame;
    uint32_t at;

    if (app->selected >= frame->row_count)
        return false;
    at = frame->rows[app->selected].period;
    while (step < 0 ? at > 0 : at + 1 < app->dataset.period_count) {
        size_t row;
        at = step < 0 ? at - 1 : at + 1;
        row = frame_find(frame, MEMBER_NONE, at);
        if (row != SIZE_MAX) {
            lens_select(app, row);
            return true;
        }
    }
    return false;
}

bool lens_step_period(struct app *app, int step)
{
    struct query *query = &app->lens.query;
    uint32_t count = app->dataset.period_count;

    if (query->rows == ROWS_PERIOD)
        return step_row(app, step);
    for (uint32_t i = 0; i < count; i++) {
        if (!period_equal(app->dataset.periods[i], query->period))
            continue;
        if (step < 0 ? i == 0 : i + 1 >= count)
            return false;
        app_remember(app);
        query->period = app->dataset.periods[step < 0 ? i - 1 : i + 1];
        app->lens.selected.period = step < 0 ? i - 1 : i + 1;
        app_refresh_soon(app);
        return true;
    }
    return false;
}

/* The level after this one that has members to show, skipping a lone whole. */
static size_t level_after(const struct dimension *dimension, size_t level)
{
    size_t whole_level = dimension_whole(dimension) != MEMBER_NONE ? 0 : SIZE_MAX;
    size_t next;

    if (level == LEVEL_GROUPS || level == LEVEL_FINEST)
        next = 0;
    else
        next = level + 1;
    if (next == whole_level && dimension->level_count > 1)
        next++;
    if (next < dimension->level_count)
        return next;
    if (dimension_has_groups(dimension))
        return LEVEL_GROUPS;
    return whole_level == 0 && dimension->level_count > 1 ? 1 : 0;
}

bool lens_next_level(struct app *app)
{
    struct query *query = &app->lens.query;
    size_t next;

    if (query->rows == ROWS_PERIOD)
        return false;
    next = level_after(&app->dataset.dimension[query->rows], query->level);
    if (next == query->level)
        return false;
    app_remember(app);
    query->level = next;
    app_refresh(app);
    return true;
}

bool lens_next_rows(struct app *app)
{
    struct query *query = &app->lens.query;
    size_t next = query->rows == ROWS_PERIOD ? 0 : query->rows + 1;
    struct query fresh = *query;
    const char *word;

    if (next >= app->dataset.dimension_count)
        next = ROWS_PERIOD;
    if (next == query->rows)
        return false;
    word = next == ROWS_PERIOD ? "period" : app->dataset.dimension[next].id;
    app_remember(app);
    if (query_read_rows(&fresh, &app->dataset, word, &app->diags))
        *query = fresh;
    app->lens.trail_count = 0;
    app->lens.filter[0] = '\0';
    app_refresh(app);
    return true;
}

static const char *dimension_path(const struct app *app, size_t number,
                                  const char *separator, struct arena *arena)
{
    const struct dimension *dimension = &app->dataset.dimension[number];
    uint32_t whole = dimension_whole(dimension);
    const char *path = "";

    for (uint32_t member = app->lens.query.within[number];
         member != MEMBER_NONE && member != whole;
         member = dimension->members[member].parent)
        path = arena_printf(arena, "%s%s%s", separator,
                            member_name(dimension, member, app->language), path);
    return path;
}

/* "basis: direct": which of the members that are never added is shown. */
static const char *choice_path(const struct app *app, size_t number,
                               const char *separator, struct arena *arena)
{
    const struct dimension *dimension = &app->dataset.dimension[number];
    const struct query *query = &app->lens.query;
    const char *title = label_pick(&dimension->title, app->language);
    uint32_t member = query_member(&app->dataset, query, number);

    if (member == MEMBER_NONE)
        return "";
    return arena_printf(arena, "%s%s: %s", separator, title ? title : dimension->id,
                        member_name(dimension, member, app->language));
}

const char *lens_path(const struct app *app, const char *separator, struct arena *arena)
{
    const char *path = "";

    for (size_t d = 0; d < app->dataset.dimension_count; d++)
        path = arena_printf(arena, "%s%s", path,
                            app->dataset.dimension[d].is_apart
                                ? choice_path(app, d, separator, arena)
                                : dimension_path(app, d, separator, arena));
    return path;
}
