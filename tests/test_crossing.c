/*
 * The views of levels and of members over time, as they are used.
 */
#include "core/base/text.h"
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/chrome.h"
#include "tui/crossing.h"
#include "tui/drilling.h"
#include "tui/theme.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char partners[] = "../tests/questions/partners.yaml";
static const char products[] = "../tests/questions/products.yaml";

static const char *sentence(const struct app *app, struct arena *arena)
{
    return chrome_sentence(app, 200, &glyphs_unicode, arena);
}

static void expect_sentence(struct app *app, const char *keys, const char *wanted)
{
    struct arena arena = {0};

    program_press(app, keys);
    cr_expect(strstr(sentence(app, &arena), wanted), "%s: %s", keys,
              sentence(app, &arena));
    arena_clear(&arena);
}

static void golden(const char *grade, bool is_ascii, const struct theme *theme)
{
    static const int sizes[][2] = {{35, 120}, {24, 80}, {12, 40}};
    static const enum view views[] = {VIEW_DRILL, VIEW_HEAT, VIEW_RANKING};
    struct app app;

    program_start(&app, partners, is_ascii);
    app.dataset.path = "partners.yaml";
    app.look.theme = theme;
    program_press(&app, "2jjjjj");
    for (size_t v = 0; v < sizeof(views) / sizeof(views[0]); v++)
        for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
            struct arena arena = {0};
            struct cells *cells;
            app.view = views[v];
            app_resize(&app, sizes[s][0], sizes[s][1]);
            cells = cells_new(&arena, sizes[s][0], sizes[s][1],
                              is_ascii ? &glyphs_ascii : &glyphs_unicode);
            app_draw(&app, cells, &arena);
            cr_expect(
                golden_check(cells, arena_printf(&arena, "%s-years-%dx%d%s",
                                                 view_ops(views[v])->name, sizes[s][1],
                                                 sizes[s][0], grade)));
            arena_clear(&arena);
        }
    app_close(&app);
}

Test(crossing, golden_in_colours)
{
    golden("", false, NULL);
}

Test(crossing, golden_in_ascii)
{
    golden("-ascii", true, NULL);
}

Test(crossing, golden_without_colour)
{
    golden("-mono", false, &themes[THEME_MONO]);
}

/* Viet Nam had 40.4 of 2,463.7 in 2015, place 17 of 23, and is 7th now. */
Test(crossing, the_ranking_says_both_ends)
{
    struct app app;

    program_start(&app, partners, false);
    expect_sentence(&app, "R/viet<Enter>",
                    "Viet Nam 7th in 2024 by exports, 17th in 2015");
    expect_sentence(&app, "<Left>", "Viet Nam 8th in 2023 by exports, 17th in 2015");
    expect_sentence(&app, "<Up>", "7th in 2023");
    expect_sentence(&app, "/fiji<Enter>",
                    "Fiji: without a place in 2023; 24th in 2021");
    expect_sentence(&app, "/singa<Enter>", "15th with 1 other in 2023");
    app_close(&app);
}

/* Of the screen, the characters of the first row in which `text` is; "" for none. */
static const char *row_with(struct app *app, const int size[2], const char *text,
                            struct arena *arena)
{
    struct cells *cells;
    const char *line;
    char *screen;

    app_resize(app, size[0], size[1]);
    cells = cells_new(arena, size[0], size[1], &glyphs_unicode);
    app_draw(app, cells, arena);
    screen = golden_text(cells);
    line = strstr(screen, text);
    while (line && line > screen && line[-1] != '\n')
        line--;
    line = line ? arena_printf(arena, "%.*s", (int)strcspn(line, "\n"), line) : "";
    free(screen);
    return line;
}

static void expect_row(struct app *app, const int size[2], const char *text,
                       const char *wanted)
{
    struct arena arena = {0};
    const char *row = row_with(app, size, text, &arena);

    cr_expect(strstr(row, wanted), "%dx%d, %s: '%s' is not in '%s'", size[1], size[0],
              text, wanted, row);
    arena_clear(&arena);
}

static const int ranking_sizes[][2] = {{35, 120}, {24, 80}, {12, 40}};

/* From 17th to 7th, as the sentence says, however many years there is room for; Mexico
 * was 9th in 2015 and is 8th. From 2020 on, when Viet Nam was 11th, it is four. */
