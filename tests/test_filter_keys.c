/*
 * Filter, sort and marks as a person uses them, key by key.
 */
#include "core/export/export.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/lens.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The row of the screen that has the text, or NULL. */
static void start(struct app *app, const char *name, bool is_ascii)
{
    program_start(app, name, is_ascii);
    app->dataset.path = name;
}

Test(filter_keys, what_is_typed_acts_at_once_and_never_empties_the_screen)
{
    static const char typed[] = "fregion:Asia exports > 100";
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2");
    for (size_t i = 0; i + 1 < sizeof(typed); i++) {
        char key[2] = {typed[i], '\0'};
        program_press(&app, key);
        cr_expect_gt(app.frame->row_count, 0, "after %.*s", (int)i + 1, typed);
    }
    cr_expect_eq(app.frame->row_count, 21);
    program_press(&app, "<Enter>");
    cr_expect(program_shows(&app, "21 of 252 partners"));
    program_press(&app, "u");
    cr_expect_eq(app.frame->matched_count, 252);
    cr_expect_str_eq(app.lens.filter, "");
    app_close(&app);
}

Test(filter_keys, a_mistake_is_said_while_it_is_typed)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fexpots > 5");
    cr_expect(program_shows(&app, "unknown column 'expots'; did you mean 'exports'?"));
    program_press(&app, "<C-u>exports >");
    cr_expect(program_shows(&app, "ignored so far: 'exports >' lacks a number"));
    app_close(&app);
}

Test(filter_keys, X_drops_the_last_term_F_all_and_undo_brings_them_back)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fasia<Enter>fexports > 100<Enter>");
    cr_expect_str_eq(app.lens.filter, "asia exports > 100");
    program_press(&app, "X");
    cr_expect_str_eq(app.lens.filter, "asia");
    cr_expect_eq(app.frame->row_count, 52);
    program_press(&app, "u");
    cr_expect_str_eq(app.lens.filter, "asia exports > 100");
    program_press(&app, "F");
    cr_expect_str_eq(app.lens.filter, "");
    program_press(&app, "uu");
    cr_expect_str_eq(app.lens.filter, "asia");
    program_press(&app, "XX");
    cr_expect(program_shows(&app, "there is no filter to drop"));
    app_close(&app);
}

/* Germany is in Europe and in the EU; 27 of the file's lines are of the EU. */
Test(filter_keys, star_keeps_what_is_like_the_selected_row)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2/germany<Enter>*");
    cr_expect_str_eq(app.lens.filter, "continent:Europe");
    cr_expect_eq(app.frame->row_count, 51);
    cr_expect_str_eq(app.frame->rows[app.selected].code, "DEU");
    program_press(&app, "*");
    cr_expect_str_eq(app.lens.filter, "continent:Europe group:\"European Union\"");
    cr_expect_eq(app.frame->row_count, 26);
    program_press(&app, "*");
    cr_expect(program_shows(&app, "nothing more in common"));
    program_press(&app, "uu");
    cr_expect_str_eq(app.lens.filter, "");
    app_close(&app);
}

Test(filter_keys, star_on_a_month_keeps_its_year)
{
    struct app app;

    start(&app, "china-monthly-2023-2024.yaml", false);
    while (app.frame->query.rows != ROWS_PERIOD)
        program_press(&app, "p");
    program_press(&app, "2*");
    cr_expect_str_eq(app.lens.filter, "period:2024");
    cr_expect_eq(app.frame->row_count, 12);
    app_close(&app);
}

Test(filter_keys, search_stays_within_the_filter_and_says_so)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fcontinent:Europe<Enter>/viet");
    cr_expect(program_shows(&app, "no row has 'viet' within the filter"));
    program_press(&app, "<C-u>germ<Enter>");
    cr_expect_str_eq(app.frame->rows[app.selected].code, "DEU");
    app_close(&app);
}

Test(filter_keys, enter_on_an_empty_screen_drops_the_term_in_the_way)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fcontinent:Oceania exports > 1000 \"new zea\"<Enter>");
    cr_assert_eq(app.frame->row_count, 0);
    program_press(&app, "<Enter>");
    cr_expect_str_eq(app.lens.filter, "continent:Oceania \"new zea\"");
    cr_expect_eq(app.frame->row_count, 1);
    program_press(&app, "u");
    cr_expect_eq(app.frame->row_count, 0);
    /* No single one of these is in the way. */
    program_press(&app, "Ffaaaa bbbb<Enter><Enter>");
    cr_expect_str_eq(app.lens.filter, "");
    app_close(&app);
}

Test(filter_keys, golden_empty_result)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};
    struct app app;

    for (int is_ascii = 0; is_ascii < 2; is_ascii++) {
        start(&app, "china-partners-2024.yaml", is_ascii != 0);
        program_press(&app, "2fcontinent:Oceania exports > 1000 \"new zea\"<Enter>");
        for (size_t s = 0; s < 3; s++) {
            struct arena arena = {0};
            cr_expect(
                golden_check(program_draw(&app, &arena, sizes[s][0], sizes[s][1]),
                             arena_printf(&arena, "filter-empty-%dx%d%s", sizes[s][1],
                                          sizes[s][0], is_ascii ? "-ascii" : "")));
            arena_clear(&arena);
        }
        app_close(&app);
    }
}

