/*
 * The path to balance: its arithmetic against figures computed elsewhere, the year it
 * starts from, and what the keys do.
 */
#include "core/query/path.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/app.h"
#include "tui/path_plan.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* China in 2024, in 100 million yuan. */
static const double EXPORTS = 254545;
static const double IMPORTS = 183923;

static struct path path_of(double exports_growth, double imports_growth)
{
    return (struct path){EXPORTS, IMPORTS, exports_growth, imports_growth};
}

Test(path, years_to_balance_are_those_of_the_formula)
{
    /* growth of exports, of imports, kind, years */
    static const struct {
        double exports;
        double imports;
        enum path_kind kind;
        double years;
    } cases[] = {
        {2, 5, PATH_MEETS, 11.2104},
        {0, 5, PATH_MEETS, 6.6604},
        {3, 6, PATH_MEETS, 11.3187},
        {2, 10, PATH_MEETS, 4.3037},
        {5, 5, PATH_NEVER, 0},
        {0, 0, PATH_NEVER, 0},
        {7.1, 2.3, PATH_WIDENS, -7.0870},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct path path = path_of(cases[i].exports, cases[i].imports);
        struct path_outcome outcome = path_outcome(&path);
        cr_expect_eq(outcome.kind, cases[i].kind, "case %zu", i);
        cr_expect_float_eq(outcome.years, cases[i].years, 5e-5, "case %zu: %.6f", i,
                           outcome.years);
    }
}

Test(path, import_growth_needed_is_that_of_the_formula)
{
    static const struct {
        double years;
        double needed;
    } cases[] = {{5, 9.917}, {10, 6.402}, {15, 5.256}, {20, 4.687}};
    struct path path = path_of(3, 0);

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct value needed = path_needed(&path, cases[i].years);
        cr_assert(value_is_number(needed));
        cr_expect_float_eq(needed.number, cases[i].needed, 5e-4);
        path.imports_growth = needed.number;
        cr_expect_float_eq(path_outcome(&path).years, cases[i].years, 1e-9);
        cr_expect_float_eq(path_at(&path, cases[i].years).gap, 0, 1e-9);
    }
}

Test(path, a_deficit_closes_when_exports_grow_faster)
{
    struct path path = {IMPORTS, EXPORTS, 5, 2};

    cr_expect_eq(path_outcome(&path).kind, PATH_MEETS);
    cr_expect_float_eq(path_outcome(&path).years, 11.2104, 5e-5);
    cr_expect_lt(path_at(&path, 11).balance, 0);
    cr_expect_gt(path_at(&path, 12).balance, 0);
    path = (struct path){IMPORTS, EXPORTS, 2, 5};
    cr_expect_eq(path_outcome(&path).kind, PATH_WIDENS);
}

Test(path, edges_have_an_answer_or_a_reason)
{
    struct path path = {100, 100, 3, 7};

    cr_expect_eq(path_outcome(&path).kind, PATH_BALANCED);
    path = (struct path){0, 100, 3, 7};
    cr_expect_eq(path_outcome(&path).kind, PATH_UNDEFINED);
    cr_expect_str_eq(path_outcome(&path).reason, "there are no exports");
    cr_expect_not(value_is_number(path_needed(&path, 5)));
    path = (struct path){100, -1, 3, 7};
    cr_expect_str_eq(path_outcome(&path).reason, "there are no imports");
    path = (struct path){100, 50, -100, 7};
    cr_expect_eq(path_outcome(&path).kind, PATH_UNDEFINED);
    path = (struct path){100, 50, 3, -150};
    cr_expect_eq(path_outcome(&path).kind, PATH_UNDEFINED);
    path = (struct path){100, NAN, 3, 7};
    cr_expect_eq(path_outcome(&path).kind, PATH_UNDEFINED);
    path = (struct path){100, 50, INFINITY, 7};
    cr_expect_eq(path_outcome(&path).kind, PATH_UNDEFINED);
    path = (struct path){100, 50, -99, -98};
    cr_expect_float_eq(path_outcome(&path).years, 1, 1e-9);
    path = path_of(2, 5);
    cr_expect_not(value_is_number(path_needed(&path, 0)));
}