Test(crossing, changes_are_since_the_first_period_whatever_is_on_screen)
{
    struct app app;

    program_start(&app, partners, false);
    program_press(&app, "R/viet<Enter>");
    for (size_t i = 0; i < sizeof(ranking_sizes) / sizeof(ranking_sizes[0]); i++) {
        expect_row(&app, ranking_sizes[i], "  #", "since 2015");
        expect_row(&app, ranking_sizes[i], "  Viet Nam  ", "▲10 ");
        expect_row(&app, ranking_sizes[i], "  Mexico  ", "▲1 ");
    }
    program_press(&app, "4<Left><Left><Left><Left>z<Right><Right><Right><Right>R");
    for (size_t i = 0; i < sizeof(ranking_sizes) / sizeof(ranking_sizes[0]); i++) {
        expect_row(&app, ranking_sizes[i], "  #", "since 2020");
        expect_row(&app, ranking_sizes[i], "VNM  ", "▲4 ");
    }
    expect_sentence(&app, "", "Viet Nam 7th in 2024 by exports, 11th in 2020");
    app_close(&app);
}

/* One period is since nothing. */
Test(crossing, one_period_has_no_changes)
{
    struct app app;

    program_start(&app, partners, false);
    program_press(&app, "R/viet<Enter>4zR");
    for (size_t i = 0; i < sizeof(ranking_sizes) / sizeof(ranking_sizes[0]); i++) {
        struct arena arena = {0};
        expect_row(&app, ranking_sizes[i], "  #", "2024");
        cr_expect_not(strstr(row_with(&app, ranking_sizes[i], "#", &arena), "since"));
        cr_expect_not(strstr(row_with(&app, ranking_sizes[i], "VNM", &arena), "="));
        cr_expect_not(strstr(row_with(&app, ranking_sizes[i], "VNM", &arena), "new"));
        arena_clear(&arena);
    }
    app_close(&app);
}

/* Spain was 15th alone in 2015, and in 2020 Singapore was; in 2024 they share the
 * place. In 2015 there were 23 places; the 24th of later years has no number there. */
Test(crossing, numbers_are_of_the_period_they_stand_beside)
{
    struct app app;

    program_start(&app, partners, false);
    program_press(&app, "R");
    expect_row(&app, ranking_sizes[0], " 15 ", " 15 Spain ");
    expect_row(&app, ranking_sizes[0], " 16 ", " 16 Poland ");
    expect_row(&app, ranking_sizes[0], " 15 Spain", " =15 ");
    expect_row(&app, ranking_sizes[0], " 16 Poland", " =15 ");
    expect_row(&app, ranking_sizes[0], " FJI ", " 23 Fiji ");
    expect_row(&app, ranking_sizes[0], "    FJI           FJI",
               "┃                                         FJI");
    expect_row(&app, ranking_sizes[1], " 15 ", " 15 Singapore ");
    expect_row(&app, ranking_sizes[1], " 16 ", " 16 Spain ");
    app_close(&app);
}

Test(crossing, the_heat_table_reads_every_cell)
{
    struct app app;

    program_start(&app, partners, false);
    expect_sentence(&app, "P/viet<Enter>",
                    "Viet Nam, 2024  exports 200.4 USD bn; 7th of 23");
    expect_sentence(&app, "x", "imports 196.4 USD bn");
    expect_sentence(&app, "x", "balance +4.0 USD bn");
    expect_sentence(&app, "<Left><Left>", "Viet Nam, 2022  balance −26.5 USD bn");
    expect_sentence(&app, "uu/niger<Enter><Left><Left><Left>",
                    "Nigeria, 2019  exports not available");
    cr_expect_not(app.lens.has_row_scale);
    program_press(&app, "K");
    cr_expect(app.lens.has_row_scale);
    program_press(&app, "u");
    cr_expect_not(app.lens.has_row_scale);
    app_close(&app);
}

static const char *chosen(const struct app *app, struct arena *arena)
{
    const struct drill *drill = drilling_drill(app);
    const char *path = "";

    for (size_t i = 0; i <= drill->focus; i++)
        path = arena_printf(
            arena, "%s/%s", path,
            drill_entry(&drill->column[i], drill->column[i].chosen, arena).name);
    return path;
}

/* --range may leave out the period that the cursor was at: 24 months, of which the last
 * ten are left out. */
Test(crossing, pages_are_of_the_periods_that_there_are)
{
    struct crossing_page page;
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    program_press(&app, "4hhhhhhhhhhZ");
    cr_assert_eq(app.trend->row_count, 14);
    app.trended = app.dataset.period_count - 1;
    page = crossing_page(&app, 8);
    cr_expect_eq(crossing_period(&app), 13);
    cr_expect_eq(page.first, 6);
    cr_expect_eq(page.end, 14);
    app_close(&app);
}

static void expect_path(struct app *app, const char *keys, const char *wanted)
{
    struct arena arena = {0};

    program_press(app, keys);
    cr_expect_str_eq(chosen(app, &arena), wanted, "%s: %s", keys, chosen(app, &arena));
    arena_clear(&arena);
}

