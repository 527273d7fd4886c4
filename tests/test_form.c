/*
 * The forms of the trend, its log scale, and the part of the time that it shows.
 *
 * Average growths are those of DOMAIN's oracle for the World Bank's series, computed
 * there from the published figures; indices and shares are computed here by hand.
 */
#include "tests/files.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/app.h"
#include "tui/columns.h"
#include "tui/form.h"
#include "tui/lens.h"
#include "tui/plain.h"
#include "tui/show.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void press(struct app *app, const char *keys)
{
    program_press(app, keys);
}

static struct show show_of(const struct app *app, struct arena *arena)
{
    return show_new(app->trend, &glyphs_ascii, arena);
}

static const char *sentence(const struct app *app, struct arena *arena)
{
    struct show show = show_of(app, arena);

    return form_sentence(app, 200, &show);
}

static const char *title(const struct app *app, struct arena *arena)
{
    struct show show = show_of(app, arena);

    return form_title(app, &show);
}

static const char *screen(const struct app *app, struct arena *arena)
{
    struct cells *cells = cells_new(arena, app->rows, app->cols, &glyphs_unicode);
    const char *text = "";

    app_draw(app, cells, arena);
    for (int row = 0; row < cells->rows; row++)
        text = arena_printf(arena, "%s%s\n", text, cells_row_text(cells, row, arena));
    return text;
}

/* Average growth in the trend's last row, in percent. */
static double average(const struct app *app, size_t measure)
{
    const struct frame *trend = app->trend;
    const struct frame_row *last = &trend->rows[trend->row_count - 1];

    return frame_value(trend, last,
                       (struct column_spec){INDICATOR_GROWTH_AVERAGE, measure})
        .number;
}

Test(form, average_growth_is_that_of_the_range_on_screen)
{
    static const struct {
        const char *from;
        double exports;
        double imports;
    } cases[] = {{"1978", 13.6458, 12.5748},
                 {"2001", 11.9600, 10.8203},
                 {"2019", 7.4308, 4.4773}};
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};

        press(&app, arena_printf(&arena, "4\\%s<Enter>z", cases[i].from));
        cr_expect_float_eq(average(&app, app.trend->exports), cases[i].exports, 5e-5);
        cr_expect_float_eq(average(&app, app.trend->imports), cases[i].imports, 5e-5);
        cr_expect(
            strstr(sentence(&app, &arena),
                   arena_printf(&arena, "CAGR %s-2024: X +%.1f %%, M +%.1f %%",
                                cases[i].from, cases[i].exports, cases[i].imports)));
        press(&app, "u");
        arena_clear(&arena);
    }
    app_close(&app);
}

Test(form, zoom_narrows_from_here_and_up_to_here_and_is_undone)
{
    struct app app;
    struct arena arena = {0};

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4\\1990<Enter>z");
    cr_expect_str_eq(app.trend->rows[0].name, "1990");
    cr_expect_eq(app.trended, 0, "the cursor stays on its year");
    press(&app, "\\2010<Enter>Z");
    cr_expect_eq(app.trend->row_count, 21);
    cr_expect_str_eq(app.trend->rows[app.trended].name, "2010");
    cr_expect(strstr(screen(&app, &arena), " 1990–2010 of 1960–2024 "));
    /* Rows by period are the same part of the time. */
    press(&app, "2");
    cr_expect_eq(app.frame->row_count, 21);
    press(&app, "4uu");
    cr_expect_eq(app.trend->row_count, 65);
    app_close(&app);
    arena_clear(&arena);
}

Test(form, zoom_at_an_end_of_the_range_widens_it_again)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4\\1990<Enter>z\\2010<Enter>Z");
    press(&app, "Z");
    cr_expect_str_eq(app.trend->rows[app.trend->row_count - 1].name, "2024");
    cr_expect_str_eq(app.trend->rows[app.trended].name, "2010");
    press(&app, "<Home>z");
    cr_expect_eq(app.trend->row_count, 65);
    cr_expect_str_eq(app.trend->rows[app.trended].name, "1990");
    cr_expect_not(app.lens.stretch.is_set);
    press(&app, "<Home>z");
    cr_expect(*app.message, "nothing to narrow is said");
    app_close(&app);
}

Test(form, a_jump_outside_of_the_range_shows_all_of_it_again)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4\\1990<Enter>z\\1975<Enter>");
    cr_expect_str_eq(app.trend->rows[app.trended].name, "1975");
    app_close(&app);
}

/* Exports were 249.203 bn in 2000 and 3,576.765 in 2024 (WDI). */
Test(form, an_index_begins_with_the_first_period_on_screen)
{
    struct app app;
    struct arena arena = {0};
    const struct frame_row *last;

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4%%\\2000<Enter>z<End>");
    last = &app.trend->rows[app.trend->row_count - 1];
    cr_expect_eq(form_shown(&app), FORM_INDEX);
    cr_expect_float_eq(form_value(&app, last, app.trend->exports).number,
                       100 * 3576.765 / 249.203, 0.05);
    cr_expect_str_eq(title(&app, &arena), "Exports and imports, index (2000 = 100)");
    cr_expect(strstr(sentence(&app, &arena), "exports 1,435.3, imports "));
    cr_expect(strstr(sentence(&app, &arena), ", index (2000 = 100); surplus 989.5"));
    app_close(&app);
    arena_clear(&arena);
}