Test(path, the_projection_starts_with_the_figures_and_knows_its_gap)
{
    struct path path = path_of(7.1, 8);

    cr_expect_float_eq(path_at(&path, 0).exports, EXPORTS, 1e-6);
    cr_expect_float_eq(path_at(&path, 0).balance, 70622, 1e-6);
    cr_expect_float_eq(path_at(&path, 0).gap, 16.1, 0.02);
    cr_expect_float_eq(path_at(&path, 1).imports, 183923 * 1.08, 1e-6);
    /* The surplus grows in money for years before it goes. */
    cr_expect_eq(path_outcome(&path).kind, PATH_MEETS);
    cr_expect_gt(path_peak(&path, 50), 10);
    path = path_of(2, 5);
    cr_expect_eq(path_peak(&path, 11), 0);
}

Test(path, the_grid_has_the_own_rates_and_round_ones)
{
    for (size_t rows = 0; rows <= PATH_RATES_MAX + 2; rows++)
        for (size_t cols = 0; cols <= PATH_RATES_MAX + 2; cols++) {
            static const double rates[] = {-99, -0.3, 0, 2, 7.1, 23244451.6};
            for (size_t i = 0; i < 36; i++) {
                struct path path = path_of(rates[i / 6], rates[i % 6]);
                struct path_grid grid = path_grid_new(&path, rows, cols);
                cr_assert_leq(grid.exports.count, rows);
                if (!rows || !cols)
                    continue;
                cr_assert_eq(grid.exports.rate[grid.exports.own], rates[i / 6]);
                cr_assert_eq(grid.imports.rate[grid.imports.own], rates[i % 6]);
                for (size_t k = 0; k < grid.imports.count; k++) {
                    cr_assert_gt(grid.imports.rate[k], -100);
                    cr_assert(!k || grid.imports.rate[k] > grid.imports.rate[k - 1]);
                }
                cr_assert_eq(
                    path_grid_outcome(&path, &grid, grid.exports.own, grid.imports.own)
                        .kind,
                    path_outcome(&path).kind);
            }
        }
}

/* The start for a file of periods, with the last period of the file as the limit. */
static struct path_start start_of(struct dataset *dataset, const char *yaml, int back,
                                  struct arena *arena)
{
    struct query query;

    sample_load(dataset, yaml);
    query = query_new(dataset);
    query.sort = (struct sort_key){.kind = SORT_FILE};
    return path_start_new(frame_new(dataset, &query, arena),
                          dataset->periods[dataset->period_count - 1], back);
}

