#include "tui/layout.h"
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
    const char *title = table_part_title(&table);
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

/* Whether columns are hidden on the right at this size. */
static bool has_more_columns(const struct app *app)
{
    struct arena arena = {0};
    struct layout layout = layout_new(app);
    struct show show = show_new(
        app->frame, app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode, &arena);
    struct table_part table = {
        .frame = app->frame,
        .show = &show,
        .first_column = app->first_column,
        .language = app->language,
    };
    bool has_more = table_part_hidden(&table, inside(layout.body)) > 0;

    arena_clear(&arena);
    return has_more;
}

/* Left and right scroll the columns behind the frozen name. */
static bool table_command(struct app *app, enum command command)
{
    if (command == COMMAND_LEFT && app->first_column > 0)
        app->first_column--;
    else if (command == COMMAND_RIGHT && has_more_columns(app))
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