/* The file has imports since 1960, but exports since 1969. */
Test(form, series_that_begin_apart_have_one_base)
{
    struct app app;
    struct arena arena = {0};

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4%%");
    cr_expect_str_eq(title(&app, &arena), "Exports and imports, index (1969 = 100)");
    app_close(&app);
    arena_clear(&arena);
}

Test(form, growth_is_of_both_flows_and_keeps_the_balance_in_its_unit)
{
    struct app app;
    struct arena arena = {0};

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4%\\2009<Enter>");
    cr_expect_str_eq(title(&app, &arena),
                     "Exports and imports, growth on the year before, in USD, %");
    cr_expect(strstr(sentence(&app, &arena),
                     "2009  exports -16.0 %, imports -11.2 % on the year before"));
    cr_expect(strstr(screen(&app, &arena), "Balance, USD bn"));
    cr_expect(strstr(screen(&app, &arena), "◂ +989.5"));
    app_close(&app);
    arena_clear(&arena);
}

static const char parts[] = "entrepot: 1\n"
                            "title: Parts\n"
                            "unit: {currency: USD, scale: 6}\n"
                            "dimensions:\n"
                            "  partner:\n"
                            "    levels: [world, country]\n"
                            "    members:\n"
                            "      - {code: W, level: world, name: World}\n"
                            "      - {code: A, parent: W, name: Alfa}\n"
                            "      - {code: B, parent: W, name: Bravo}\n"
                            "columns: [period, partner, exports, imports]\n"
                            "observations:\n"
                            "  - [2021, W, 200, 100]\n"
                            "  - [2021, A, 50, 0]\n"
                            "  - [2021, B, 150, 100]\n"
                            "  - [2022, W, 400, 100]\n"
                            "  - [2022, A, 50, 25]\n"
                            "  - [2022, B, 350, 75]\n"
                            "  - [2023, W, ~, 100]\n"
                            "  - [2023, A, 60, 30]\n"
                            "  - [2023, B, ~, 70]\n";

/* The file of parts, looking at Alfa alone. */
static void open_alfa(struct app *app, const char *text)
{
    char path[] = "/tmp/entrepot-form-XXXXXX";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    int file = mkstemp(path);

    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    app_open(app, &catalog, &look, "en");
    app_resize(app, 35, 120);
    cr_assert_eq(app_load(app, path), LOAD_OK);
    unlink(path);
    press(app, "2/Alfa<Enter><Enter>4");
}

Test(form, a_share_is_of_the_whole_in_the_same_period)
{
    struct app app;
    struct arena arena = {0};
    const struct frame *trend;

    open_alfa(&app, parts);
    press(&app, "%%%");
    trend = app.trend;
    cr_expect_eq(form_shown(&app), FORM_SHARE);
    cr_expect_str_eq(title(&app, &arena), "Exports and imports, share of World, %");
    cr_expect_float_eq(form_value(&app, &trend->rows[0], trend->exports).number, 25,
                       1e-12);
    cr_expect_float_eq(form_value(&app, &trend->rows[0], trend->imports).number, 0,
                       1e-12);
    cr_expect_float_eq(form_value(&app, &trend->rows[1], trend->exports).number, 12.5,
                       1e-12);
    cr_expect_not(value_is_number(form_value(&app, &trend->rows[2], trend->exports)),
                  "of a whole that is missing there is no share");
    press(&app, "%");
    cr_expect_eq(form_shown(&app), FORM_LEVEL);
    app_close(&app);
    arena_clear(&arena);
}

Test(form, what_is_not_narrowed_has_no_share)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4%%%");
    cr_expect_eq(form_shown(&app), FORM_LEVEL);
    app_close(&app);
}

