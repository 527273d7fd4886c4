#include "tui/overlay.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/hints.h"
#include "tui/targets.h"

#include <stdio.h>

/* Entries stand in as many columns as there is room for. */
enum {
    ENTRY_COLS = 38,
    KEYS_COLS = 11,
    SHORT_COLS = 19,
    SHORT_KEYS_COLS = 5,
    SHORT_COLUMNS = 4,
    MARGIN = 1
};

const char *overlay_hint(const struct app *app, bool scrolls, struct arena *arena)
{
    const struct keymap *map = &app->keys;
    char down[INPUT_NAME_MAX];
    char up[INPUT_NAME_MAX];
    char close[INPUT_NAME_MAX];

    keymap_letter(map, down, COMMAND_DOWN);
    keymap_letter(map, up, COMMAND_UP);
    keymap_first(map, close, COMMAND_CANCEL);
    return scrolls ? arena_printf(arena, _("scroll: %s %s  close: %s"), down, up, close)
                   : arena_printf(arena, _("close: %s"), close);
}

/* One line of the help: a group's title, or one command, or (NONE) a blank. */
struct help_line {
    enum command_group group;
    enum command command;
    bool is_title;
};

enum { HELP_LINE_MAX = COMMAND_COUNT + 2 * GROUP_COUNT };

/* Where the whole of the help has no room, it says a word instead of a sentence, and
 * these two in one line. */
static const struct {
    enum command first;
    enum command second;
    const char *word;
} pairs[] = {
    {COMMAND_UP, COMMAND_DOWN, N_("row")},
    {COMMAND_LEFT, COMMAND_RIGHT, N_("column")},
    {COMMAND_PAGE_UP, COMMAND_PAGE_DOWN, N_("page")},
    {COMMAND_HOME, COMMAND_END, N_("first, last")},
    {COMMAND_PANE_NEXT, COMMAND_PANE_PREVIOUS, N_("pane")},
    {COMMAND_PERIOD_PREVIOUS, COMMAND_PERIOD_NEXT, N_("period")},
    {COMMAND_RANGE_BACK, COMMAND_RANGE_FORWARD, N_("range")},
    {COMMAND_ZOOM_FROM, COMMAND_ZOOM_TO, N_("zoom")},
    {COMMAND_NARROWER, COMMAND_WIDER, N_("column width")},
    {COMMAND_UNDO, COMMAND_REDO, N_("undo, redo")},
    {COMMAND_SORT, COMMAND_SORT_THEN, N_("sort, then by")},
    {COMMAND_SEARCH_NEXT, COMMAND_SEARCH_PREVIOUS, N_("next match")},
    {COMMAND_MARK, COMMAND_UNMARK, N_("mark")},
    {COMMAND_TAB_PREVIOUS, COMMAND_TAB_NEXT, N_("dataset")},
};
enum { PAIR_COUNT = sizeof(pairs) / sizeof(pairs[0]) };

/* The help on a screen of some size. */
struct help_form {
    struct help_line line[HELP_LINE_MAX];
    size_t count;
    bool is_short;
    size_t columns;
    size_t height; /* lines of a column */
    int entry_cols;
};

/* The pair that the command is the first of; PAIR_COUNT for none. */
static size_t pair_of(enum command command)
{
    size_t pair = 0;

    while (pair < PAIR_COUNT && pairs[pair].first != command)
        pair++;
    return pair;
}

static bool is_second(enum command command)
{
    for (size_t i = 0; i < PAIR_COUNT; i++)
        if (pairs[i].second == command)
            return true;
    return false;
}

static struct help_form form_new(bool is_short, size_t columns)
{
    struct help_form form = {.is_short = is_short,
                             .columns = columns,
                             .entry_cols = is_short ? SHORT_COLS : ENTRY_COLS};

    for (size_t g = 0; g < GROUP_COUNT; g++) {
        form.line[form.count++] =
            (struct help_line){(enum command_group)g, COMMAND_NONE, true};
        for (size_t c = 1; c < COMMAND_COUNT; c++)
            if (command_info((enum command)c)->group == g &&
                !(is_short && is_second((enum command)c)))
                form.line[form.count++] =
                    (struct help_line){(enum command_group)g, (enum command)c, false};
    }
    form.height = (form.count + columns - 1) / columns;
    return form;
}

static int rows_of(struct rect screen)
{
    return screen.rows > 6 ? screen.rows - 2 : screen.rows;
}

/* In whole sentences where they fit, or where nothing does and it scrolls. */
static struct help_form form_of(struct rect screen)
{
    const int cols = screen.cols - 2 * MARGIN - 2;
    const size_t columns = cols >= 3 * ENTRY_COLS ? 3 : cols >= 2 * ENTRY_COLS ? 2 : 1;
    const struct help_form whole = form_new(false, columns);
    const struct help_form brief = form_new(true, SHORT_COLUMNS);
    const int rows = rows_of(screen) - 2;

