#include "tui/views/empty.h"
#include "tui/views/table_part.h"
#include "tui/views/view.h"

static struct rect inside(struct rect area)
{
    return rect_inset(area, 1, 1);
}

static size_t table_capacity(const struct app *app, struct rect area)
{
    return table_part_capacity(app->frame, inside(area));
}

static void table_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct table_part table = {
        .frame = app->frame,
        .show = &show,
        .first = app->first,
        .selected = app->selected,
        .first_column = app->first_column,
        .language = app->language,
    };
    const char *title =
        arena_printf(arena, "%s, %s", show_capital(&show, app->frame->noun), show.unit);
    size_t hidden;

    if (view_is_empty(app, cells, area, arena))
        return;
    hidden = table_part_draw(&table, cells, inside(area));
    if (app->first_column)
        title = arena_printf(arena, "%s  %zu columns to the left", title,
                             app->first_column);
    if (hidden)
        title = arena_printf(arena, "%s  %zu more to the right", title, hidden);
    cells_frame(cells, area, true, title, table_part_range(&table, inside(area)));
}

/* Left and right scroll the columns behind the frozen name. */
static bool table_command(struct app *app, enum command command)
{
    if (command == COMMAND_LEFT && app->first_column > 0)
        app->first_column--;
    else if (command == COMMAND_RIGHT &&
             app->first_column + 1 < app->frame->shown_count)
        app->first_column++;
    else
        return command == COMMAND_LEFT || command == COMMAND_RIGHT;
    return true;
}

static const enum command hints[] = {
    COMMAND_UP,   COMMAND_OPEN,   COMMAND_LEFT,  COMMAND_SEARCH,
    COMMAND_SORT, COMMAND_FILTER, COMMAND_LEVEL, COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT, COMMAND_UNDO,   COMMAND_BACK,  COMMAND_NONE,
};

const struct view_ops view_table = {
    .name = "table",
    .title = "Table",
    .help = "every figure, growth, balance, share; scrolls both ways",
    .draw = table_draw,
    .capacity = table_capacity,
    .command = table_command,
    .sideways = "columns",
    .hints = hints,
};
