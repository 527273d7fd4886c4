/*
 * Drill: columns side by side, from the whole to the record of one figure.
 */
#include "tui/drill.h"
#include "core/base/translate.h"
#include "tui/drilling.h"
#include "tui/layout.h"
#include "tui/record_brief.h"
#include "tui/views/drill_column.h"
#include "tui/views/empty.h"
#include "tui/views/view.h"

enum {
    COLUMN_COLS = 26, /* at least, where there are several */
    WIDE_COLS = 5 * COLUMN_COLS,
    PATH_FROM = 10
};

static void draw_record(const struct drill_drawing *drawing, struct rect box)
{
    struct rect inner = cells_frame(drawing->cells, box, false, _("Record"), NULL);

    record_brief(drawing->app, drawing->cells, inner, drawing->show.arena);
}

/* Which columns there is room for: the one with the cursor always, the record at the
 * end of the way and on wide screens. */
struct window {
    size_t first;
    size_t count; /* the one after the last column is the record */
};

static struct window window_of(const struct drill *drill, int cols)
{
    size_t fits = cols / COLUMN_COLS > 0 ? (size_t)(cols / COLUMN_COLS) : 1;
    bool has_record = drill->focus + 1 == drill->count || cols >= WIDE_COLS;
    size_t total = drill->count + has_record;
    struct window window = {0, fits < total ? fits : total};

    if (window.count < 3)
        window.first = drill->focus;
    else if (drill->focus)
        window.first = drill->focus - 1;
    if (window.first + window.count > total)
        window.first = total - window.count;
    else if (window.count > 3)
        window.first =
            total - window.count < window.first ? total - window.count : window.first;
    return window;
}

/* "China > Asia 48.2 % > Vietnam 9.4 %": where the columns are. */
static void draw_path(const struct drill_drawing *drawing, struct rect area)
{
    const struct drill *drill = drawing->drill;
    struct arena *arena = drawing->show.arena;
    const char *reporter =
        label_pick(&drawing->app->dataset.reporter, drawing->app->language);
    const char *text = reporter ? reporter : "";

    for (size_t i = 0; i <= drill->focus; i++) {
        const struct drill_column *column = &drill->column[i];
        struct drill_entry entry;
        const char *share;
        if (column->chosen >= drill_entries(column))
            continue;
        entry = drill_entry(column, column->chosen, arena);
        share = entry.kind == ROW_PERIOD_KIND ? "" : drill_beside(drawing, &entry);
        text = arena_printf(arena, "%s%s%s%s%s", text,
                            *text ? drawing->cells->glyphs->path_separator : "",
                            entry.name, *share ? " " : "", share);
    }
    cells_fit(drawing->cells, area, 0, 1, area.cols - 2, STYLE_MUTED, ALIGN_LEFT, text);
}

static void drill_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    const struct drill *drill = drilling_drill(app);
    struct window window;
    struct drill_drawing drawing = {.app = app, .cells = cells};

    if (view_is_empty(app, cells, area, arena))
        return;
    drawing.drill = drill;
    drawing.show = show_new(app->frame, cells->glyphs, arena);
    if (area.rows >= PATH_FROM)
        draw_path(&drawing, rect_cut_bottom(&area, 1));
    window = window_of(drill, area.cols);
    for (size_t i = 0; i < window.count; i++) {
        size_t left = window.count - i;
        struct rect box = rect_cut_left(&area, area.cols / (int)left);
        drawing.number = window.first + i;
        drawing.column = &drill->column[drawing.number];
        if (drawing.number < drill->count)
            drill_column_draw(&drawing, box);
        else
            draw_record(&drawing, box);
    }
}

static bool view_command(struct app *app, enum command command)
{
    int rows = layout_new(app).body.rows - 3;

    return drill_command(app, command, rows > 1 ? (size_t)rows : 1);
}

static const enum command hints[] = {
    COMMAND_UP,
    COMMAND_LEFT,
    COMMAND_SEARCH,
    COMMAND_FLOW,
    COMMAND_ROWS,
    COMMAND_RECORD,
    COMMAND_PERIOD_PREVIOUS,
    COMMAND_SORT,
    COMMAND_UNIT,
    COMMAND_UNDO,
    COMMAND_NONE,
};

const struct view_ops view_drill = {
    .name = "drill",
    .title = N_("Drill"),
    .help = N_("levels, periods and the record side by side, as columns"),
    .draw = drill_draw,
    .command = view_command,
    .sideways = N_("up, down"),
    .hints = hints,
};
