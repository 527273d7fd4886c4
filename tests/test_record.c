/*
 * Where a number comes from: every screen's numbers open a record.
 */
#include "core/query/record.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/record.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The line of a bundled file that begins like this, counted here. */
static size_t line_of(const char *name, const char *beginning)
{
    struct arena arena = {0};
    FILE *file =
        fopen(files_path(&arena, arena_printf(&arena, "datasets/%s", name)), "r");
    char text[4096];
    size_t line = 0;
    size_t found = 0;

    cr_assert_not_null(file);
    while (!found && fgets(text, sizeof(text), file)) {
        line++;
        if (strncmp(text, beginning, strlen(beginning)) == 0)
            found = line;
    }
    fclose(file);
    arena_clear(&arena);
    cr_assert_gt(found, 0, "%s", beginning);
    return found;
}

static bool shows_line(const struct app *app, const char *name, const char *beginning)
{
    char text[128];

    snprintf(text, sizeof(text), "%s:%zu", name, line_of(name, beginning));
    return program_shows(app, text);
}

#define PARTNERS "china-partners-2024.yaml"

Test(record, of_a_row_names_file_and_line)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "2i");
    cr_expect(program_shows(&app, "Record 1 of 4: United States, 2024"));
    cr_expect(program_shows(&app, "3,733,722,280,000 CNY"));
    cr_expect(shows_line(&app, PARTNERS, "  - [2024, USA,"));
    cr_expect(program_shows(&app, "= 3,733,722,280,000 - 1,164,060,880,000"));
    cr_expect(program_shows(&app, "the total is that of World, as published"));
    app_close(&app);
}

/* A path longer than the screen does not tear a place asunder. */
Test(record, of_a_file_far_away_names_it_by_its_name)
{
    struct app app;
    struct arena arena = {0};
    const char *path = PARTNERS;

    for (size_t i = 0; i < 40; i++)
        path = arena_printf(&arena, "./%s", path);
    program_start(&app, path, false);
    program_press(&app, "2i");
    cr_expect(shows_line(&app, PARTNERS, "  - [2024, USA,"));
    arena_clear(&arena);
    app_close(&app);
}

Test(record, tab_goes_on_to_the_total_the_concentration_and_the_dataset)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "2i<Tab>");
    cr_expect(program_shows(&app, "Record 2 of 4: World, 2024"));
    cr_expect(shows_line(&app, PARTNERS, "  - [2024, TOTAL,"));
    program_press(&app, "<Tab>");
    cr_expect(program_shows(&app, "exports 443.8"));
    cr_expect(program_shows(&app, "10,000 H"));
    program_press(&app, "<Tab>");
    cr_expect(program_shows(&app, "China: goods trade by partner, 2024"));
    cr_expect(program_shows(&app, "General Administration of Customs of China"));
    program_press(&app, "<Tab>");
    cr_expect(program_shows(&app, "United States, 2024"));
    program_press(&app, "<S-Tab>");
    cr_expect(program_shows(&app, "Record 4 of 4: the dataset"));
    app_close(&app);
}

Test(record, of_the_sum_under_a_filter_says_of_how_many)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "2fnetherlands<Enter>i<Tab><Tab>");
    cr_expect(program_shows(&app, "the sum of the 1 row shown"));
    app_close(&app);
}

/* 2024: exports 254,545, growth published; the path says both and the formula. */
Test(record, of_the_path_has_the_numbers_put_in)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "7i");
    cr_expect(program_shows(&app, "the path to balance"));
    cr_expect(program_shows(&app, "25,454,537,240,000"));
    cr_expect(program_shows(&app, "t = ln(X / M) / ln((1 + gm) / (1 + gx))"));
    cr_expect(program_shows(&app, "7.1, published"));
    app_close(&app);
}

Test(record, of_facts_names_their_lines)
{
    struct app app;

    program_start(&app, "import-export-balance.yaml", false);
    program_press(&app, "6i");
    cr_expect(program_shows(&app, "stated by the publisher"));
    cr_expect(program_shows(&app, "import-export-balance.yaml:"));
    app_close(&app);
}