    if ((int)whole.height > rows && (int)brief.height <= rows &&
        cols >= SHORT_COLUMNS * SHORT_COLS)
        return brief;
    return whole;
}

static struct rect help_rect(struct rect screen)
{
    const struct help_form form = form_of(screen);
    const int most = (int)form.columns * form.entry_cols + 2 * MARGIN + 2;
    const int wanted = (int)form.height + 2;
    const int rows = rows_of(screen);

    return rect_middle(screen, wanted < rows ? wanted : rows,
                       screen.cols < most ? screen.cols : most);
}

size_t overlay_help_lines(struct rect screen)
{
    return form_of(screen).height;
}

size_t overlay_help_capacity(struct rect screen)
{
    int rows = help_rect(screen).rows - 2;

    return rows > 0 ? (size_t)rows : 0;
}

/* Where a line goes. */
struct help_place {
    struct rect area;
    int row;
    int col;
};

static void draw_whole(const struct app *app, enum command command, struct cells *cells,
                       struct rect part, int row)
{
    char keys[KEYS_SHOWN_MAX];

    keymap_keys(&app->keys, keys, command);
    keymap_cut(keys, KEYS_COLS);
    cells_fit(cells, part, row, 1, KEYS_COLS, STYLE_KEY, ALIGN_LEFT, keys);
    cells_fit(cells, part, row, KEYS_COLS + 2, part.cols - KEYS_COLS - 2, STYLE_PLAIN,
              ALIGN_LEFT, _(command_info(command)->help));
}

/* The keys in a word: arrows and the like by their sign. */
static const char *short_keys(const struct app *app, enum command command,
                              const struct glyphs *glyphs, char keys[KEYS_SHOWN_MAX])
{
    const size_t pair = pair_of(command);
    char first[INPUT_NAME_MAX];
    char second[INPUT_NAME_MAX] = "";

    if (command == COMMAND_UP || command == COMMAND_LEFT || command == COMMAND_OPEN ||
        command == COMMAND_BACK)
        return hint_keys(app, command, glyphs, keys);
    if (pair < PAIR_COUNT)
        keymap_letter(&app->keys, second, pairs[pair].second);
    snprintf(keys, KEYS_SHOWN_MAX, "%s%s%s", keymap_letter(&app->keys, first, command),
             *second ? " " : "", second);
    return keys;
}

/* "z Z   zoom", "g G   first, last". */
static void draw_short(const struct app *app, enum command command, struct cells *cells,
                       struct rect part, int row)
{
    const size_t pair = pair_of(command);
    char keys[KEYS_SHOWN_MAX];
    int col = cells_text(cells, part, row, 1, STYLE_KEY,
                         short_keys(app, command, cells->glyphs, keys));

    col = col < SHORT_KEYS_COLS ? SHORT_KEYS_COLS : col;
    cells_fit(cells, part, row, col + 1, part.cols - col - 1, STYLE_PLAIN, ALIGN_LEFT,
              _(pair < PAIR_COUNT ? pairs[pair].word : command_info(command)->hint));
}

static void draw_line(const struct app *app, const struct help_form *form,
                      const struct help_line *line, struct cells *cells,
                      struct help_place place)
{
    const struct rect area = place.area;
    struct rect part = {area.row, area.col + place.col, area.rows, form->entry_cols};

    if (part.col + part.cols > area.col + area.cols)
        part.cols = area.col + area.cols - part.col;
    if (line->is_title)
        cells_text(cells, part, place.row, 1, STYLE_TITLE,
                   _(command_group_title(line->group)));
    else if (form->is_short)
        draw_short(app, line->command, cells, part, place.row);
    else
        draw_whole(app, line->command, cells, part, place.row);
}

void overlay_help_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct rect screen = cells_rect(cells);
    const struct help_form form = form_of(screen);
    struct rect box = help_rect(screen);
    size_t shown = overlay_help_capacity(screen);
    const char *place = "";
    struct rect inner;

    cells_blank(cells, box, STYLE_PLAIN);
    targets_cover(cells, box);
    if (form.height > shown)
        place = arena_printf(arena, _("%zu%s%zu of %zu  "), app->help_first + 1,
                             cells->glyphs->dash, app->help_first + shown, form.height);
    inner = cells_frame(
        cells, box, true,
        form.is_short ? _("Help: / finds a word or key and says more")
                      : _("Help: / finds by word or key"),
        arena_printf(arena, "%s%s", place, overlay_hint(app, false, arena)));
    for (size_t i = 0; i < (size_t)inner.rows && app->help_first + i < form.height; i++)
        for (size_t c = 0; c < form.columns; c++) {
            size_t line = app->help_first + i + c * form.height;
            if (line < form.count)
                draw_line(app, &form, &form.line[line], cells,
                          (struct help_place){inner, (int)i,
                                              MARGIN + (int)c * form.entry_cols});
        }
    cells->cursor_row = box.row;
    cells->cursor_col = box.col + 2;
    cells->cursor_is_shown = true;
}
