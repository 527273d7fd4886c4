#include "tui/columns.h"

#include "core/query/indicator_spec.h"
#include "tui/input.h"

#include <stdio.h>
#include <string.h>

enum { BOX_COLS = 74, ID_COLS = 26 };

/* The columns that are on: the lens' own, else those of the frame. */
static size_t present(const struct app *app, struct column_spec *specs)
{
    size_t count = app->lens.column_count;

    if (count) {
        memcpy(specs, app->lens.columns, count * sizeof(*specs));
        return count;
    }
    for (size_t i = 0; i < app->frame->shown_count && count < LENS_COLUMN_MAX; i++)
        specs[count++] = app->frame->columns[i].spec;
    return count;
}

static size_t available(const struct app *app, struct column_spec *specs)
{
    return frame_available_specs(&app->dataset, specs, AVAILABLE_MAX);
}

static size_t place_of(const struct column_spec *specs, size_t count,
                       struct column_spec spec)
{
    for (size_t i = 0; i < count; i++)
        if (column_spec_equal(specs[i], spec))
            return i;
    return SIZE_MAX;
}

void columns_open(struct app *app)
{
    if (!app->frame->column_count)
        return;
    app->columns_are_open = true;
    app->column_chosen = 0;
}

/* Takes the column out, or puts it at the end; the last one stays. */
static void toggle(struct app *app, struct column_spec spec)
{
    struct column_spec specs[LENS_COLUMN_MAX];
    size_t count = present(app, specs);
    size_t place = place_of(specs, count, spec);

    if (place == SIZE_MAX && count == LENS_COLUMN_MAX) {
        snprintf(app->message, sizeof(app->message), "at most %d columns",
                 LENS_COLUMN_MAX);
        return;
    }
    if (place != SIZE_MAX && count == 1)
        return;
    app_remember(app);
    if (place == SIZE_MAX) {
        specs[count++] = spec;
    } else {
        memmove(&specs[place], &specs[place + 1],
                (count - place - 1) * sizeof(specs[0]));
        count--;
    }
    memcpy(app->lens.columns, specs, count * sizeof(specs[0]));
    app->lens.column_count = count;
    app_refresh(app);
}

void columns_key(struct app *app, int key)
{
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = available(app, specs);
    enum command command = keymap_lookup(key);

    if (key == ' ' || key == INPUT_ENTER)
        toggle(app, specs[app->column_chosen]);
    else if (command == COMMAND_UP)
        app->column_chosen -= app->column_chosen > 0;
    else if (command == COMMAND_DOWN)
        app->column_chosen += app->column_chosen + 1 < count;
    else if (command == COMMAND_HOME)
        app->column_chosen = 0;
    else if (command == COMMAND_END)
        app->column_chosen = count - 1;
    else
        app->columns_are_open = false;
}

static void draw_line(const struct app *app, struct cells *cells, struct rect area,
                      int row, struct column_spec spec, bool is_chosen, bool is_on,
                      struct arena *arena)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    const char *id = column_spec_id(&app->dataset, spec, arena);

    cells_run(cells, area, row, 0, area.cols, style, ' ');
    cells_text(cells, area, row, 1, style, is_on ? "[x]" : "[ ]");
    cells_fit(cells, area, row, 5, ID_COLS, style, ALIGN_LEFT, id);
    cells_fit(cells, area, row, 6 + ID_COLS, area.cols - ID_COLS - 7,
              is_chosen ? style : STYLE_MUTED, ALIGN_LEFT, ops->formula);
    if (is_chosen) {
        cells->cursor_row = area.row + row;
        cells->cursor_col = area.col + 1;
        cells->cursor_is_shown = true;
    }
}

void columns_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct column_spec specs[AVAILABLE_MAX];
    struct column_spec on[LENS_COLUMN_MAX];
    struct rect screen = cells_rect(cells);
    size_t count = available(app, specs);
    size_t on_count = present(app, on);
    int rows = (int)count + 2;
    struct rect box =
        rect_middle(screen, rows < screen.rows - 4 ? rows : screen.rows - 4, BOX_COLS);
    struct rect inner;
    size_t first = 0;

    cells_blank(cells, box, STYLE_PLAIN);
    inner = cells_frame(cells, box, true, "Columns", "Space in or out  Esc close");
    if (inner.rows > 0 && app->column_chosen >= (size_t)inner.rows)
        first = app->column_chosen - (size_t)inner.rows + 1;
    for (int row = 0; row < inner.rows && first + (size_t)row < count; row++) {
        size_t i = first + (size_t)row;
        draw_line(app, cells, inner, row, specs[i], i == app->column_chosen,
                  place_of(on, on_count, specs[i]) != SIZE_MAX, arena);
    }
}

bool columns_read(struct app *app, const char *list, struct diag_list *diags)
{
    bool is_good = true;

    app->lens.column_count = 0;
    while (*list) {
        size_t length = strcspn(list, ",");
        char *id = arena_copy(diags->arena, list, length);
        struct column_spec spec;
        if (!column_spec_read(&app->dataset, id, &spec, diags))
            is_good = false;
        else if (app->lens.column_count < LENS_COLUMN_MAX)
            app->lens.columns[app->lens.column_count++] = spec;
        list += length + (list[length] == ',');
    }
    return is_good;
}
