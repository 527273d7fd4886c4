#include "tui/columns.h"

#include "core/base/translate.h"
#include "core/query/indicator_spec.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/lens_columns.h"
#include "tui/pick_places.h"
#include "tui/targets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BOX_COLS = 104,
    MARGIN_COLS = 6,  /* in which the table shows */
    NARROW_COLS = 60, /* up to here there is no margin */
    TITLE_COLS = 38,
    STATE_COLS = 8
};

/* The lines of the overlay: the columns that are on, in the order of the table, then
 * all others that the dataset has the figures for. */
struct lines {
    struct column_spec spec[AVAILABLE_MAX + LENS_COLUMN_MAX];
    size_t on_count;
    size_t count;
};

static struct lines *lines_new(const struct app *app, struct arena *arena)
{
    struct lines *lines = ARENA_NEW(arena, struct lines);
    struct column_spec available[AVAILABLE_MAX];
    size_t count = frame_available_specs(&app->dataset, available, AVAILABLE_MAX);

    lines->on_count = lines->count = lens_columns(app, lines->spec);
    for (size_t i = 0; i < count; i++)
        if (!lens_has_column(app, available[i]))
            lines->spec[lines->count++] = available[i];
    return lines;
}

void columns_open(struct app *app)
{
    if (!app->frame->column_count)
        return;
    app->columns_are_open = true;
    app->column_chosen = app->column ? app->column - 1 : 0;
}

void columns_follow(struct app *app, struct column_spec spec)
{
    struct arena scratch = {0};
    struct lines *lines = lines_new(app, &scratch);

    for (size_t i = 0; i < lines->count; i++)
        if (column_spec_equal(lines->spec[i], spec))
            app->column_chosen = i;
    arena_clear(&scratch);
}

/* What a key does to the column; whether it is one of these keys. */
static bool change(struct app *app, struct column_spec spec, bool is_on, int key)
{
    switch (key) {
    case ' ':
    case INPUT_ENTER:
        lens_toggle_column(app, spec);
        return true;
    case 'H':
        if (is_on)
            lens_toggle_column(app, spec);
        return true;
    case 'K':
    case 'J':
        if (is_on)
            lens_move_column(app, spec, key == 'K' ? -1 : 1);
        return true;
    case '<':
    case '>':
        if (is_on)
            lens_widen(app, &spec, key == '<' ? -1 : 1);
        return true;
    case 'f':
        if (is_on)
            lens_freeze(app, app->column_chosen);
        return true;
    default:
        return false;
    }
}

/* Other keys close nothing: somebody may be typing a name. */
static void move(struct app *app, enum command command, size_t count)
{
    char find[INPUT_NAME_MAX];

    if (command == COMMAND_UP)
        app->column_chosen -= app->column_chosen > 0;
    else if (command == COMMAND_DOWN)
        app->column_chosen += app->column_chosen + 1 < count;
    else if (command == COMMAND_HOME)
        app->column_chosen = 0;
    else if (command == COMMAND_END)
        app->column_chosen = count - 1;
    else if (command == COMMAND_SEARCH)
        picker_open(app, &picker_column);
    else if (command == COMMAND_CANCEL || command == COMMAND_COLUMNS ||
             command == COMMAND_BACK || command == COMMAND_QUIT)
        app->columns_are_open = false;
    else
        snprintf(app->message, sizeof(app->message),
                 _("no such key here; %s finds a column, Esc closes"),
                 keymap_first(&app->keys, find, COMMAND_SEARCH));
}

/* Taking a column back or in again is a change of the lens like others. */
static bool step_history(struct app *app, enum command command)
{
    if (command == COMMAND_UNDO)
        return lens_undo(app), true;
    if (command == COMMAND_REDO)
        return lens_redo(app), true;
    return false;
}

void columns_key(struct app *app, int key)
{
    struct arena scratch = {0};
    struct lines *lines = lines_new(app, &scratch);
    enum command command = keymap_lookup(&app->keys, key);
    struct column_spec spec;

    if (app->column_chosen >= lines->count)
        app->column_chosen = lines->count - 1;
    spec = lines->spec[app->column_chosen];
    if (change(app, spec, app->column_chosen < lines->on_count, key) ||
        step_history(app, command))
        columns_follow(app, spec);
    else
        move(app, command, lines->count);
    arena_clear(&scratch);
}

/* "frozen", "+3": what is special about the column. */
static const char *state_of(const struct app *app, const struct lines *lines,
                            size_t line, struct arena *arena)
{
    int extra = lens_column_extra(&app->lens, lines->spec[line]);
    const char *width = extra ? arena_printf(arena, "%+d", extra) : "";

    if (line >= lines->on_count)
        return "";
    if (line < app->lens.frozen)
        return arena_printf(arena, _("fixed%s%s"), *width ? " " : "", width);
    return width;
}