/* From the countries to their continent, to a group, and down to a year and back. */
Test(crossing, drill_goes_through_levels_groups_and_periods)
{
    struct app app;

    program_start(&app, partners, false);
    expect_path(&app, "0/viet<Enter>", "/Asia/Viet Nam");
    expect_path(&app, "<Left>", "/Asia");
    expect_path(&app, "<Right>/viet<Enter>", "/Asia/Viet Nam");
    expect_path(&app, "<Right>", "/Asia/Viet Nam/2024");
    expect_path(&app, "<Down>", "/Asia/Viet Nam/2023");
    expect_path(&app, "<Backspace>", "/Asia/Viet Nam");
    expect_path(&app, "<Backspace><End>", "/ASEAN");
    cr_expect_eq(app.lens.query.level, LEVEL_GROUPS);
    expect_path(&app, "<Right>", "/ASEAN/Viet Nam");
    while (app.undo)
        program_press(&app, "u");
    cr_expect_eq(app.lens.trail_count, 0);
    expect_path(&app, "<Home>", "/Asia/China");
    app_close(&app);
}

Test(crossing, drill_goes_through_a_tree_of_products)
{
    struct app app;

    program_start(&app, products, false);
    expect_path(&app, "0<Left><Left><Home>", "/Machinery");
    expect_path(&app, "<Right><Right><Right>",
                "/Machinery/Boilers, machines/Computers/2024");
    program_press(&app, "<Right>");
    cr_expect(app.record_is_open);
    app_close(&app);
}

/* Periods alone: one column and the record. */
Test(crossing, drill_needs_no_dimension)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    expect_path(&app, "0<Down>", "/2023");
    program_press(&app, "PR");
    app_close(&app);
}

static const char months[] = "china-monthly-1983-2013.yaml";

/* Rows of months are years by months: up is the year before, left the month before.
 * Figures of the file: 207.742 of December 2013, 199.2 a year before. */
Test(crossing, months_stand_below_the_same_month_of_the_year_before)
{
    struct app app;

    program_start(&app, months, false);
    program_press(&app, "P");
    expect_sentence(&app, "", "2013-12  surplus");
    expect_sentence(&app, "<Up>", "2012-12  surplus");
    expect_sentence(&app, "<Left>", "2012-11  surplus");
    expect_sentence(&app, "<Down>", "2013-11  surplus");
    expect_sentence(&app, "<Down>", "nothing of the year after");
    expect_sentence(&app, "<Right>", "2013-12  surplus");
    expect_sentence(&app, "<Right>", "this is the last period");
    /* What is selected there is so in every view. */
    program_press(&app, "<Up>2");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "2012-12");
    app_close(&app);
}

/* Only years that end on the screen's last line are there, and half of them when the
 * other half has no room. */
Test(crossing, years_of_months_go_by_pages)
{
    struct app app;
    struct arena arena = {0};
    const char *line;

    program_start(&app, months, false);
    app_resize(&app, 24, 80);
    program_press(&app, "P");
    line = program_line(&app, " Jan ", &arena);
    cr_expect(strstr(line, " Dec "), "%s", line);
    app_resize(&app, 12, 40);
    line = program_line(&app, " Dec ", &arena);
    cr_expect(strstr(line, " Jul ") && !strstr(line, " Jun "), "%s", line);
    program_press(&app, "<Left><Left><Left><Left><Left><Left>");
    line = program_line(&app, " Jun ", &arena);
    cr_expect(strstr(line, " Jan ") && !strstr(line, " Jul "), "%s", line);
    arena_clear(&arena);
    app_close(&app);
}

/* The column on the screen that the text begins at. */
static int col_of(const char *line, const char *text, struct arena *arena)
{
    const char *found = strstr(line, text);

    cr_assert_not_null(found, "%s", line);
    return text_width(arena_copy(arena, line, (size_t)(found - line)));
}

/* January and February together take both their cells. */
Test(crossing, joined_months_take_the_cells_of_both)
{
    static const char text[] =
        "entrepot: 1\ntitle: T\nkind: ytd\nunit: {currency: USD, scale: 6}\n"
        "columns: [period, exports]\nobservations:\n"
        "  - [2023-02, 5678]\n  - [2023-03, 7900]\n"
        "  - [2024-01, 3333]\n  - [2024-02, 7777]\n  - [2024-03, 9999]\n";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-crossing-XXXXXX";
    struct arena arena = {0};
    const char *first;
    const char *second;
    struct app app;

    cr_assert_neq(mkstemp(path), -1);
    files_write(path, text, strlen(text));
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 24, 80);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    unlink(path);
    program_press(&app, "P");
    first = program_line(&app, "┃ 2023", &arena);
    second = program_line(&app, "▸2024", &arena);
    cr_assert(*first && *second);
    cr_expect_eq(col_of(first, "5,678", &arena), col_of(second, "4,444", &arena),
                 "%s\n%s", first, second);
    arena_clear(&arena);
    app_close(&app);
}