Test(record, opens_in_the_gallery_the_audit_and_every_view)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "di");
    cr_expect(program_shows(&app, "Record 1 of 2: "));
    cr_expect(program_shows(&app, "what to do"));
    program_press(&app, "<Esc><Backspace>oi");
    cr_expect(program_shows(&app, "Record: "));
    cr_expect(program_shows(&app, "publisher"));
    program_press(&app, "<Esc><Enter>");
    for (int view = 0; view < VIEW_COUNT; view++) {
        app.view = (enum view)view;
        program_press(&app, "i");
        cr_expect(app.record_is_open, "%s", view_ops(app.view)->name);
        cr_expect(program_shows(&app, "Record 1 of "), "%s", view_ops(app.view)->name);
        program_press(&app, "<Esc>");
    }
    app_close(&app);
}

Test(record, of_two_rows_side_by_side_has_both)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "8/viet<Enter>i");
    cr_expect(program_shows(&app, "Vietnam, 2024"));
    program_press(&app, "<Tab>");
    cr_expect(program_shows(&app, "United States, 2024"));
    app_close(&app);
}

/* GACC, 100 million yuan: the twelve months up to 2024-12 are 254,546 in all; the year
 * before December 2024, 21,729, was in the file as well. */
Test(record, of_rolling_months_and_growth_lists_what_went_in)
{
    static const struct column_spec rolling = {INDICATOR_ROLLING, 0};
    static const struct column_spec growth = {INDICATOR_GROWTH, 0};
    struct operand operands[OPERAND_MAX];
    struct dataset dataset;
    struct arena arena = {0};
    struct query query;
    struct frame *frame;
    double sum = 0;
    size_t count;

    sample_bundled(&dataset, "china-monthly-2023-2024.yaml");
    query = query_new(&dataset);
    query.columns = &rolling;
    query.column_count = 1;
    frame = frame_new(&dataset, &query, &arena);
    count = record_operands(frame, &frame->rows[0], rolling, operands, &arena);
    cr_assert_eq(count, 12);
    for (size_t i = 0; i < count; i++)
        sum += operands[i].value.number;
    cr_expect_float_eq(sum / 1e8, 254546, 0.5);
    cr_expect_str_eq(operands[1].name, "x of 2024-01");
    count = record_operands(frame, &frame->rows[0], growth, operands, &arena);
    cr_assert_eq(count, 2);
    cr_expect_str_eq(operands[1].name, "x of the year before, 2023-12");
    cr_expect_float_eq(operands[1].value.number / 1e8, 21729, 0.5);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(record, is_drawn_at_every_size)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    program_press(&app, "2i");
    for (int rows = 0; rows < 40; rows += 3)
        for (int cols = 0; cols < 130; cols += 7) {
            app_resize(&app, rows, cols);
            program_press(&app, "<Tab>");
            cr_expect_lt(record_scroll(&app), 100000u);
            program_shows(&app, "");
        }
    app_close(&app);
}

/* Where every row has a classification, each is told once, with how many have it and
 * from when to when; of a few rows each is told by itself. */
Test(record, a_text_that_many_figures_have_is_told_once)
{
    struct arena arena = {0};
    char path[] = "/tmp/entrepot-record-XXXXXX";
    int file = mkstemp(path);
    struct app app;
    const char *text = "period,partner,exports_usd,vintage\n";

    cr_assert_neq(file, -1);
    close(file);
    for (int year = 1950; year < 2010; year++)
        text = arena_printf(&arena, "%s%d,CHN,5,%s\n", text, year,
                            year < 1990 ? "H3" : "H4");
    files_write(path, text, strlen(text));
    program_start(&app, PARTNERS, false);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    app_resize(&app, 60, 100);
    program_press(&app, "6");
    cr_expect(program_shows(&app, "H3  1950 to 1989, 40 observations"));
    cr_expect(program_shows(&app, "H4  1990 to 2009, 20 observations"));
    cr_expect_not(program_shows(&app, "1950  H3"));
    files_write(path, text, strlen("period,partner,exports_usd,vintage\n") + 30);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    program_press(&app, "6");
    cr_expect(program_shows(&app, "1950  H3"));
    unlink(path);
    app_close(&app);
    arena_clear(&arena);
}