Test(filter_keys, golden_filter_sort_and_marks)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {12, 40}};
    struct app app;

    for (int is_ascii = 0; is_ascii < 2; is_ascii++) {
        start(&app, "china-partners-2024.yaml", is_ascii != 0);
        program_press(&app,
                      "2fregion:Asia exports > 100<Enter>sbSnSn<Home>j<Space><Space>");
        app.message[0] = '\0';
        for (size_t s = 0; s < 3; s++) {
            struct arena arena = {0};
            cr_expect(
                golden_check(program_draw(&app, &arena, sizes[s][0], sizes[s][1]),
                             arena_printf(&arena, "filter-marks-%dx%d%s", sizes[s][1],
                                          sizes[s][0], is_ascii ? "-ascii" : "")));
            arena_clear(&arena);
        }
        app_close(&app);
    }
}

/* At any width every term is on the line, cut with a mark, or counted. */
/* The frame of the lens alone has the rows; other units may not drop or add any. */
Test(filter_keys, another_unit_keeps_the_rows_in_one_step)
{
    struct app app;
    size_t count;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fexports>500 | x>1 000 asia<Enter>");
    count = app.frame->matched_count;
    cr_expect_gt(count, 5);
    cr_expect(program_shows(&app, "exports > 500 CNY bn"));
    program_press(&app, "cm");
    cr_expect_str_eq(app.lens.filter, "exports>500 bn | x>1 000 bn asia");
    cr_expect_eq(app.frame->matched_count, count);
    cr_expect(program_shows(&app, "exports > 500 bn | exports > 1000 bn"));
    program_press(&app, "ck");
    cr_expect_eq(app.frame->matched_count, count);
    program_press(&app, "uu");
    cr_expect_str_eq(app.lens.filter, "exports>500 | x>1 000 asia");
    cr_expect_not(app.lens.query.has_scale);
    program_press(&app, "cyFfx>5<Enter>cb");
    cr_expect_str_eq(app.lens.filter, "x>5 亿");
    app_close(&app);
}

Test(filter_keys, a_unit_that_the_filter_has_no_room_for_stays)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fx>5<Enter>");
    memset(app.lens.filter + 3, ' ', sizeof(app.lens.filter) - 5);
    app.lens.filter[sizeof(app.lens.filter) - 3] = 'a';
    app.lens.filter[sizeof(app.lens.filter) - 2] = '\0';
    app_refresh(&app);
    program_press(&app, "cm");
    cr_expect_not(app.lens.query.has_scale);
    cr_expect(strstr(app.message, "the unit stays"));
    app_close(&app);
}

Test(filter_keys, chips_are_never_cut_without_a_mark)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fcontinent:Asia exports > 100 imports > 100 balance<Enter>");
    for (int cols = 30; cols < 140; cols++) {
        struct arena arena = {0};
        const char *line;
        program_draw(&app, &arena, 24, cols);
        line = program_line(&app, "filter ", &arena);
        cr_assert(*line);
        cr_expect(strstr(line, "15 of 252") || strstr(line, "…"), "%d: %s", cols, line);
        cr_expect((strstr(line, "continent:Asia") && strstr(line, "> 100   imports") &&
                   strstr(line, " balance")) ||
                      strstr(line, "+") || strstr(line, "…"),
                  "%d: %s", cols, line);
        arena_clear(&arena);
    }
    app_close(&app);
}

Test(filter_keys, S_adds_and_turns_keys_and_the_head_says_their_order)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2sxSbSn");
    cr_expect_eq(app.lens.query.then_count, 2);
    cr_expect(program_shows(&app, "by exports, then balance, then name"));
    cr_expect(program_shows(&app, "¹▼Exports"));
    cr_expect(program_shows(&app, "²▼Balance"));
    cr_expect(program_shows(&app, "Partner ³▲"));
    program_press(&app, "Sb");
    cr_expect(program_shows(&app, "²▲Balance"));
    cr_expect_eq(app.lens.query.then_count, 2);
    program_press(&app, "sx");
    cr_expect(program_shows(&app, "¹▲Exports"));
    cr_expect(program_shows(&app, "²▲Balance"));
    program_press(&app, "uuuu");
    cr_expect_eq(app.lens.query.then_count, 0);
    program_press(&app, "U");
    cr_expect_eq(app.lens.query.then_count, 1);
    program_press(&app, "sm");
    cr_expect_eq(app.lens.query.then_count, 0);
    app_close(&app);
    start(&app, "china-partners-2024.yaml", true);
    program_press(&app, "2sxSb");
    cr_expect(program_shows(&app, "1vExports"));
    cr_expect(program_shows(&app, "2vBalance"));
    app_close(&app);
}