/* Twelve columns at 80, six at 40; growth has a shade below zero. */
Test(crossing, golden_months)
{
    static const struct {
        const char *keys;
        const char *name;
        int rows;
        int cols;
        bool is_ascii;
    } screens[] = {
        {"P", "heat-months-80x24", 24, 80, false},
        {"P", "heat-months-80x24-ascii", 24, 80, true},
        {"P%", "heat-months-growth-120x35", 35, 120, false},
        {"P<Left><Left><Left><Left><Left><Left>", "heat-months-40x12", 12, 40, false},
    };

    for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
        struct arena arena = {0};
        struct app app;
        program_start(&app, months, screens[i].is_ascii);
        app.dataset.path = months;
        app_resize(&app, screens[i].rows, screens[i].cols);
        program_press(&app, screens[i].keys);
        cr_expect(
            golden_check(program_draw(&app, &arena, screens[i].rows, screens[i].cols),
                         screens[i].name));
        arena_clear(&arena);
        app_close(&app);
    }
}

/* One unit is told for the whole screen: the months of a partner, which are small
 * beside the total of all, are in it as the partner is. */
Test(crossing, drill_shows_all_columns_in_the_unit_of_the_screen)
{
    static const char text[] = "year,partner,exports (thousand USD)\n"
                               "2023,Small,150\n2024,Small,160\n"
                               "2023,Large,98000000\n2024,Large,99000000\n";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-crossing-XXXXXX";
    struct arena arena = {0};
    struct app app;
    const char *line;

    cr_assert_neq(mkstemp(path), -1);
    files_write(path, text, strlen(text));
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 24, 80);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    unlink(path);
    program_press(&app, "0/small<Enter>");
    cr_expect(program_shows(&app, "USD mn"));
    line = program_line(&app, "Small", &arena);
    cr_expect(strstr(program_line(&app, "│ 2024", &arena), "  0.2 "), "%s",
              program_line(&app, "│ 2024", &arena));
    cr_expect_not(program_shows(&app, "160"));
    cr_expect(*line);
    arena_clear(&arena);
    app_close(&app);
}

/* Years, and one month of each, have nothing beside them; months do. */
Test(crossing, the_heat_table_tells_how_to_come_back_to_months)
{
    static const char *const keys[] = {"Ptt", "ttPt"};

    for (size_t i = 0; i < 2; i++) {
        struct arena arena = {0};
        struct app app;
        struct cells *cells = cells_new(&arena, 24, 80, &glyphs_unicode);
        const char *text = "";

        program_start(&app, "china-monthly-2023-2024.yaml", false);
        app_resize(&app, 24, 80);
        program_press(&app, keys[i]);
        app_draw(&app, cells, &arena);
        for (int row = 0; row < cells->rows; row++)
            text =
                arena_printf(&arena, "%s%s", text, cells_row_text(cells, row, &arena));
        cr_expect(strstr(text, "Here months stand year by year; t goes on until they "
                               "are shown."),
                  "%s", text);
        app_close(&app);
        arena_clear(&arena);
    }
}

/* 30 of 120, of which 30 of 40 in Asia. */
Test(crossing, a_share_is_of_the_flow_that_the_file_has)
{
    static const char text[] =
        "entrepot: 1\ntitle: One flow\nunit: {currency: USD, scale: 6}\n"
        "dimensions:\n  partner:\n    levels: [continent, country]\n    members:\n"
        "      - {code: AS, name: Asia, level: continent}\n"
        "      - {code: JP, name: Japan, level: country, parent: AS}\n"
        "      - {code: KR, name: Korea, level: country, parent: AS}\n"
        "      - {code: EU, name: Europe, level: continent}\n"
        "      - {code: DE, name: Germany, level: country, parent: EU}\n"
        "columns: [period, partner, exports]\nobservations:\n"
        "  - [2024, JP, 30]\n  - [2024, KR, 10]\n  - [2024, DE, 80]\n";
    char folder[] = "/tmp/entrepot-flow-XXXXXX";
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("flow.yaml", text, strlen(text));
    cr_assert_eq(app_load(&app, "flow.yaml"), LOAD_OK);
    expect_sentence(&app, "2", "Germany  Exports 80 USD mn; 66.7 % of exports");
    expect_sentence(&app, "j  ", "sum exports 40 USD mn; 33.3 % of exports");
    expect_sentence(&app, "v<Down><Enter>",
                    "Japan  Exports 30 USD mn; 75.0 % of the "
                    "exports of Asia");
    app_close(&app);
}
