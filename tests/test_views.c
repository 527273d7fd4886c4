/*
 * Every view at every size, and golden screens of each at three sizes in both grades.
 */
#include "tests/golden.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/app.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void start(struct app *app, const char *name, bool is_ascii)
{
    program_start(app, name, is_ascii);
    /* Golden screens must not depend on where the files are. */
    app->dataset.path = name;
}

/* Wide characters come in pairs of cells, and no cell holds what cannot be shown. */
static void check_cells(const struct cells *cells)
{
    for (int i = 0; i < cells->rows * cells->cols; i++) {
        const struct cell *cell = &cells->cell[i];
        if (cell->width == 2) {
            cr_assert_lt((i % cells->cols) + 1, cells->cols);
            cr_assert_eq(cell[1].width, 0);
        } else if (cell->width == 1) {
            cr_assert_geq(cell->codepoint, 0x20u);
        }
        cr_assert_lt(cell->style, STYLE_COUNT);
    }
}

static void every_size(const char *name, bool is_ascii)
{
    struct app app;

    start(&app, name, is_ascii);
    for (int view = 0; view < VIEW_COUNT; view++) {
        app.view = (enum view)view;
        for (int rows = 0; rows <= 60; rows += rows < 14 ? 1 : 7)
            for (int cols = 0; cols <= 210; cols += cols < 42 ? 1 : 13) {
                struct arena arena = {0};
                check_cells(program_draw(&app, &arena, rows, cols));
                arena_clear(&arena);
            }
    }
    app_close(&app);
}

Test(views, every_view_at_every_size_partners)
{
    every_size("china-partners-2024.yaml", false);
}

Test(views, every_view_at_every_size_months_in_ascii)
{
    every_size("china-monthly-2023-2024.yaml", true);
}

Test(views, every_view_at_every_size_one_measure)
{
    every_size("ciie.yaml", false);
}

Test(views, every_view_at_every_size_facts_alone)
{
    every_size("import-export-balance.yaml", true);
}

Test(views, ascii_screens_are_ascii)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", true);
    app_speak(&app, "zh");
    for (int view = 0; view < VIEW_COUNT; view++) {
        struct arena arena = {0};
        struct cells *cells;
        app.view = (enum view)view;
        app_refresh(&app);
        cells = program_draw(&app, &arena, 35, 120);
        for (int i = 0; i < cells->rows * cells->cols; i++)
            cr_assert(cells->cell[i].codepoint < 0x7f);
        arena_clear(&arena);
    }
    app_close(&app);
}

static void golden_views(const char *file, const char *short_name, bool is_ascii)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};
    struct app app;

    start(&app, file, is_ascii);
    for (int view = 0; view < VIEW_COUNT; view++)
        for (size_t s = 0; s < 3; s++) {
            struct arena arena = {0};
            app.view = (enum view)view;
            cr_expect(golden_check(program_draw(&app, &arena, sizes[s][0], sizes[s][1]),
                                   arena_printf(&arena, "%s-%s-%dx%d%s",
                                                view_ops(app.view)->name, short_name,
                                                sizes[s][1], sizes[s][0],
                                                is_ascii ? "-ascii" : "")));
            arena_clear(&arena);
        }
    app_close(&app);
}

Test(views, golden_partners)
{
    golden_views("china-partners-2024.yaml", "partners", false);
}

/* Without colour: bars to the left have no ink and paper to change places. */
Test(views, golden_partners_mono)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};
    struct glyphs glyphs = glyphs_unicode;
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    app.look.colors = 0;
    glyphs.has_flip = false;
    for (int view = 0; view < VIEW_COUNT; view++)
        for (size_t s = 0; s < 3; s++) {
            struct arena arena = {0};
            struct cells *cells = cells_new(&arena, sizes[s][0], sizes[s][1], &glyphs);

            app.view = (enum view)view;
            app_resize(&app, sizes[s][0], sizes[s][1]);
            app_draw(&app, cells, &arena);
            cr_expect(golden_check(cells, arena_printf(&arena, "%s-partners-%dx%d-mono",
                                                       view_ops(app.view)->name,
                                                       sizes[s][1], sizes[s][0])));
            arena_clear(&arena);
        }
    app_close(&app);
}

Test(views, golden_partners_ascii)
{
    golden_views("china-partners-2024.yaml", "partners", true);
}

Test(views, golden_annual)
{
    golden_views("china-annual-usd.yaml", "annual", false);
}

/* The trend in its forms, and on a log scale. */
static void golden_forms(bool is_ascii)
{
    static const struct {
        const char *keys;
        const char *name;
    } forms[] = {{"4L", "log"},
                 {"4%\\1990<Enter>z", "growth"},
                 {"4%%\\2000<Enter>zL", "index-log"}};
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};

    for (size_t f = 0; f < sizeof(forms) / sizeof(forms[0]); f++) {
        struct app app;

        start(&app, "china-annual-usd.yaml", is_ascii);
        program_press(&app, forms[f].keys);
        for (size_t s = 0; s < 3; s++) {
            struct arena arena = {0};

            cr_expect(golden_check(program_draw(&app, &arena, sizes[s][0], sizes[s][1]),
                                   arena_printf(&arena, "trend-%s-%dx%d%s",
                                                forms[f].name, sizes[s][1], sizes[s][0],
                                                is_ascii ? "-ascii" : "")));
            arena_clear(&arena);
        }
        app_close(&app);
    }
}

Test(views, golden_forms_of_the_trend)
{
    golden_forms(false);
}

Test(views, golden_forms_of_the_trend_in_ascii)
{
    golden_forms(true);
}

Test(views, golden_help_and_chinese_names)
{
    struct app app;
    struct arena arena = {0};

    start(&app, "china-partners-2024.yaml", false);
    app.help_is_open = true;
    cr_expect(golden_check(program_draw(&app, &arena, 24, 80), "help-80x24"));
    cr_expect(golden_check(program_draw(&app, &arena, 12, 40), "help-40x12"));
    app.help_is_open = false;
    app.view = VIEW_TABLE;
    app_speak(&app, "zh");
    app_refresh(&app);
    cr_expect(
        golden_check(program_draw(&app, &arena, 24, 80), "table-partners-zh-80x24"));
    arena_clear(&arena);
    app_close(&app);
}