/* 3733.72228 + 1164.06088 and 1041.5... are the file's own lines, in 10,000 yuan. */
Test(filter_keys, marks_follow_their_rows_and_undo_takes_them_back)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2<Space>");
    cr_expect(program_shows(&app, "1 marked: sum exports 3,733.7, imports 1,164.1"));
    cr_expect_eq(app.selected, 1);
    app_resize(&app, 24, 44);
    program_press(&app, "B<Home><Space>");
    cr_expect(program_shows(&app, "1 marked: sum total 4,897.8 CNY bn"));
    app_resize(&app, 35, 120);
    program_press(&app, "/germany<Enter><Space>snF");
    cr_expect_eq(app.frame->marked.count, 2);
    for (size_t i = 0; i < app.frame->row_count; i++)
        cr_expect_eq(app.frame->rows[i].is_marked,
                     strcmp(app.frame->rows[i].code, "USA") == 0 ||
                         strcmp(app.frame->rows[i].code, "DEU") == 0);
    program_press(&app, "fasia<Enter>");
    cr_expect(program_shows(&app, "Sum of 2 marked"));
    program_press(&app, "uuu");
    cr_expect_eq(app.frame->marked.count, 1);
    program_press(&app, "U");
    cr_expect_eq(app.frame->marked.count, 2);
    program_press(&app, "B");
    cr_expect_eq(app.lens.mark_count, 0);
    program_press(&app, "u");
    cr_expect_eq(app.lens.mark_count, 2);
    program_press(&app, "g/germany<Enter><Space>");
    cr_expect_eq(app.frame->marked.count, 1);
    app_close(&app);
}

Test(filter_keys, marks_in_groups_say_why_there_is_no_sum)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2v");
    cr_assert_eq(app.frame->query.level, LEVEL_GROUPS);
    program_press(&app, "<Space><Space>");
    cr_expect(program_shows(&app, "2 marked: groups overlap and are not added up"));
    program_press(&app, "7<Space>");
    cr_expect(program_shows(&app, "marks are of rows"));
    app_close(&app);
}

Test(filter_keys, there_is_an_end_to_marks)
{
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2");
    for (int i = 0; i < MARK_MAX + 5; i++)
        program_press(&app, "<Space>");
    cr_expect_eq(app.lens.mark_count, MARK_MAX);
    cr_expect(program_shows(&app, "at most 200 rows can be marked"));
    app_close(&app);
}

Test(filter_keys, csv_says_which_rows_are_marked)
{
    struct app app;
    struct sheet sheet;
    char *printed = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&printed, &size);

    start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2<Space>");
    sheet = sheet_of_frame(app.frame);
    cr_assert(export_find("csv")->write(&sheet, out));
    fclose(out);
    cr_expect_not_null(strstr(printed, ",status,marked\n"));
    cr_expect_not_null(strstr(printed, ",1\nKOR,"));
    cr_expect_null(strstr(strstr(printed, "KOR,"), ",1\n"));
    free(printed);
    app_close(&app);
}

/* With a filter, marks and three keys every view is drawn at every size. */
Test(filter_keys, every_view_at_every_size)
{
    static const char *const keys[] = {"fasia x>5 expots>3 m><Enter>sbSn<Space><Space>",
                                       "fx>1e9 oceania<Enter>"};

    for (size_t k = 0; k < 2; k++) {
        struct app app;
        start(&app, "china-partners-2024.yaml", k == 1);
        program_press(&app, keys[k]);
        for (int view = 0; view < VIEW_COUNT; view++)
            for (int rows = 0; rows <= 40; rows += rows < 14 ? 1 : 7)
                for (int cols = 0; cols <= 140; cols += cols < 42 ? 3 : 13) {
                    struct arena arena = {0};
                    app.view = (enum view)view;
                    program_draw(&app, &arena, rows, cols);
                    arena_clear(&arena);
                }
        app_close(&app);
    }
}

/* Any filter typed at all: it is survived, and undone. */
Test(filter_keys, random_filters_are_survived)
{
    static const char keys[] =
        "fffxmb<>=!:-\"  0123.asiaregionbnk%\r\r\x1b\x7fXF*SsbnB[]u";
    struct app app;
    unsigned seed = 20240704;

    start(&app, "china-partners-2024.yaml", false);
    for (int i = 0; i < 2500; i++) {
        seed = seed * 1103515245u + 12345u;
        app_key(&app, keys[(seed >> 16) % (sizeof(keys) - 1)]);
        if (app.page != PAGE_DATA)
            app.page = PAGE_DATA;
        if (i % 40 == 0)
            program_shows(&app, "x");
    }
    app_close(&app);
}

/* "exports-growth" begins as the word "e", "ex", ...: what such words hide for a while
 * is not lost, nor is the row that a search went away from. */
Test(filter_keys, what_was_selected_is_selected_again)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2jjfqq");
    program_press(&app, "<Backspace><Backspace>");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "Hong Kong, China");
    program_press(&app, "exports>500 z");
    cr_expect_str_neq(app.frame->rows[app.selected].name, "Hong Kong, China");
    program_press(&app, "<Backspace>imports>1<Enter>");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "Hong Kong, China");
    program_press(&app, "F/viem<Backspace>");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "Vietnam");
    program_press(&app, "<Backspace><Backspace><Backspace>hong");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "Hong Kong, China");
    app_close(&app);
}
