#include "tui/overlay.h"

#include "core/base/text.h"

#include <string.h>

enum { HELP_COLS = 80, ENTRY_COLS = 38, KEYS_COLS = 14, MARGIN = 1 };

/* One line of the help: a group's title, or one command, or (NONE) a blank. */
struct help_line {
    enum command_group group;
    enum command command;
    bool is_title;
};

enum { HELP_LINE_MAX = COMMAND_COUNT + 2 * GROUP_COUNT };

static struct rect help_rect(struct rect screen)
{
    int rows = screen.rows > 6 ? screen.rows - 2 : screen.rows;
    int cols = screen.cols < HELP_COLS ? screen.cols : HELP_COLS;
    int wanted = (int)overlay_help_lines(screen) + 2;

    return rect_middle(screen, wanted < rows ? wanted : rows, cols);
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
        lines[count++] = (struct help_line){(enum command_group)g, COMMAND_NONE, false};
    }
    return count;
}

static bool has_two_columns(struct rect screen)
{
    return screen.cols >= HELP_COLS;
}

size_t overlay_help_lines(struct rect screen)
{
    struct help_line lines[HELP_LINE_MAX];
    size_t count = list_lines(lines);

    return has_two_columns(screen) ? (count + 1) / 2 : count;
}

size_t overlay_help_capacity(struct rect screen)
{
    int rows = help_rect(screen).rows - 2;

    return rows > 0 ? (size_t)rows : 0;
}

/* Drops keys from the end until the rest fits; the first always stays. */
static void cut_to_whole_keys(char *keys, int cols)
{
    char *last;

    while (text_width(keys) > cols && (last = strrchr(keys, ' ')) != NULL)
        *last = '\0';
}

static void draw_line(const struct help_line *line, struct cells *cells,
                      struct rect area, int row, int col, struct arena *arena)
{
    char keys[KEYS_SHOWN_MAX];
    struct rect part = {area.row, area.col + col, area.rows, ENTRY_COLS};

    if (part.col + part.cols > area.col + area.cols)
        part.cols = area.col + area.cols - part.col;
    if (line->is_title) {
        cells_text(cells, part, row, 1, STYLE_TITLE, command_group_title(line->group));
        return;
    }
    if (line->command == COMMAND_NONE)
        return;
    keymap_keys(keys, line->command);
    cut_to_whole_keys(keys, KEYS_COLS);
    cells_fit(cells, part, row, 1, KEYS_COLS, STYLE_KEY, ALIGN_LEFT, keys);
    cells_fit(cells, part, row, KEYS_COLS + 2, part.cols - KEYS_COLS - 3, STYLE_PLAIN,
              ALIGN_LEFT, arena_printf(arena, "%s", command_info(line->command)->help));
}

void overlay_help_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct help_line lines[HELP_LINE_MAX];
    struct rect screen = cells_rect(cells);
    struct rect box = help_rect(screen);
    size_t count = list_lines(lines);
    size_t half = overlay_help_lines(screen);
    struct rect inner;

    cells_blank(cells, box, STYLE_PLAIN);
    inner = cells_frame(cells, box, true, "Help: keys, the same in every view",
                        half > overlay_help_capacity(screen) ? "scroll: j k  close: Esc"
                                                             : "close: Esc");
    for (size_t i = 0; i < (size_t)inner.rows && app->help_first + i < half; i++) {
        size_t line = app->help_first + i;
        draw_line(&lines[line], cells, inner, (int)i, MARGIN, arena);
        if (has_two_columns(screen) && line + half < count)
            draw_line(&lines[line + half], cells, inner, (int)i, MARGIN + ENTRY_COLS,
                      arena);
    }
    cells->cursor_row = box.row;
    cells->cursor_col = box.col + 2;
}
