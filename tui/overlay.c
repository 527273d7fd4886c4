#include "tui/overlay.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/targets.h"

#include <string.h>

/* Entries stand in as many columns as there is room for. */
enum { ENTRY_COLS = 38, KEYS_COLS = 11, MARGIN = 1 };

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

static size_t columns_of(struct rect screen)
{
    int cols = screen.cols - 2 * MARGIN - 2;

    return cols >= 3 * ENTRY_COLS ? 3 : cols >= 2 * ENTRY_COLS ? 2 : 1;
}

static struct rect help_rect(struct rect screen)
{
    int rows = screen.rows > 6 ? screen.rows - 2 : screen.rows;
    int most = (int)columns_of(screen) * ENTRY_COLS + 2 * MARGIN + 2;
    int wanted = (int)overlay_help_lines(screen) + 2;

    return rect_middle(screen, wanted < rows ? wanted : rows,
                       screen.cols < most ? screen.cols : most);
}

static size_t list_lines(struct help_line lines[HELP_LINE_MAX])
{
    size_t count = 0;

    for (size_t g = 0; g < GROUP_COUNT; g++) {
        lines[count++] = (struct help_line){(enum command_group)g, COMMAND_NONE, true};
        for (size_t c = 1; c < COMMAND_COUNT; c++)
            if (command_info((enum command)c)->group == g)
                lines[count++] =
                    (struct help_line){(enum command_group)g, (enum command)c, false};
    }
    return count;
}

size_t overlay_help_lines(struct rect screen)
{
    struct help_line lines[HELP_LINE_MAX];
    size_t count = list_lines(lines);
    size_t columns = columns_of(screen);

    return (count + columns - 1) / columns;
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

static void draw_line(const struct app *app, const struct help_line *line,
                      struct cells *cells, struct help_place place)
{
    const struct rect area = place.area;
    const int row = place.row;
    const int col = place.col;
    char keys[KEYS_SHOWN_MAX];
    struct rect part = {area.row, area.col + col, area.rows, ENTRY_COLS};

    if (part.col + part.cols > area.col + area.cols)
        part.cols = area.col + area.cols - part.col;
    if (line->is_title) {
        cells_text(cells, part, row, 1, STYLE_TITLE,
                   _(command_group_title(line->group)));
        return;
    }
    keymap_keys(&app->keys, keys, line->command);
    keymap_cut(keys, KEYS_COLS);
    cells_fit(cells, part, row, 1, KEYS_COLS, STYLE_KEY, ALIGN_LEFT, keys);
    cells_fit(cells, part, row, KEYS_COLS + 2, part.cols - KEYS_COLS - 2, STYLE_PLAIN,
              ALIGN_LEFT, _(command_info(line->command)->help));
}

void overlay_help_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct help_line lines[HELP_LINE_MAX];
    struct rect screen = cells_rect(cells);
    struct rect box = help_rect(screen);
    size_t count = list_lines(lines);
    size_t height = overlay_help_lines(screen);
    size_t shown = overlay_help_capacity(screen);
    const char *place = "";
    struct rect inner;

    cells_blank(cells, box, STYLE_PLAIN);
    targets_cover(cells, box);
    if (height > shown)
        place = arena_printf(arena, _("%zu%s%zu of %zu  "), app->help_first + 1,
                             cells->glyphs->dash, app->help_first + shown, height);
    inner = cells_frame(
        cells, box, true, _("Help: / finds by word or key"),
        arena_printf(arena, "%s%s", place, overlay_hint(app, false, arena)));
    for (size_t i = 0; i < (size_t)inner.rows && app->help_first + i < height; i++)
        for (size_t c = 0; c < columns_of(screen); c++) {
            size_t line = app->help_first + i + c * height;
            if (line < count)
                draw_line(
                    app, &lines[line], cells,
                    (struct help_place){inner, (int)i, MARGIN + (int)c * ENTRY_COLS});
        }
    cells->cursor_row = box.row;
    cells->cursor_col = box.col + 2;
    cells->cursor_is_shown = true;
}
