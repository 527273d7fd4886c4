/*
 * What a person does, key by key, against the bundled data.
 */
#include "core/base/text.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/app.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *selected_code(const struct app *app)
{
    return app->frame->rows[app->selected].code;
}

/* The ten questions that concern this, with no more keys than are allowed. */

Test(questions, top_five_partners_by_surplus_take_one_key)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "5");
    cr_expect(program_shows(&app, "United States"));
    cr_expect(program_shows(&app, "+2,569.7"));
    cr_expect(program_shows(&app, "+1,939.8"));
    cr_expect(program_shows(&app, "+729.3"));
    cr_expect(program_shows(&app, "+515.2"));
    cr_expect(program_shows(&app, "+505.4"));
    app_close(&app);
}

Test(questions, surplus_since_2000_as_a_chart_takes_one_key)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    program_press(&app, "4");
    cr_expect(program_shows(&app, "+989.5"));
    cr_expect(program_shows(&app, "last deficit 1993"));
    cr_expect(program_shows(&app, "2000"));
    app_close(&app);
}

Test(questions, paired_bars_take_one_key)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "3");
    cr_expect(program_shows(&app, "Exports and imports"));
    cr_expect(program_shows(&app, "3,733.7"));
    cr_expect(program_shows(&app, "1,164.1"));
    app_close(&app);
}

Test(questions, growth_and_share_take_no_key)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    cr_expect(program_shows(&app, "y/y %"));
    cr_expect(program_shows(&app, "Share %"));
    cr_expect(program_shows(&app, "+6.1"));
    cr_expect(program_shows(&app, "11.2"));
    app_close(&app);
}

Test(questions, one_region_takes_five_keys)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "fasia");
    cr_expect_str_eq(app.lens.filter, "asia");
    cr_expect_eq(app.frame->row_count, 52);
    app_close(&app);
}

Test(questions, a_partner_by_part_of_its_name_takes_four_keys)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "/viet");
    cr_expect_str_eq(selected_code(&app), "VNM");
    app_close(&app);
}

/* The lens. */

Test(app, the_lens_stays_when_the_view_changes)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fasia<Enter>sb");
    for (const char *view = "345612"; *view; view++) {
        char key[2] = {*view, '\0'};
        program_press(&app, key);
        cr_expect_str_eq(app.lens.filter, "asia");
        cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_BALANCE);
    }
    app_close(&app);
}

Test(app, undo_brings_back_every_step_and_redo_repeats_it)
{
    struct app app;
    struct lens first;

    program_start(&app, "china-partners-2024.yaml", false);
    first = app.lens;
    program_press(&app, "2fasia<Enter>sbvp");
    program_press(&app, "uuuu");
    cr_expect_eq(app.lens.query.rows, first.query.rows);
    cr_expect_eq(app.lens.query.level, first.query.level);
    cr_expect_str_eq(app.lens.filter, "");
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_TOTAL);
    program_press(&app, "UU");
    cr_expect_str_eq(app.lens.filter, "asia");
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_BALANCE);
    app_close(&app);
}

Test(app, the_selection_follows_the_thing_through_a_sort)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2/germany<Enter>");
    cr_expect_str_eq(selected_code(&app), "DEU");
    program_press(&app, "sn");
    cr_expect_str_eq(selected_code(&app), "DEU");
    program_press(&app, "sb");
    cr_expect_str_eq(selected_code(&app), "DEU");
    app_close(&app);
}

Test(app, enter_goes_down_and_backspace_comes_back_to_the_same_row)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2vv");
    cr_expect_eq(app.frame->member_count, 6);
    program_press(&app, "/europe<Enter><Enter>");
    cr_expect_eq(app.frame->member_count, 51);
    cr_expect(program_shows(&app, "Europe"));
    program_press(&app, "<BS>");
    cr_expect_eq(app.frame->member_count, 6);
    cr_expect_str_eq(selected_code(&app), "EUROPE");
    app_close(&app);
}

Test(app, escape_in_a_prompt_leaves_everything_as_it_was)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fxyz");
    cr_expect_eq(app.frame->row_count, 0);
    cr_expect(program_shows(&app, "None of 252 partners matches the filter"));
    program_press(&app, "<Esc>");
    cr_expect_eq(app.frame->member_count, 252);
    cr_expect_null(app.undo);
    app_close(&app);
}