Test(path_start, the_latest_year_with_both_figures)
{
    static const char yaml[] = "entrepot: 1\n"
                               "title: t\n"
                               "unit: {currency: CNY, scale: 8}\n"
                               "columns: [period, exports, imports]\n"
                               "observations:\n"
                               "  - [2021, 100, 80]\n"
                               "  - [2022, 110, 60]\n"
                               "  - [2023, ~, 90]\n"
                               "  - [2024, 130, ~]\n";
    struct arena arena = {0};
    struct dataset dataset;
    struct path_start start = start_of(&dataset, yaml, 0, &arena);

    cr_assert_null(start.reason);
    cr_expect_eq(start.year, 2022);
    cr_expect_eq(start.periods, 1);
    cr_expect_float_eq(start.exports, 110e8, 1);
    cr_expect_float_eq(start.exports_growth.number, 10, 1e-9);
    cr_expect_float_eq(start.imports_growth.number, -25, 1e-9);
    dataset_close(&dataset);
    start = start_of(&dataset, yaml, 1, &arena);
    cr_expect_eq(start.year, 2021);
    cr_expect_not(value_is_number(start.exports_growth));
    dataset_close(&dataset);
    start = start_of(&dataset, yaml, 9, &arena);
    cr_expect_eq(start.year, 2021);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(path_start, a_year_of_quarters_needs_all_four)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct path_start start = start_of(&dataset,
                                       "entrepot: 1\n"
                                       "title: t\n"
                                       "unit: {currency: CNY, scale: 8}\n"
                                       "columns: [period, exports, imports]\n"
                                       "observations:\n"
                                       "  - [2022-Q1, 10, 10]\n"
                                       "  - [2022-Q2, 10, 10]\n"
                                       "  - [2022-Q3, 10, 10]\n"
                                       "  - [2022-Q4, 10, 10]\n"
                                       "  - [2023-Q1, 11, 9]\n"
                                       "  - [2023-Q2, 11, 9]\n"
                                       "  - [2023-Q3, 11, 9]\n"
                                       "  - [2023-Q4, 11, 9]\n"
                                       "  - [2024-Q1, 20, 20]\n"
                                       "  - [2024-Q2, 20, 20]\n"
                                       "  - [2024-Q3, 20, 20]\n",
                                       0, &arena);

    cr_assert_null(start.reason);
    cr_expect_eq(start.year, 2023);
    cr_expect_eq(start.periods, 4);
    cr_expect_float_eq(start.exports, 44e8, 1);
    cr_expect_float_eq(start.exports_growth.number, 10, 1e-9);
    cr_expect_float_eq(start.imports_growth.number, -10, 1e-9);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(path_start, growth_across_a_break_is_not_known)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct path_start start =
        start_of(&dataset,
                 "entrepot: 1\n"
                 "title: t\n"
                 "unit: {currency: CNY, scale: 8}\n"
                 "columns: [period, exports, imports]\n"
                 "observations:\n"
                 "  - [2022-H1, 10, 10]\n"
                 "  - [2022-H2, 10, 10]\n"
                 "  - [2023-H1, 11, 9]\n"
                 "  - [2023-H2, 11, 9]\n"
                 "events: [{period: 2022-H2, title: t, break: [exports]}]\n",
                 0, &arena);

    cr_assert_null(start.reason);
    cr_expect_not(value_is_number(start.exports_growth));
    cr_expect_float_eq(start.imports_growth.number, -10, 1e-9);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(path_start, one_measure_makes_no_path)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct path_start start = start_of(&dataset,
                                       "entrepot: 1\n"
                                       "title: t\n"
                                       "unit: {currency: CNY, scale: 8}\n"
                                       "columns: [period, exports]\n"
                                       "observations:\n"
                                       "  - [2022, 10]\n",
                                       0, &arena);

    cr_assert_not_null(start.reason);
    cr_expect_not_null(strstr(start.reason, "needs exports and imports"));
    dataset_close(&dataset);
    arena_clear(&arena);
}

static struct cells *draw(const struct app *app, struct arena *arena)
{
    struct cells *cells = cells_new(arena, app->rows, app->cols, &glyphs_unicode);

    app_draw(app, cells, arena);
    return cells;
}

Test(path_view, starts_with_the_published_growth_of_the_latest_year)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "7");
    cr_expect(program_shows(
        &app, "The gap widens at +7.1 % exports and +2.3 % imports a year; "
              "by these rates they were equal 7.1 years before 2024."));
    cr_expect(program_shows(&app, "Arithmetic, not a forecast."));
    cr_expect(program_shows(&app, "+7.1 % in 2024, published"));
    app_close(&app);
}

Test(path_view, the_arrows_change_the_rates_and_the_year)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    /* 7.1 to 7.0 to 2.0; 2.3 to 2.5 to 5.0. */
    program_press(&app, "7<Left><PgDn><Down>llllll");
    cr_expect(program_shows(&app,
                            "At +2.0 % exports and +5.0 % imports a year they meet in "
                            "11.2 years, in 2036."));
    cr_expect(program_shows(&app, "2034   takes imports +5.4 % a year"));
    program_press(&app, "<Down><PgUp><Left>");
    cr_expect(program_shows(&app, "takes imports +4.4 % a year"));
    program_press(&app, "<Up><Up><Up><Home>");
    cr_expect(program_shows(&app, "The gap widens at +7.1 %"));
    cr_expect(program_shows(&app, "2034   takes imports"));
    cr_expect_eq(app.path.selected, 0);
    app_close(&app);
}

