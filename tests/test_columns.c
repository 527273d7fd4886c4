/*
 * The columns of the table: chosen, ordered, hidden, widened, frozen; undone.
 */
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/columns.h"
#include "tui/lens.h"
#include "tui/lens_columns.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool line_has(const struct app *app, const char *text, const char *part)
{
    struct arena arena = {0};
    bool has = strstr(program_line(app, text, &arena), part) != NULL;

    arena_clear(&arena);
    return has;
}

static void start(struct app *app)
{
    program_start(app, "china-partners-2024.yaml", false);
    app_resize(app, 24, 80);
    program_press(app, "2");
}

static const char *ids(const struct app *app, struct arena *arena)
{
    const char *text = "";

    for (size_t i = 0; i < app->frame->shown_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "," : "",
                            app->frame->columns[i].id);
    return text;
}

Test(columns, are_ordered_in_the_overlay_and_undo_brings_the_order_back)
{
    struct app app;
    struct arena arena = {0};
    const char *before;

    start(&app);
    before = ids(&app, &arena);
    cr_assert(strncmp(before, "exports,exports-growth,imports,", 31) == 0, "%s",
              before);
    program_press(&app, "CjjKK");
    cr_expect(strncmp(ids(&app, &arena), "imports,exports,exports-growth,", 31) == 0);
    program_press(&app, "KJ");
    cr_expect(strncmp(ids(&app, &arena), "exports,imports,exports-growth,", 31) == 0);
    program_press(&app, "<Esc>uuu");
    cr_expect_str_eq(ids(&app, &arena), before);
    app_close(&app);
    arena_clear(&arena);
}

Test(columns, the_cursor_of_the_overlay_stays_on_the_column)
{
    struct app app;
    struct arena arena = {0};

    start(&app);
    program_press(&app, "C<End>");
    cr_assert_geq(app.column_chosen, app.frame->shown_count);
    program_press(&app, "<Space>KKKKKKKKKKKKKKKKKKKK");
    cr_expect_eq(app.column_chosen, 0);
    cr_expect(strncmp(ids(&app, &arena), "exports,", 8) != 0);
    cr_expect(strstr(ids(&app, &arena), ",exports,") != NULL);
    app_close(&app);
    arena_clear(&arena);
}

Test(columns, the_one_with_the_cursor_is_hidden)
{
    struct app app;
    struct arena arena = {0};

    start(&app);
    program_press(&app, "H");
    cr_expect(line_has(&app, "choose a column first", "Left and Right"));
    program_press(&app, "llH");
    cr_expect(strncmp(ids(&app, &arena), "exports,imports,", 16) == 0);
    program_press(&app, "u");
    cr_expect(strncmp(ids(&app, &arena), "exports,exports-growth,", 23) == 0);
    while (app.frame->shown_count > 1)
        program_press(&app, "H");
    program_press(&app, "H");
    cr_expect_eq(app.frame->shown_count, 1);
    cr_expect(line_has(&app, "the last column stays", ""));
    program_press(&app, "3H");
    cr_expect(line_has(&app, "press 2 first", ""));
    app_close(&app);
    arena_clear(&arena);
}

/* The heads are where the widths put them: 2 blanks and the figures' own width. */
Test(columns, are_widened_and_narrowed_cell_by_cell)
{
    struct app app;

    start(&app);
    cr_assert(line_has(&app, "▸", "United States        3,733.7   +6.1"));
    program_press(&app, "l>>>");
    cr_expect(line_has(&app, "▸", "United States           3,733.7   +6.1"));
    program_press(&app, "l>");
    cr_expect(line_has(&app, "▸", "United States           3,733.7    +6.1"));
    program_press(&app, "uuu");
    cr_expect(line_has(&app, "▸", "United States         3,733.7   +6.1"));
    program_press(&app, "uhh>>");
    cr_expect(line_has(&app, "▸", "United States          3,733.7   +6.1"));
    program_press(&app, "<lt><lt>");
    cr_expect(line_has(&app, "▸", "United States        3,733.7   +6.1"));
    app_close(&app);
}

/* 3,733.7 must not become 3,73. */
Test(columns, figures_that_do_not_fit_are_not_cut)
{
    struct app app;

    start(&app);
    program_press(&app, "l<lt><lt><lt><lt><lt><lt><lt><lt>");
    cr_expect(line_has(&app, "▸", "     …   +6.1"));
    cr_expect_not(line_has(&app, "▸", "3,7"));
    cr_expect(line_has(&app, "no narrower than that", ""));
    app_close(&app);
}

/* With 8 columns at 80 there is no room for the last until it is scrolled to. */
Test(columns, the_frozen_ones_stay_when_the_others_scroll)
{
    struct app app;

    start(&app);
    program_press(&app, "Cf<Esc><Right>");
    cr_expect(line_has(&app, "▸", "3,733.7│"));
    for (size_t i = 0; i < app.frame->shown_count; i++)
        program_press(&app, "<Right>");
    cr_expect_gt(app.first_column, 0);
    cr_expect(line_has(&app, "▸", "3,733.7│"));
    cr_expect(line_has(&app, "▸", "320.7"));
    cr_expect(line_has(&app, "South Korea", "1,041.5│"));
    program_press(&app, "Cgf<Esc>");
    cr_expect_eq(app.lens.frozen, 0);
    program_press(&app, "uu");
    cr_expect_eq(app.lens.frozen, 0);
    program_press(&app, "U");
    cr_expect_eq(app.lens.frozen, 1);
    app_close(&app);
}