Test(app, a_chinese_name_is_found_and_erased_character_by_character)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "/越南");
    cr_expect_str_eq(selected_code(&app), "VNM");
    program_press(&app, "<BS>");
    cr_expect_str_eq(app.input, "越");
    app_close(&app);
}

Test(app, help_opens_scrolls_and_closes)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "?");
    cr_expect(program_shows(&app, "undo last change"));
    program_press(&app, "<Esc>");
    cr_expect_not(app.help_is_open);
    program_press(&app, "?q");
    cr_expect_not(app.has_quit);
    program_press(&app, "q");
    cr_expect(app.has_quit);
    app_close(&app);
}

Test(app, no_key_is_bound_twice_and_every_command_has_one)
{
    for (size_t i = 0; i < keymap_length; i++)
        for (size_t j = i + 1; j < keymap_length; j++)
            cr_expect_neq(keymap[i].key, keymap[j].key);
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        bool has_key = false;
        for (size_t i = 0; i < keymap_length; i++)
            has_key = has_key || keymap[i].command == c;
        cr_expect(has_key, "%s", command_info((enum command)c)->word);
    }
}

/* Any keys at all: nothing crashes, and undo leads back to the start. */
Test(app, random_keys_are_survived_and_undone)
{
    static const char keys[] = "jkhlgG12345[]vpsbxmnaufFXS*BoU/?\t\r\x7f\x1b"
                               "asia 2:\\<>HCKJ";
    static const char *const files[] = {"china-partners-2024.yaml",
                                        "china-monthly-2023-2024.yaml", "ciie.yaml",
                                        "import-export-balance.yaml"};
    unsigned seed = 20241231;

    for (size_t f = 0; f < 4; f++) {
        struct app app;
        program_start(&app, files[f], false);
        for (int i = 0; i < 1500; i++) {
            seed = seed * 1103515245u + 12345u;
            app_key(&app, keys[(seed >> 16) % (sizeof(keys) - 1)]);
            if (i % 50 == 0) {
                app_resize(&app, (int)(seed >> 20) % 60, (int)(seed >> 8) % 160);
                program_shows(&app, "x");
            }
        }
        app_key(&app, INPUT_ESCAPE);
        app_key(&app, INPUT_ESCAPE);
        app.page = PAGE_DATA;
        while (app.undo)
            lens_undo(&app);
        cr_expect_eq(app.lens.trail_count, 0);
        cr_expect_str_eq(app.lens.filter, "");
        app_close(&app);
    }
}

/* APEC, ASEAN and the EU share members: their surpluses are never one sum. */
Test(app, groups_are_ranked_but_not_added_up)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "5v");
    cr_assert_eq(app.frame->query.level, LEVEL_GROUPS);
    cr_expect(program_shows(&app, "they overlap and are not added up"));
    cr_expect_not(program_shows(&app, "net +6,356.2"));
    app_close(&app);
}

Test(app, the_record_of_a_sum_of_months_says_so)
{
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    program_press(&app, "2tti");
    cr_expect(program_shows(&app, "the sum of the file's own periods"));
    cr_expect_not(program_shows(&app, "as published, FOB"));
    cr_expect(program_shows(&app, "Record 1 of 3: 2024"));
    cr_expect_not(program_shows(&app, "2024, 2024"));
    app_close(&app);
}

/* A second computation from the published figures gives 443.786 and 386.100. */
Test(app, concentration_stands_in_the_notes_with_what_was_left_out)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    app_resize(&app, 60, 120);
    program_press(&app, "6");
    cr_expect(program_shows(&app, "exports 443.8, imports 386.1"));
    cr_expect(program_shows(&app, "exports 22.53, imports 25.90"));
    cr_expect(program_shows(&app, "n = 249 with exports"));
    app_close(&app);
}

/* Exports alone have no balance to be ranked by, and what is drawn is no growth. */
Test(app, without_imports_the_second_pane_says_what_it_ranks)
{
    static const char text[] = "year,partner,exports (USD)\n2023,A,100\n2024,A,150\n"
                               "2023,B,10\n2024,B,30\n";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-app-XXXXXX";
    struct app app;

    cr_assert_neq(mkstemp(path), -1);
    files_write(path, text, strlen(text));
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 24, 80);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    cr_expect(program_shows(&app, "Exports, ranked"));
    cr_expect_not(program_shows(&app, "Growth on"));
    app_close(&app);
    unlink(path);
}
