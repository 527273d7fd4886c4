/*
 * The screens in Chinese: golden ones of every view, the help, lists and prompts, every
 * size, and no English left where all is translated.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/model/period.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/app.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <string.h>

static void start(struct app *app, const char *name)
{
    program_start(app, name, false);
    app->dataset.path = name;
    app_speak(app, "zh");
    app_refresh(app);
}

static struct cells *draw(struct app *app, struct arena *arena, int rows, int cols)
{
    struct cells *cells;

    app_resize(app, rows, cols);
    cells = cells_new(arena, rows, cols, &glyphs_unicode);
    app_draw(app, cells, arena);
    return cells;
}

static void check(struct app *app, const char *name)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}};

    for (size_t s = 0; s < 2; s++) {
        struct arena arena = {0};

        cr_expect(golden_check(
            draw(app, &arena, sizes[s][0], sizes[s][1]),
            arena_printf(&arena, "zh/%s-%dx%d", name, sizes[s][1], sizes[s][0])));
        arena_clear(&arena);
    }
}

static void check_views(const char *file, const char *name)
{
    struct arena arena = {0};
    struct app app;

    start(&app, file);
    for (int view = 0; view < VIEW_COUNT; view++) {
        app.view = (enum view)view;
        check(&app, arena_printf(&arena, "%s-%s", view_ops(app.view)->name, name));
    }
    app_close(&app);
    arena_clear(&arena);
}

Test(translated, golden_partners)
{
    check_views("china-partners-2024.yaml", "partners");
}

Test(translated, golden_months)
{
    check_views("china-monthly-2023-2024.yaml", "months");
}

Test(translated, golden_help_lists_and_prompts)
{
    static const char *const screens[][2] = {
        {"?", "help"},
        {":", "palette"},
        {"C", "columns"},
        {"i", "record"},
        {"s", "sort"},
        {"c", "unit"},
        {"y", "copy"},
        {"e", "export"},
        {"f出口>", "filter-unfinished"},
        {"fasia exports>1000", "filter"},
        {"/zz", "find"},
        {"fzzz<Enter>", "empty"},
        {"d", "audit"},
    };

    for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
        struct app app;

        start(&app, "china-partners-2024.yaml");
        program_press(&app, screens[i][0]);
        check(&app, screens[i][1]);
        app_close(&app);
    }
}

/* Wide characters come in pairs, and nothing is drawn over half of one. */
Test(translated, wide_characters_are_whole_at_every_size)
{
    struct app app;

    start(&app, "china-partners-2024.yaml");
    for (int view = 0; view < VIEW_COUNT; view++)
        for (int rows = 0; rows <= 40; rows += 8)
            for (int cols = 0; cols <= 140; cols += cols < 42 ? 3 : 13) {
                struct arena arena = {0};
                const struct cells *cells;

                app.view = (enum view)view;
                cells = draw(&app, &arena, rows, cols);
                for (int i = 0; i < rows * cols; i++) {
                    bool is_wide = cells->cell[i].width == 2;
                    bool is_second = cells->cell[i].width == 0;

                    cr_assert(!is_wide ||
                              (i % cols + 1 < cols && cells->cell[i + 1].width == 0));
                    cr_assert(!is_second ||
                              (i % cols > 0 && cells->cell[i - 1].width == 2));
                }
                arena_clear(&arena);
            }
    app_close(&app);
}

/* What a Chinese analyst must not meet: words of English, other than the names of keys
 * and the second column of names. */
Test(translated, the_overview_is_wholly_in_chinese)
{
    struct arena arena = {0};
    struct app app;
    struct cells *cells;

    start(&app, "china-partners-2024.yaml");
    cells = draw(&app, &arena, 24, 80);
    for (int row = 0; row < cells->rows; row++) {
        const char *text = cells_row_text(cells, row, &arena);
        size_t letters = 0;

        for (const char *at = text; *at; at++) {
            letters = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')
                          ? letters + 1
                          : 0;
            cr_expect(letters < 2 || strncmp(at - 1, "Tab", 2) == 0 ||
                          strncmp(at - 2, "Tab", 3) == 0 ||
                          strncmp(at - 1, "PR", 2) == 0,
                      "row %d: %s", row, text);
        }
    }
    app_close(&app);
    arena_clear(&arena);
}

