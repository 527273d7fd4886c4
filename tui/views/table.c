#include "core/base/translate.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/lens_columns.h"
#include "tui/views/empty.h"
#include "tui/views/table_part.h"
#include "tui/views/table_plan.h"
#include "tui/views/view.h"

#include <stdio.h>

static struct rect inside(struct rect area)
{
    return rect_inset(area, 1, 1);
}

static size_t table_capacity(const struct app *app, struct rect area)
{
    return table_part_capacity(app->frame, inside(area));
}

/* The table as it is now, scrolled so that the column with the cursor is on screen. */
static struct table_part part_new(const struct app *app, const struct show *show,
                                  struct rect area)
{
    struct table_part table = {
        .frame = app->frame,
        .show = show,
        .first = app->first,
        .selected = app->selected,
        .first_column = app->first_column,
        .column = app->column,
        .lens = &app->lens,
        .measure = app->measure,
        .language = app->language,
    };

    if (app->column)
        table.first_column = table_first_column(&table, inside(area), app->column - 1);
    return table;
}

/* Cells of the frame's upper edge that are of neither title. */
enum { FRAME_TAKES = 9 };

/* The title, and how many columns lie beyond the edge: in short when words for that
 * would be cut. */
static const char *title_with_hidden(const char *title, size_t hidden, int cols,
                                     const struct show *show)
{
    char right[TEXT_MARKS + 4] = {0};
    const char *text =
        arena_printf(show->arena, _("%s  %zu more to the right"), title, hidden);

    if (!hidden)
        return title;
    if (text_width(text) <= cols)
        return text;
    text_encode(show->glyphs->right, right);
    return arena_printf(show->arena, "%s  %zu %s", title, hidden, right);
}

static void table_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct table_part table = part_new(app, &show, area);
    const char *title = table_part_title(&table);
    const char *range = table_part_range(&table, inside(area));
    size_t hidden;

    if (view_is_empty(app, cells, area, arena))
        return;
    hidden = table_part_draw(&table, cells, inside(area));
    if (table.first_column)
        title = arena_printf(arena,
                             P_("%s  %zu column to the left",
                                "%s  %zu columns to the left", table.first_column),
                             title, table.first_column);
    title = title_with_hidden(title, hidden,
                              area.cols - FRAME_TAKES - text_width(range), &show);
    cells_frame(cells, area, true, title, range);
}

/* Scrolls to the column with the cursor, and says how wide it is; 0 for no column. */
static int settle_column(struct app *app)
{
    struct arena arena = {0};
    struct layout layout = layout_new(app);
    struct show show = show_new(
        app->frame, app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode, &arena);
    struct table_part table = part_new(app, &show, layout.body);
    struct table_plan plan = table_plan_new(&table, inside(layout.body));

    app->first_column = table.first_column;
    arena_clear(&arena);
    if (!app->column)
        return plan.name_cols;
    return app->column <= app->frame->shown_count ? plan.width[app->column - 1] : 0;
}

/* The cursor goes through the columns, from the name on. */
static void move_column(struct app *app, int step)
{
    size_t count = app->frame->shown_count;

    if (app->column > count)
        app->column = count;
    if (step < 0 && app->column > 0)
        app->column--;
    else if (step > 0 && app->column < count)
        app->column++;
    if (!app->column)
        app->first_column = 0;
    settle_column(app);
}

static const char *column_title(const struct app *app)
{
    return app->column ? app->frame->columns[app->column - 1].title : _("names");
}

/* The frame may be another one after each step. */
static void change_width(struct app *app, int step)
{
    const struct column_spec *spec = NULL;
    int before;

    if (app->column > app->frame->shown_count)
        app->column = app->frame->shown_count;
    before = settle_column(app);
    if (app->column)
        spec = &app->frame->columns[app->column - 1].spec;
    if ((step < 0 && before <= TABLE_COLS_MIN) || !lens_widen(app, spec, step)) {
        snprintf(app->message, sizeof(app->message),
                 step < 0 ? _("%s: no narrower than that")
                          : _("%s: no wider than that"),
                 column_title(app));
        return;
    }
    if (settle_column(app) == before)
        lens_undo(app);
    snprintf(app->message, sizeof(app->message), _("%s: %d wide"), column_title(app),
             settle_column(app));
}

static void hide_column(struct app *app)
{
    size_t count = app->frame->shown_count;

    if (!app->column || app->column > count) {
        snprintf(app->message, sizeof(app->message),
                 _("choose a column first: Left and Right go through them"));
        return;
    }
    lens_toggle_column(app, app->frame->columns[app->column - 1].spec);
    move_column(app, 0);
}

static bool table_command(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_LEFT:
    case COMMAND_RIGHT:
        move_column(app, command == COMMAND_LEFT ? -1 : 1);
        return true;
    case COMMAND_NARROWER:
    case COMMAND_WIDER:
        change_width(app, command == COMMAND_NARROWER ? -1 : 1);
        return true;
    case COMMAND_HIDE:
        hide_column(app);
        return true;
    default:
        return false;
    }
}

static const enum command hints[] = {
    COMMAND_UP,   COMMAND_OPEN,   COMMAND_LEFT,  COMMAND_SEARCH,
    COMMAND_SORT, COMMAND_FILTER, COMMAND_LEVEL, COMMAND_PERIOD_PREVIOUS,
    COMMAND_UNIT, COMMAND_UNDO,   COMMAND_BACK,  COMMAND_MARK,
    COMMAND_NONE,
};

const struct view_ops view_table = {
    .name = "table",
    .title = N_("Table"),
    .help = N_("every figure, growth, balance, share; scrolls both ways"),
    .draw = table_draw,
    .capacity = table_capacity,
    .command = table_command,
    .sideways = N_("columns"),
    .hints = hints,
};