Test(form, a_log_scale_is_marked_and_refused_where_it_cannot_be)
{
    static const struct {
        const char *keys;
        const char *refusal;
    } cases[] = {
        {"4%L", "growth can be zero or less, which has no place on a log scale"},
        {"4xxxL", "a balance can be zero or less, which has no place on a log scale"},
        {"4mcover<Enter>L", "a log scale is for exports, imports and other measures"},
        {"3L", "bars start at zero, which a log scale lacks; the trend (4) can be on "
               "one"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct app app;

        program_start(&app, "china-annual-usd.yaml", false);
        press(&app, cases[i].keys);
        cr_expect_not(app.lens.has_log, "%s", cases[i].keys);
        cr_expect_str_eq(app.message, cases[i].refusal);
        app_close(&app);
    }
}

Test(form, a_log_scale_gives_way_where_it_cannot_be_and_comes_back)
{
    struct app app;
    struct arena arena = {0};

    program_start(&app, "china-annual-usd.yaml", false);
    press(&app, "4L");
    cr_expect(strstr(screen(&app, &arena), " log scale  1960–2024 "));
    cr_expect(strstr(screen(&app, &arena), "Balance, USD bn, linear scale"));
    press(&app, "%");
    cr_expect_not(strstr(screen(&app, &arena), "log scale"));
    press(&app, "%");
    cr_expect(strstr(screen(&app, &arena), " log scale  1960–2024 "));
    press(&app, "L");
    cr_expect_not(strstr(screen(&app, &arena), "log scale"));
    app_close(&app);
    arena_clear(&arena);
}

/* Imports of 2021 are zero, exports of all partners in 2023 are missing. */
Test(form, zero_and_missing_are_told_apart_at_the_foot_of_a_log_scale)
{
    struct app app;
    struct arena arena = {0};

    open_alfa(&app, parts);
    press(&app, "L");
    cr_expect(app.lens.has_log);
    cr_expect(strstr(screen(&app, &arena), "┈0┈") ||
              strstr(screen(&app, &arena), " 0 "));
    app_close(&app);
    arena_clear(&arena);
}

static const char *plain_of(const char *keys)
{
    static char text[1 << 16];
    struct app app;
    FILE *out = fmemopen(text, sizeof(text), "w");

    program_start(&app, "china-annual-usd.yaml", true);
    press(&app, keys);
    plain_print(&app, out);
    fclose(out);
    app_close(&app);
    return text;
}

Test(form, plain_says_the_form_of_every_period)
{
    const char *text = plain_of("4%%L\\2000<Enter>z");

    cr_expect(strstr(text, "\naverage growth: CAGR 2000-2024: X +11.7 %, M +10.7 %\n"));
    cr_expect(strstr(text, "\nscale: log\n"));
    cr_expect(strstr(text, "\n2024, exports, index (2000 = 100): 1,435.3\n"));
    cr_expect_not(strstr(text, "\n1999, "));
    cr_expect(strstr(plain_of("4%"),
                     "\n2009, exports, growth on the year before, in USD: -16.0 %\n"));
}

/* By hand: 2018 on 2016 is 200 / 50 for A, so 400 and +100 % a year over two years; on
 * 2015 it is 200 / 10, which is 2000 and more. Exports begin in 2016 and imports a year
 * before: on 2016 exports of both are 250 / 100, imports 24 / 8. */
static const char based[] =
    "entrepot: 1\ntitle: Bases\nunit: {currency: USD, scale: 6}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "  - [2015, A, 10, 2]\n  - [2016, A, 50, 4]\n  - [2017, A, 90, 6]\n"
    "  - [2018, A, 200, 12]\n  - [2016, B, 50, 4]\n  - [2017, B, 50, 6]\n"
    "  - [2018, B, 50, 12]\n  - [2015, B, 5, 2]\n";
static const char later[] =
    "entrepot: 1\ntitle: Bases\nunit: {currency: USD, scale: 6}\n"
    "columns: [period, exports, imports]\nobservations:\n"
    "  - [2015, ~, 4]\n  - [2016, 100, 8]\n  - [2017, 140, 12]\n"
    "  - [2018, 250, 24]\n";

static void start_text(struct app *app, const char *text)
{
    char folder[] = "/tmp/entrepot-base-XXXXXX";

    program_start(app, "china-annual-usd.yaml", false);
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("t.yaml", text, strlen(text));
    cr_assert_eq(app_load(app, "t.yaml"), LOAD_OK);
}

static double figure_of_a(const struct app *app, enum indicator indicator)
{
    const struct frame_row *row = sample_row(app->frame, "A");

    return frame_value(app->frame, row, (struct column_spec){indicator, 0}).number;
}

Test(form, averages_and_indices_of_rows_begin_where_the_trend_does)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct app app;
    size_t column;

    start_text(&app, based);
    cr_assert(
        columns_read(&app, "exports,exports-index,exports-average-growth", &diags));
    app_refresh(&app);
    cr_expect_float_eq(figure_of_a(&app, INDICATOR_INDEX), 2000, 1e-9);
    press(&app, "4\\2016<Enter>z2]]");
    cr_expect_float_eq(figure_of_a(&app, INDICATOR_INDEX), 400, 1e-9);
    cr_expect_float_eq(figure_of_a(&app, INDICATOR_GROWTH_AVERAGE), 100, 1e-9);
    column = frame_column(app.frame, (struct column_spec){INDICATOR_INDEX, 0});
    cr_expect_str_eq(app.frame->columns[column].head, "X index from 2016");
    app_close(&app);
    arena_clear(&arena);
}

Test(form, two_indices_have_one_base)
{
    struct arena arena = {0};
    struct app app;

    start_text(&app, later);
    press(&app, "4%%");
    cr_expect_str_eq(title(&app, &arena), "Exports and imports, index (2016 = 100)");
    cr_expect(strstr(sentence(&app, &arena), "exports 250.0, imports 300.0"), "%s",
              sentence(&app, &arena));
    app_close(&app);
    arena_clear(&arena);
}
