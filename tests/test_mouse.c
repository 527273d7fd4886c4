#include "core/base/text.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tui/lens.h"
#include "tui/mouse.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Clicks on what is shown: the places come from the text on the screen, not from the
 * program. */

static void expect_click(struct app *app, int row, int col)
{
    const struct mouse mouse = {MOUSE_CLICK, row, col};

    app_mouse(app, &mouse);
}

static void turn(struct app *app, enum mouse_kind kind)
{
    const struct mouse mouse = {kind, app->rows / 2, app->cols / 2};

    app_mouse(app, &mouse);
}

static struct cells *draw(const struct app *app, struct arena *arena)
{
    struct cells *cells = cells_new(arena, app->rows, app->cols, &glyphs_unicode);

    app_draw(app, cells, arena);
    return cells;
}

/* Finds the text from `first_row` on; the column is that of its first cell. */
static bool find(const struct app *app, const char *text, int first_row, int *row,
                 int *col)
{
    struct arena arena = {0};
    struct cells *cells = draw(app, &arena);
    bool is_found = false;

    for (*row = first_row; *row < cells->rows && !is_found; *row += !is_found) {
        const char *line = cells_row_text(cells, *row, &arena);
        const char *at = strstr(line, text);

        is_found = at != NULL;
        if (at)
            *col = text_width(arena_copy(&arena, line, (size_t)(at - line)));
    }
    arena_clear(&arena);
    return is_found;
}

static void click_text(struct app *app, const char *text, int first_row)
{
    int row;
    int col;

    cr_assert(find(app, text, first_row, &row, &col), "no '%s'", text);
    expect_click(app, row, col);
}

static const char *selected_name(const struct app *app)
{
    return app->frame->rows[app->selected].name;
}

Test(mouse, does_nothing_while_it_is_off)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2");
    click_text(&app, "Japan", 3);
    cr_expect_str_eq(selected_name(&app), "United States");
    program_press(&app, "M");
    click_text(&app, "Japan", 3);
    cr_expect_str_eq(selected_name(&app), "Japan");
    program_press(&app, "M");
    turn(&app, MOUSE_WHEEL_DOWN);
    cr_expect_str_eq(selected_name(&app), "Japan");
    app_close(&app);
}

/* In every view and at three sizes: the name that is clicked is the one selected. */
Test(mouse, selects_the_row_that_was_clicked)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};
    static const char views[] = "123";
    static const char *const names[] = {"South K", "United "};

    for (size_t s = 0; s < 3; s++)
        for (const char *view = views; *view; view++)
            for (size_t n = 0; n < 2; n++) {
                struct app app;
                const char keys[] = {*view, '\0'};

                program_start(&app, "china-partners-2024.yaml", false);
                app.has_mouse = true;
                app_resize(&app, sizes[s][0], sizes[s][1]);
                program_press(&app, keys);
                click_text(&app, names[n], 1);
                cr_expect(strncmp(selected_name(&app), names[n], 7) == 0,
                          "view %c, size %zu: %s", *view, s, selected_name(&app));
                app_close(&app);
            }
}

Test(mouse, selects_in_the_mirror)
{
    struct app app;
    int row;
    int col;

    program_start(&app, "china-brazil-mirror.yaml", false);
    program_press(&app, "M9");
    cr_assert(find(&app, "Mirror, ", 0, &row, &col));
    click_text(&app, "2020", row);
    cr_expect_str_eq(selected_name(&app), "2020");
    app_close(&app);
}

Test(mouse, selects_in_the_ranking_and_in_time)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "M5");
    click_text(&app, "Australia", 1);
    cr_expect_str_eq(selected_name(&app), "Australia");
    cr_expect_str_eq(app.ranking->rows[app.ranked].name, "Australia");
    app_close(&app);

    program_start(&app, "china-annual-usd.yaml", false);
    program_press(&app, "M4");
    expect_click(&app, 8, 60); /* somewhere in the middle of 65 years */
    cr_expect_gt(app.trended, 15);
    cr_expect_lt(app.trended, 50);
    click_text(&app, "[4 Trend]", 0);
    app_close(&app);
}

Test(mouse, sorts_by_a_head_and_turns_the_order)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "M2");
    click_text(&app, "Exports", 2);
    cr_expect_eq(app.lens.query.sort.kind, SORT_COLUMN);
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_FIGURE);
    cr_expect(app.lens.query.sort.is_descending);
    click_text(&app, "Exports", 2);
    cr_expect_not(app.lens.query.sort.is_descending);
    click_text(&app, "Partner ", 2);
    cr_expect_eq(app.lens.query.sort.kind, SORT_NAME);
    program_press(&app, "uuu");
    cr_expect(app.lens.query.sort.is_descending);
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_TOTAL);
    app_close(&app);
}

