#include "tui/lens_jump.h"

#include "core/base/translate.h"
#include "tui/lens.h"

#include <stdio.h>

static bool has_children(const struct dimension *dimension, uint32_t member)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].parent == member)
            return true;
    return false;
}

static bool is_of_level(const struct dimension *dimension, uint32_t number,
                        size_t level)
{
    const struct member *member = &dimension->members[number];

    if (level == LEVEL_GROUPS || member->is_group)
        return member->is_group && level == LEVEL_GROUPS;
    if (level == LEVEL_FINEST)
        return !has_children(dimension, number);
    return member->level == level;
}

/* Removes what keeps the member from being a row, and nothing else. */
static void make_room(struct app *app, size_t number, uint32_t member)
{
    const struct dimension *dimension = &app->dataset.dimension[number];
    struct query *query = &app->lens.query;
    uint32_t within = query->within[number];

    app->lens.filter[0] = '\0';
    query->limit = 0;
    if (within != MEMBER_NONE && !member_is_within(dimension, member, within)) {
        query->within[number] = MEMBER_NONE;
        app->lens.trail_count = 0;
    }
    if (!is_of_level(dimension, member, query->level))
        query->level = dimension->members[member].is_group
                           ? LEVEL_GROUPS
                           : dimension->members[member].level;
}

static void go_to_row(struct app *app, size_t number, uint32_t member)
{
    size_t row = frame_find(app->frame, member, 0);

    if (row != SIZE_MAX) {
        lens_select(app, row);
        return;
    }
    app_remember(app);
    make_room(app, number, member);
    app_refresh(app);
    row = frame_find(app->frame, member, 0);
    if (row != SIZE_MAX) {
        lens_select(app, row);
        return;
    }
    lens_undo(app);
    app->redo = NULL;
    snprintf(app->message, sizeof(app->message), _("%s has no figures here"),
             member_name(&app->dataset.dimension[number], member, app->language));
}

static void narrow(struct app *app, size_t number, uint32_t member)
{
    const struct dimension *dimension = &app->dataset.dimension[number];

    app_remember(app);
    app->lens.query.within[number] = member;
    app->lens.filter[0] = '\0';
    if (app->lens.query.rows == number)
        app->lens.trail_count = 0;
    app_refresh(app);
    if (member != MEMBER_NONE)
        snprintf(app->message, sizeof(app->message),
                 _("of %s alone%s; u takes it back"),
                 member_name(dimension, member, app->language),
                 app->frame->row_count ? "" : _(", which has no figures here"));
}

void lens_jump_member(struct app *app, size_t number, uint32_t member)
{
    if (member == dimension_whole(&app->dataset.dimension[number]))
        member = MEMBER_NONE;
    if (member != MEMBER_NONE && app->lens.query.rows == number)
        go_to_row(app, number, member);
    else
        narrow(app, number, member);
}

static void go_to_period_row(struct app *app, uint32_t number)
{
    struct query *query = &app->lens.query;
    size_t row = frame_find(app->frame, MEMBER_NONE, number);

    if (row == SIZE_MAX) {
        app_remember(app);
        app->lens.filter[0] = '\0';
        app->lens.stretch = (struct stretch){0};
        query->limit = 0;
        query->period = app->dataset.periods[0];
        query->last_period = app->dataset.periods[app->dataset.period_count - 1];
        app_refresh(app);
        row = frame_find(app->frame, MEMBER_NONE, number);
    }
    if (row != SIZE_MAX)
        lens_select(app, row);
}

void lens_jump_period(struct app *app, uint32_t number)
{
    struct query *query = &app->lens.query;
    size_t point;

    if (query->rows == ROWS_PERIOD) {
        go_to_period_row(app, number);
    } else if (!period_equal(query->period, app->dataset.periods[number])) {
        app_remember(app);
        query->period = app->dataset.periods[number];
        app->lens.selected.period = number;
        app_refresh(app);
    }
    point = frame_find(app->trend, MEMBER_NONE, number);
    if (point == SIZE_MAX && app->view == VIEW_TREND && app->lens.stretch.is_set) {
        app_remember(app);
        app->lens.stretch = (struct stretch){0};
        app_refresh(app);
        point = frame_find(app->trend, MEMBER_NONE, number);
    }
    if (point != SIZE_MAX)
        app->trended = point;
}
