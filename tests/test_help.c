/*
 * The help and its search, the hints of what lies over the screen, and the first start.
 */
#include "tests/program.h"
#include "tui/input.h"
#include "tui/pick_list.h"

#include <criterion/criterion.h>
#include <string.h>

static struct pick_item best(const struct app *app)
{
    return pick_list_count(app->picker.list) ? pick_list_at(app->picker.list, 0)
                                             : (struct pick_item){0};
}

Test(help, a_key_that_types_nothing_is_looked_up)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "?/<F5>");
    cr_expect_str_eq(app.picker.text, "F5");
    cr_expect_eq(best(&app).number, (size_t)COMMAND_RELOAD);
    program_press(&app, "<C-z>");
    cr_expect_eq(best(&app).number, (size_t)COMMAND_SUSPEND);
    cr_expect_not(app.wants_suspend);
    program_press(&app, "<C-u>surplus<Enter>");
    cr_expect_eq(app.view, VIEW_SURPLUS);
    cr_expect_not(app.help_is_open);
    app_close(&app);
}

/* Scrolled from its first line to its last, it has shown every command. */
Test(help, shows_every_command_uncut)
{
    static const int sizes[][2] = {{20, 70}, {35, 120}, {12, 40}, {60, 200}};

    for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
        bool is_shown[COMMAND_COUNT] = {false};
        struct app app;
        program_start(&app, "china-partners-2024.yaml", false);
        app_resize(&app, sizes[s][0], sizes[s][1]);
        program_press(&app, "?");
        for (int i = 0; i < 100; i++) {
            for (size_t c = 1; c < COMMAND_COUNT; c++)
                is_shown[c] = is_shown[c] ||
                              program_shows(&app, command_info((enum command)c)->help);
            program_press(&app, "j");
        }
        for (size_t c = 1; c < COMMAND_COUNT; c++)
            cr_expect(is_shown[c], "%s at %dx%d", command_info((enum command)c)->word,
                      sizes[s][1], sizes[s][0]);
        app_close(&app);
    }
}

/* In words instead of sentences, and without a scroll. */
Test(help, is_one_screen_at_80_by_24)
{
    struct app app;
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 24, 80, &glyphs_unicode);

    program_start(&app, "china-partners-2024.yaml", false);
    app_resize(&app, 24, 80);
    program_press(&app, "?");
    cr_expect_not(program_shows(&app, " of "), "nothing to scroll");
    app_draw(&app, cells, &arena);
    for (int row = 1; row < 22; row++)
        cr_expect_not(strstr(cells_row_text(cells, row, &arena), "\u2026"), "cut: %s",
                      cells_row_text(cells, row, &arena));
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        char key[INPUT_NAME_MAX];

        keymap_letter(&app.keys, key, (enum command)c);
        if (strlen(key) < 2 || c < COMMAND_PAGE_UP || c == COMMAND_OPEN ||
            c == COMMAND_BACK)
            continue;
        cr_expect(program_shows(&app, key), "%s", key);
    }
    cr_expect(program_shows(&app, "z Z  zoom"));
    cr_expect(program_shows(&app, "L    log"));
    cr_expect(program_shows(&app, "q    quit"));
    app_close(&app);
    arena_clear(&arena);
}

Test(start, says_where_help_is_until_the_first_key)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    cr_expect_not(program_shows(&app, "press ? for help"));
    app.is_new = true;
    cr_expect(program_shows(&app, "press ? for help, : for any action"));
    cr_expect(program_shows(&app, "United States  surplus"));
    app_resize(&app, 12, 40);
    cr_expect(program_shows(&app, "? help"));
    cr_expect(program_shows(&app, "United States  surplus"));
    app_resize(&app, 35, 120);
    program_press(&app, "j");
    cr_expect_not(program_shows(&app, "press ? for help"));
    app_close(&app);
}

Test(hints, every_overlay_has_its_own)
{
    static const struct {
        const char *keys;
        const char *hint;
    } cases[] = {
        {":", "Enter do or go"},
        {"\\", "Enter do or go"},
        {"m", "Enter take"},
        {"?/", "Esc back to help"},
        {"?", "/ find a word or a key"},
        {"C", "K J order"},
        {"i", "PgDn page"},
        {"/", "n next"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct app app;
        program_start(&app, "china-partners-2024.yaml", false);
        program_press(&app, cases[i].keys);
        cr_expect(program_shows(&app, cases[i].hint), "%s", cases[i].keys);
        app_resize(&app, 12, 40);
        cr_expect(program_shows(&app, "Esc"), "%s", cases[i].keys);
        app_close(&app);
    }
}