/* Two partners in three years. */
static void start_years(struct app *app)
{
    static const char yaml[] =
        "title: Ruritania\nunit: {currency: CNY, scale: 9}\n"
        "dimensions: {partner: {}}\nobservations:\n"
        "- {period: 2022, partner: FR, exports: 1, imports: 2}\n"
        "- {period: 2023, partner: FR, exports: 2, imports: 2}\n"
        "- {period: 2024, partner: FR, exports: 3, imports: 2}\n"
        "- {period: 2024, partner: DE, exports: 4, imports: 1}\n";
    struct catalog catalog = {0};
    const struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-mouse-XXXXXX";
    const int file = mkstemp(path);

    cr_assert_geq(file, 0);
    close(file);
    files_write(path, yaml, strlen(yaml));
    app_open(app, &catalog, &look, "en");
    app_resize(app, 30, 160);
    cr_assert_eq(app_load(app, path), LOAD_OK);
    unlink(path);
}

Test(mouse, switches_views_and_periods_and_takes_hints)
{
    struct app app;
    int row;
    int col;

    start_years(&app);
    program_press(&app, "M2");
    click_text(&app, "3 Bars", 0);
    cr_expect_eq(app.view, VIEW_BARS);
    click_text(&app, "◂ 2024", 0);
    cr_assert(find(&app, "◂ 2023 ▸", 0, &row, &col));
    expect_click(&app, row, col + 7);
    cr_expect(find(&app, "◂ 2024 ", 0, &row, &col));
    cr_expect_not(find(&app, "◂ 2024 ▸", 0, &row, &col));
    click_text(&app, "? help", 20);
    cr_expect(app.help_is_open);
    expect_click(&app, 15, 80); /* on the help */
    cr_expect(app.help_is_open);
    expect_click(&app, 0, 0); /* beside it */
    cr_expect_not(app.help_is_open);
    app_close(&app);
}

/* The cursor of the terminal is on the panel of the row that was clicked, too. */
Test(mouse, selects_among_small_charts)
{
    struct app app;
    struct arena arena = {0};
    int row;
    int col;

    start_years(&app);
    program_press(&app, "M8");
    cr_assert(find(&app, "━ FR", 8, &row, &col) || find(&app, "─ FR", 8, &row, &col));
    expect_click(&app, row + 2, col + 3);
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].name, "FR");
    cr_assert(find(&app, "━ FR", 8, &row, &col));

    struct cells *cells = draw(&app, &arena);

    cr_expect(cells->cursor_is_shown);
    cr_expect_eq(cells->cursor_row, row);
    arena_clear(&arena);
    app_close(&app);
}

Test(mouse, turns_the_wheel_by_three_rows)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "M2");
    turn(&app, MOUSE_WHEEL_DOWN);
    cr_expect_eq(app.selected, 3);
    turn(&app, MOUSE_WHEEL_DOWN);
    turn(&app, MOUSE_WHEEL_UP);
    cr_expect_eq(app.selected, 3);
    program_press(&app, "m");
    turn(&app, MOUSE_WHEEL_DOWN);
    cr_expect_eq(app.picker.chosen, 3);
    program_press(&app, "<Esc>/");
    turn(&app, MOUSE_WHEEL_DOWN); /* types nothing */
    cr_expect_str_eq(app.input, "");
    app_close(&app);
}

Test(mouse, chooses_in_prompts_and_pickers)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "M2s");
    click_text(&app, "balance", 33);
    cr_expect_eq(app.prompt, PROMPT_NONE);
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_BALANCE);
    program_press(&app, "m");
    click_text(&app, "Cover ratio", 2);
    cr_expect_null(app.picker.ops);
    cr_expect(app.lens.has_measure);
    app_close(&app);
}

/* Every place of every view, page and overlay: nothing crashes, and what is selected
 * exists. */
Test(mouse, may_click_anywhere)
{
    static const char *const states[] = {"1", "2",  "3", "4",  "5", "6", "7", "8",
                                         "?", "2i", "m", "2C", "s", "c", "/", "d"};
    static const int sizes[][2] = {{24, 80}, {7, 20}};

    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
        for (size_t s = 0; s < 2; s++) {
            struct app app;

            program_start(&app, "china-partners-2024.yaml", false);
            program_press(&app, "M");
            app_resize(&app, sizes[s][0], sizes[s][1]);
            for (int row = 0; row < app.rows; row++)
                for (int col = 0; col < app.cols; col += 7) {
                    app.page = PAGE_DATA;
                    app.prompt = PROMPT_NONE;
                    app.picker.ops = NULL;
                    program_press(&app, states[i]);
                    expect_click(&app, row, col);
                    cr_assert(app.selected < app.frame->row_count ||
                              !app.frame->row_count);
                    app.has_quit = false;
                    app.help_is_open = app.record_is_open = false;
                    app.columns_are_open = false;
                    app.has_mouse = true;
                    if (app.lens.trail_count || app.lens.filter[0])
                        program_press(&app, "u");
                }
            app_close(&app);
        }
}