static const char *words(const char *period, char out[PERIOD_SHOWN_MAX])
{
    struct period first;
    struct period last;

    cr_assert(period_read_range(period, strlen(period), &first, &last));
    return period_words(out, period_join(first, last));
}

/* Dates as Chinese statistics write them. */
Test(translated, periods_have_chinese_words)
{
    char out[PERIOD_SHOWN_MAX];

    translate_use("zh");
    cr_expect_str_eq(words("2024", out), "2024年");
    cr_expect_str_eq(words("2024-07", out), "2024年7月");
    cr_expect_str_eq(words("2024-Q3", out), "2024年第三季度");
    cr_expect_str_eq(words("2024-H1", out), "2024年上半年");
    cr_expect_str_eq(words("2024-W27", out), "2024年第27周");
    cr_expect_str_eq(words("2024-07-15", out), "2024年7月15日");
    cr_expect_str_eq(words("2024-01..02", out), "2024年1月至2月");
    cr_expect_str_eq(words("2023-11..2024-02", out), "2023年11月至2024年2月");
    cr_expect_str_eq(words("2020..2024", out), "2020年至2024年");
    translate_use("en");
    cr_expect_str_eq(words("2024-01..02", out), "2024-01..02");
    cr_expect_str_eq(words("2024-Q1..Q3", out), "2024-Q1..Q3");
    cr_expect_str_eq(words("2024-07-15..20", out), "2024-07-15..20");
}

/* Chinese has no blanks to break at; a line does not begin with a comma. */
Test(translated, lines_break_beside_wide_characters)
{
    cr_expect_eq(text_break("出口和进口", 6), strlen("出口和"));
    cr_expect_eq(text_break("出口和进口", 7), strlen("出口和"));
    cr_expect_eq(text_break("出口，进口", 4), strlen("出"));
    cr_expect_eq(text_break("USD 出口", 6), strlen("USD 出"));
    cr_expect_eq(text_break("one two", 5), strlen("one"));
}

Test(translated, key_a_goes_through_the_languages)
{
    struct app app;

    start(&app, "china-partners-2024.yaml");
    program_press(&app, "a");
    cr_expect_str_eq(app.language, "en");
    cr_expect_str_eq(app.frame->noun, "partners");
    program_press(&app, "a");
    cr_expect_str_eq(app.language, "zh");
    cr_expect_str_eq(app.frame->noun, "贸易伙伴");
    app_close(&app);
}

/* What fills the formats stays as it is; English is what they are written in. */
Test(translated, diagnostics_are_translated_as_they_are_made)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    const struct source_pos at = {"a.csv", 3, 1};

    translate_use("zh");
    diag_warning(&diags, at, "row left out: it has %zu fields, the head has %zu",
                 (size_t)3, (size_t)5);
    cr_expect_str_eq(diags.last->message, "舍去该行：有 3 个字段，表头有 5 个");
    diag_error(&diags, at, "%zu of %zu rows were left out", (size_t)1, (size_t)3);
    cr_expect_str_eq(diags.last->message, "3 行中舍去 1 行");
    translate_use("en");
    diag_error(&diags, at, "the file is empty");
    cr_expect_str_eq(diags.last->message, "the file is empty");
    arena_clear(&arena);
}

/* The command line has English words; rows are named in the reader's language. */
Test(translated, words_of_the_command_line_stay)
{
    struct app app;

    start(&app, "china-monthly-2023-2024.yaml");
    cr_expect_str_eq(frequency_noun(FREQUENCY_MONTH), "month");
    cr_expect_str_eq(app.frame->noun, "月份");
    app_close(&app);
}