static void draw_line(const struct app *app, struct cells *cells, struct rect area,
                      int row, const struct lines *lines, size_t line,
                      struct arena *arena)
{
    struct column_spec spec = lines->spec[line];
    bool is_chosen = line == app->column_chosen;
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    int col = 6 + TITLE_COLS;

    cells_run(cells, area, row, 0, col - 1, style, ' ');
    cells_text(cells, area, row, 1, style, line < lines->on_count ? "[x]" : "[ ]");
    cells_fit(cells, area, row, 5, TITLE_COLS, style, ALIGN_LEFT,
              places_column_title(app, spec, arena));
    cells_fit(cells, area, row, col, STATE_COLS, STYLE_KEY, ALIGN_LEFT,
              state_of(app, lines, line, arena));
    col += STATE_COLS + 1;
    cells_fit(cells, area, row, col, area.cols - col - 1, STYLE_MUTED, ALIGN_LEFT,
              _(indicator_ops(spec.indicator)->formula));
    if (is_chosen) {
        cells->cursor_row = area.row + row;
        cells->cursor_col = area.col + 1;
        cells->cursor_is_shown = true;
    }
}

void columns_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    const struct lines *lines = lines_new(app, arena);
    struct rect screen = cells_rect(cells);
    int rows = (int)lines->count + 2;
    struct rect box =
        rect_middle(screen, rows < screen.rows - 4 ? rows : screen.rows - 4,
                    screen.cols > BOX_COLS + MARGIN_COLS ? BOX_COLS
                    : screen.cols > NARROW_COLS          ? screen.cols - MARGIN_COLS
                                                         : screen.cols);
    struct rect inner;
    size_t first = 0;

    cells_blank(cells, box, STYLE_PLAIN);
    targets_cover(cells, box);
    inner = cells_frame(
        cells, box, true, _("Columns, in the order of the table"),
        arena_printf(arena, _("%zu of %zu  Esc close"), lines->on_count, lines->count));
    if (inner.rows > 0 && app->column_chosen >= (size_t)inner.rows)
        first = app->column_chosen - (size_t)inner.rows + 1;
    for (int row = 0; row < inner.rows && first + (size_t)row < lines->count; row++) {
        size_t i = first + (size_t)row;
        targets_add_rows(cells, inner, row, 1, TARGET_COLUMN, i);
        draw_line(app, cells, inner, row, lines, i, arena);
    }
}

static const struct source_pos here = {"entrepot", 0, 0};

/* "exports:+3": the column, three cells wider. */
static bool read_width(struct app *app, char *id, struct diag_list *diags)
{
    struct lens *lens = &app->lens;
    char *colon = strchr(id, ':');
    char *end = NULL;
    struct column_spec spec;
    long extra = 0;

    if (colon) {
        *colon = '\0';
        extra = strtol(colon + 1, &end, 10);
        if (end == colon + 1 || *end || labs(extra) > COLUMN_EXTRA_MAX)
            return diag_error(diags, here,
                              _("width '%s' is no number of cells from -%d to +%d"),
                              colon + 1, COLUMN_EXTRA_MAX, COLUMN_EXTRA_MAX);
    }
    if (colon && strcmp(id, "name") == 0) {
        lens->name_extra = (int)extra;
        return true;
    }
    if (!column_spec_read(&app->dataset, id, &spec, diags))
        return false;
    if (lens->column_count == LENS_COLUMN_MAX)
        return diag_error(diags, here, _("at most %d columns, '%s' is one too many"),
                          LENS_COLUMN_MAX, id);
    lens->columns[lens->column_count++] = spec;
    if (extra && lens->width_count < LENS_COLUMN_MAX)
        lens->widths[lens->width_count++] = (struct column_width){spec, (int)extra};
    return true;
}

bool columns_read(struct app *app, const char *list, struct diag_list *diags)
{
    bool is_good = true;

    app->lens.column_count = 0;
    app->lens.width_count = 0;
    app->lens.name_extra = 0;
    while (*list) {
        size_t length = strcspn(list, ",");
        char *id = arena_copy(diags->arena, list, length);
        is_good = read_width(app, id, diags) && is_good;
        list += length + (list[length] == ',');
    }
    return is_good;
}

bool columns_read_frozen(struct app *app, const char *word, struct diag_list *diags)
{
    char *end = NULL;
    long count = strtol(word, &end, 10);

    if (end == word || *end || count < 0 || count > LENS_COLUMN_MAX)
        return diag_error(diags, here, _("--freeze '%s' is no number of columns"),
                          word);
    app->lens.frozen = (size_t)count;
    return true;
}
