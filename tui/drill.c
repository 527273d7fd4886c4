#include "tui/drill.h"

#include "core/base/translate.h"
#include "tui/crossing.h"
#include "tui/drill_way.h"
#include "tui/drilling.h"
#include "tui/lens.h"
#include "tui/record.h"
#include "tui/update.h"

#include <stdio.h>

enum { PLACE_STEP = 1 << 20 };

size_t drill_entries(const struct drill_column *column)
{
    return column->rows->count + (column->groups ? column->groups->count : 0);
}

static const struct drill_part *part_of(const struct drill_column *column,
                                        size_t *entry)
{
    if (*entry < column->rows->count)
        return column->rows;
    *entry -= column->rows->count;
    return column->groups;
}

bool drill_has_entry(const struct drill_column *column, size_t entry)
{
    const struct drill_part *part =
        entry < drill_entries(column) ? part_of(column, &entry) : NULL;

    return part && drill_part_keeps(part, entry);
}

struct drill_entry drill_entry(const struct drill_column *column, size_t entry,
                               struct arena *arena)
{
    const struct drill_part *part = part_of(column, &entry);

    return drill_part_entry(part, entry, arena);
}

/* The entry becomes the selected row, on whichever level it is. */
static void select_entry(struct app *app, const struct drill_column *column,
                         size_t entry)
{
    struct arena scratch = {0};
    const struct drill_part *part = part_of(column, &entry);
    struct drill_entry of = drill_part_entry(part, entry, &scratch);
    const struct query *query = &part->query;
    struct row_id id = {.is_set = true,
                        .is_unallocated = of.kind == ROW_UNALLOCATED,
                        .member = of.member,
                        .period = of.period};
    size_t found = part->frame ? entry : lens_find_row(app->frame, id);

    arena_clear(&scratch);
    if (found != SIZE_MAX) {
        lens_select(app, found);
        return;
    }
    app_remember(app);
    app->lens.query.level = query->level;
    app->lens.query.within[query->rows] = query->within[query->rows];
    app->lens.filter[0] = '\0';
    app->lens.selected = id;
    app_refresh(app);
}

static bool move(struct app *app, enum command command, size_t page)
{
    const struct drill *drill = drilling_drill(app);
    const struct drill_column *own = &drill->column[drill->focus];
    size_t count = drill->count ? drill_entries(own) : 0;
    long step = list_step(command, page, count);
    size_t at = count && own->chosen < count ? own->chosen : 0;

    if (step && count)
        select_entry(app, own, list_moved(at, step, count));
    return step != 0;
}

/* Up where no trail leads: to the level above, where what the row is part of is. */
static bool go_above(struct app *app)
{
    struct query *query = &app->lens.query;
    const struct dimension *dimension =
        query->rows == ROWS_PERIOD ? NULL : &app->dataset.dimension[query->rows];
    uint32_t parent = MEMBER_NONE;

    if (!dimension || app->selected >= app->frame->row_count)
        return false;
    parent = drill_parent(dimension, app->frame->rows[app->selected].member);
    if (parent == MEMBER_NONE)
        return false;
    app_remember(app);
    query->level = dimension->members[parent].level;
    query->within[query->rows] = drill_parent(dimension, parent);
    app->lens.filter[0] = '\0';
    app->lens.selected = (struct row_id){.is_set = true, .member = parent};
    app_refresh(app);
    return true;
}

static bool go_back(struct app *app, enum command command)
{
    if (app->lens.trail_count)
        return lens_back(app);
    if (go_above(app))
        return true;
    if (command == COMMAND_BACK)
        return lens_back(app);
    snprintf(app->message, sizeof(app->message), _("this is the first column"));
    return true;
}

/* A stop may have left columns out. */
bool drill_command(struct app *app, enum command command, size_t page)
{
    drilling_settle(app);
    switch (command) {
    case COMMAND_LEFT:
    case COMMAND_BACK:
        return go_back(app, command);
    case COMMAND_RIGHT:
    case COMMAND_OPEN:
        return !app->frame->row_count ? false : lens_open(app) || record_open(app);
    case COMMAND_FLOW:
        return crossing_next_flow(app);
    default:
        return move(app, command, page);
    }
}

size_t drill_place(size_t column, size_t entry)
{
    return column * PLACE_STEP + entry;
}

void drill_select(struct app *app, size_t place)
{
    size_t column = place / PLACE_STEP;
    size_t entry = place % PLACE_STEP;
    const struct drill *drill = drilling_drill(app);
    size_t focus = drill->focus;

    for (size_t i = column; i < focus; i++)
        go_back(app, COMMAND_LEFT);
    if (column > focus)
        lens_open(app);
    drilling_settle(app);
    if (drill->focus == column && entry < drill_entries(&drill->column[column]))
        select_entry(app, &drill->column[column], entry);
}
