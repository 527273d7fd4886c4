#include "tests/program.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

void program_start(struct app *app, const char *name, bool is_ascii)
{
    struct arena arena = {0};
    struct catalog catalog = {0};
    struct look look = {.is_ascii = is_ascii, .colors = 256};
    const char *top = getenv("top_srcdir");

    app_open(app, &catalog, &look, "en");
    app_resize(app, 35, 120);
    cr_assert_eq(
        app_load(app, arena_printf(&arena, "%s/datasets/%s", top ? top : ".", name)),
        LOAD_OK);
    arena_clear(&arena);
}

void program_press(struct app *app, const char *keys)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    cr_assert(app_keys(app, keys, &diags));
    arena_clear(&arena);
}

struct cells *program_draw(struct app *app, struct arena *arena, int rows, int cols)
{
    struct cells *cells;

    app_resize(app, rows, cols);
    cells = cells_new(arena, rows, cols,
                      app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode);
    app_draw(app, cells, arena);
    return cells;
}

const char *program_line(const struct app *app, const char *text, struct arena *arena)
{
    struct cells *cells =
        cells_new(arena, app->rows, app->cols,
                  app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode);

    app_draw(app, cells, arena);
    for (int row = 0; row < cells->rows; row++) {
        const char *line = cells_row_text(cells, row, arena);
        if (strstr(line, text))
            return line;
    }
    return "";
}

bool program_shows(const struct app *app, const char *text)
{
    struct arena arena = {0};
    bool is_shown = *program_line(app, text, &arena) != '\0';

    arena_clear(&arena);
    return is_shown;
}