Test(columns, a_frozen_one_that_is_hidden_leaves_the_others_frozen)
{
    struct app app;

    start(&app);
    program_press(&app, "Cjf<Esc>lH");
    cr_expect_eq(app.lens.frozen, 1);
    cr_expect(line_has(&app, "▸", "+6.1│"));
    program_press(&app, "llH");
    cr_expect_eq(app.lens.frozen, 1);
    app_close(&app);
}

/* Whatever is frozen or scrolled, the column with the cursor is on screen. */
Test(columns, the_one_with_the_cursor_is_always_on_screen)
{
    struct app app;

    start(&app);
    for (size_t frozen = 0; frozen < 10; frozen++)
        for (int cols = 30; cols < 130; cols += 9) {
            app.lens.frozen = frozen;
            app_resize(&app, 24, cols);
            for (size_t c = 1; c <= app.frame->shown_count; c++) {
                struct arena arena = {0};
                struct cells *cells;
                bool is_marked = false;
                program_press(&app, "<Right>");
                cells = cells_new(&arena, 24, cols, &glyphs_unicode);
                app_draw(&app, cells, &arena);
                for (int i = 0; i < cols; i++)
                    is_marked =
                        is_marked || cells->cell[2 * cols + i].style == STYLE_SELECTED;
                cr_expect(is_marked, "column %zu, %zu frozen, %d wide", c, frozen,
                          cols);
                arena_clear(&arena);
            }
            for (size_t c = 0; c < 20; c++)
                program_press(&app, "<Left>");
        }
    app_close(&app);
}

Test(columns, are_read_with_their_widths)
{
    struct app app;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    const char *many = "";

    start(&app);
    cr_assert(columns_read(&app, "balance:+3,exports:-2,imports", &diags));
    cr_expect_eq(app.lens.column_count, 3);
    cr_expect_eq(lens_column_extra(&app.lens, app.lens.columns[0]), 3);
    cr_expect_eq(lens_column_extra(&app.lens, app.lens.columns[1]), -2);
    cr_expect_eq(lens_column_extra(&app.lens, app.lens.columns[2]), 0);
    cr_expect_not(columns_read(&app, "balance:x", &diags));
    cr_expect_not(columns_read(&app, "balance:99", &diags));
    for (size_t i = 0; i <= LENS_COLUMN_MAX; i++)
        many = arena_printf(&arena, "%s%sexports", many, i ? "," : "");
    cr_expect_not(columns_read(&app, many, &diags), "one too many is not left out");
    cr_expect_not(columns_read_frozen(&app, "-1", &diags));
    cr_expect(columns_read_frozen(&app, "2", &diags));
    cr_expect_eq(app.lens.frozen, 2);
    app_close(&app);
    arena_clear(&arena);
}

Test(columns, golden)
{
    struct app app;
    struct arena arena = {0};
    struct cells *cells;

    start(&app);
    program_press(&app, "Cjf>>J");
    cells = cells_new(&arena, 24, 80, &glyphs_unicode);
    app_draw(&app, cells, &arena);
    cr_expect(golden_check(cells, "columns-80x24"));
    program_press(&app, "<Esc>lllllll");
    cells = cells_new(&arena, 24, 80, &glyphs_unicode);
    app_draw(&app, cells, &arena);
    cr_expect(golden_check(cells, "table-frozen-80x24"));
    app_close(&app);
    arena_clear(&arena);
}

/* Letters of a name that somebody types there must not do what they do elsewhere. */
Test(columns, the_list_is_searched_and_other_keys_leave_it_open)
{
    struct app app;

    start(&app);
    program_press(&app, "Cro");
    cr_expect(app.columns_are_open);
    cr_expect(line_has(&app, "finds a column", ""));
    program_press(&app, "/balance-share<Enter> ");
    cr_expect(app.columns_are_open);
    cr_expect(line_has(&app, "[x] Share of the balance", ""));
    program_press(&app, "<Esc>");
    cr_expect_not(app.columns_are_open);
    app_close(&app);
}

/* Opens rows of two products a partner, so that partners are sums. */
static void start_sums(struct app *app, int cols)
{
    const char *text = "year,partner,product,exports (million USD),imports "
                       "(million USD)\n"
                       "2023,Far Away Islands,01,5,7\n2023,Far Away Islands,02,9,4\n"
                       "2024,Far Away Islands,01,6,8\n2024,Far Away Islands,02,8,5\n"
                       "2024,Nearby,01,1,1\n2024,Nearby,02,2,2\n";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-columns-XXXXXX";

    cr_assert_neq(mkstemp(path), -1);
    files_write(path, text, strlen(text));
    app_open(app, &catalog, &look, "en");
    cr_assert_eq(app_load(app, path), LOAD_OK);
    unlink(path);
    app_resize(app, 24, cols);
    program_press(app, "2");
}

Test(columns, what_is_said_of_a_sum_does_not_cut_its_name)
{
    struct app app;
    struct arena arena = {0};
    const char *line;

    start_sums(&app, 120);
    cr_expect(line_has(&app, "Far Away", "Far Away Islands (sum) "));
    app_resize(&app, 24, 80);
    line = program_line(&app, "Far Away", &arena);
    cr_expect(strstr(line, "Far Away Islands ") && !strstr(line, "…"), "%s", line);
    arena_clear(&arena);
    app_close(&app);
}

Test(columns, how_many_are_hidden_is_said_whole_or_in_short)
{
    struct app app;

    start(&app);
    cr_expect(line_has(&app, "Partners, CNY bn", "2 more to the right ━"));
    app_resize(&app, 24, 60);
    cr_expect(line_has(&app, "Partners, CNY bn", " ▸ ━") ||
              line_has(&app, "Partners, CNY bn", " more to the right ━"));
    app_close(&app);
}