Test(path_view, rates_and_year_stop_at_their_ends)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "7");
    for (int i = 0; i < 300; i++)
        program_press(&app, "<PgDn>");
    cr_expect_eq(app.path.tenths[0], -990);
    for (int i = 0; i < 300; i++)
        program_press(&app, "<PgUp>");
    cr_expect_eq(app.path.tenths[0], 9990);
    program_press(&app, "<Down><Down>");
    for (int i = 0; i < 200; i++)
        program_press(&app, "<Left>");
    cr_expect_eq(app.path.target, 2025);
    for (int i = 0; i < 200; i++)
        program_press(&app, "<Right>");
    cr_expect_eq(app.path.target, 2124);
    app_close(&app);
}

Test(path_view, follows_what_the_lens_is_narrowed_to)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "/south korea<Enter><Enter>7");
    cr_expect(program_shows(&app, "deficit"));
    cr_expect(program_shows(&app, "The gap widens"));
    app_close(&app);
}

Test(path_view, months_are_a_year_when_all_twelve_are_there)
{
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    program_press(&app, "7");
    cr_expect(
        program_shows(&app, "2024, 12 months: exports 25,454.6, imports 18,392.3"));
    cr_expect(program_shows(&app, "+7.1 % in 2024, on 2023"));
    program_press(&app, "[");
    cr_expect(program_shows(&app, "2023, 12 months"));
    cr_expect(program_shows(&app, "not known, taken as 0"));
    program_press(&app, "[");
    cr_expect(program_shows(&app, "this is the first whole year"));
    program_press(&app, "]");
    cr_expect(program_shows(&app, "2024, 12 months"));
    program_press(&app, "]");
    cr_expect(program_shows(&app, "this is the last whole year"));
    app_close(&app);
}

Test(path_view, says_why_there_is_no_path)
{
    struct app app;

    program_start(&app, "ciie.yaml", false);
    program_press(&app, "7<Right><Down><PgUp><Home>[");
    cr_expect(
        program_shows(&app, "There is no path to balance: a path needs exports and "));
    app_close(&app);
}

Test(path_view, another_dataset_starts_with_its_own_rates)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "7<Right>r");
    cr_expect(app.path.is_set[0], "read again is no other dataset");
    cr_expect_eq(app_load(&app, app.file), LOAD_OK);
    program_press(&app, "7");
    cr_expect_not(app.path.is_set[0]);
    app_close(&app);
}

Test(path_view, golden_when_the_two_meet)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}, {40, 44}};
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "7<Left><PgDn><Down>llllll");
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        struct arena arena = {0};
        app_resize(&app, sizes[i][0], sizes[i][1]);
        cr_expect(
            golden_check(draw(&app, &arena), arena_printf(&arena, "path-meets-%dx%d",
                                                          sizes[i][1], sizes[i][0])));
        arena_clear(&arena);
    }
    app_close(&app);
}

Test(path_print, has_a_fact_a_line)
{
    static const char *const lines[] = {
        "\nstart: 2024\n",
        "\nexports: 25,454.5 CNY bn\n",
        "\nbalance: +7,062.3 CNY bn\n",
        "\ngap: 16.1 % of trade\n",
        "\nexport growth: +2.0 % a year (chosen; published: +7.1 %)\n",
        "\nyears to balance: 11.2105\n",
        "\nimport growth needed to balance in 5 years, by 2029: +8.8",
        "\nnote: arithmetic, not a forecast\n",
        "\ngrid: years to balance; ",
        "   widens",
    };
    struct app app;
    char text[8192] = "";
    FILE *out = tmpfile();
    size_t length;

    cr_assert_not_null(out);
    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "7<Left><PgDn><Down>llllll");
    cr_assert(path_print(&app, out));
    rewind(out);
    length = fread(text, 1, sizeof(text) - 1, out);
    text[length] = '\0';
    fclose(out);
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
        cr_expect_not_null(strstr(text, lines[i]), "%s in:\n%s", lines[i], text);
    app_close(&app);
}
