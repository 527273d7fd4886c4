/*
 * The command palette: everything by its name.
 */
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/input.h"
#include "tui/pick_list.h"
#include "tui/pick_places.h"

#include <criterion/criterion.h>
#include <string.h>

/* As if it were typed, whatever is in it. */
static void type(struct app *app, const char *text)
{
    for (; *text; text++)
        app_key(app, (unsigned char)*text);
}

static void type_after(struct app *app, const char *keys, const char *text)
{
    program_press(app, keys);
    type(app, text);
}

static struct pick_item best(const struct app *app)
{
    return pick_list_count(app->picker.list) ? pick_list_at(app->picker.list, 0)
                                             : (struct pick_item){0};
}

static bool lists_action(const struct app *app, enum command command, const char *keys)
{
    for (size_t i = 0; i < pick_list_count(app->picker.list); i++) {
        struct pick_item item = pick_list_at(app->picker.list, i);
        if (item.what == PLACE_ACTION && item.number == (size_t)command)
            return strcmp(item.keys, keys) == 0;
    }
    return false;
}

Test(palette, has_every_command_with_its_keys)
{
    static const char *const ways[] = {":", "<F9>", "<C-p>", "?/"};

    for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++) {
        struct app app;
        program_start(&app, "china-partners-2024.yaml", false);
        program_press(&app, ways[w]);
        for (size_t c = 1; c < COMMAND_COUNT; c++) {
            char keys[KEYS_SHOWN_MAX];
            keymap_keys(&app.keys, keys, (enum command)c);
            cr_expect(lists_action(&app, (enum command)c, keys), "%s in %s",
                      command_info((enum command)c)->word, ways[w]);
        }
        app_close(&app);
    }
}

/* The name of a key, typed, finds first what the key does; a word finds it, too. */
Test(palette, finds_every_command_by_key_and_by_word)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    for (size_t i = 0; i < keymap_length; i++) {
        char name[INPUT_NAME_MAX];
        input_name(name, keymap[i].key);
        type_after(&app, "?/", name);
        cr_assert_not_null(best(&app).text, "%s", name);
        cr_expect_eq(best(&app).number, (size_t)keymap[i].command, "%s", name);
        program_press(&app, "<Esc><Esc>");
    }
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        char keys[KEYS_SHOWN_MAX];
        keymap_keys(&app.keys, keys, (enum command)c);
        type_after(&app, "?/", command_info((enum command)c)->word);
        cr_expect(lists_action(&app, (enum command)c, keys), "%s",
                  command_info((enum command)c)->word);
        program_press(&app, "<Esc><Esc>");
    }
    app_close(&app);
}

Test(palette, does_what_is_chosen)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, ":trend over<Enter>");
    cr_expect_eq(app.view, VIEW_TREND);
    program_press(&app, ":quarters<Enter>");
    cr_expect(program_shows(&app, "these periods add up to no others"));
    program_press(&app, ":sort<Enter>");
    cr_expect_eq(app.prompt, PROMPT_SORT);
    program_press(&app, "n:leave<Enter>");
    cr_expect(app.has_quit);
    app_close(&app);
}

Test(palette, says_what_means_nothing_here)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, ":close what<Enter>");
    cr_expect(program_shows(&app, "'close what is open' means nothing here"));
    app_close(&app);
}

Test(palette, opens_datasets)
{
    struct app app;
    struct arena arena = {0};
    const char *paths[] = {files_path(&arena, "datasets/china-partners-2024.yaml"),
                           files_path(&arena, "datasets/ciie.yaml")};

    program_start(&app, "china-partners-2024.yaml", false);
    app.catalog = catalog_of_files(&app.program_arena, paths, 2, "en");
    program_press(&app, ":ciie<Enter>");
    cr_expect(strstr(app.dataset.path, "ciie.yaml") != NULL);
    cr_expect_eq(app.page, PAGE_DATA);
    program_press(&app, "o:partners-2024<Enter>");
    cr_expect(strstr(app.dataset.path, "china-partners-2024.yaml") != NULL);
    app_close(&app);
    arena_clear(&arena);
}

/* On a page without rows there is nothing to jump to, and nothing is looked at. */
Test(palette, works_on_every_page)
{
    struct app app;
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    app_open(&app, &catalog, &look, "en");
    program_press(&app, ":120<Enter><Esc>");
    program_press(&app, ":this help<Enter>");
    cr_expect(app.help_is_open);
    app_close(&app);
    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "d:vietnam");
    cr_expect_null(best(&app).text);
    app_close(&app);
}

Test(palette, puts_a_column_into_the_table_and_sorts_by_one_that_is_there)
{
    struct app app;
    size_t before;

    program_start(&app, "china-partners-2024.yaml", false);
    before = app.frame->shown_count;
    program_press(&app, ":exports share of the total<Enter>");
    cr_expect_eq(app.view, VIEW_TABLE);
    cr_expect_eq(app.frame->shown_count, before + 1);
    cr_expect_eq(app.frame->columns[before].spec.indicator, INDICATOR_FLOW_SHARE);
    program_press(&app, ":exports share of the total<Enter>");
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_FLOW_SHARE);
    program_press(&app, "uu");
    cr_expect_eq(app.frame->shown_count, before);
    app_close(&app);
}

/* What was narrowed key by key is what the whole text finds at once. */
Test(pick_list, typing_on_finds_what_typing_at_once_finds)
{
    static const char *const texts[] = {"united st", "s", "ea as", "Ctrl-L", "2024",
                                        "gro exp",   "=", "F1",    "chin",   "zz"};
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, ":");
    for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
        struct arena arena = {0};
        struct pick_list *once = pick_list_new(&app, &picker_palette, &arena);
        pick_list_find(once, &app, &picker_palette, texts[t]);
        program_press(&app, "<C-u>");
        type(&app, texts[t]);
        cr_assert_eq(pick_list_count(once), pick_list_count(app.picker.list), "%s",
                     texts[t]);
        for (size_t i = 0; i < pick_list_count(once); i++)
            cr_expect_str_eq(pick_list_at(once, i).text,
                             pick_list_at(app.picker.list, i).text);
        arena_clear(&arena);
    }
    app_close(&app);
}

Test(pick_list, taking_a_letter_away_finds_more_again)
{
    struct app app;
    size_t before;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, ":vi");
    before = pick_list_count(app.picker.list);
    program_press(&app, "et<BS><BS>");
    cr_expect_gt(before, 1);
    cr_expect_eq(pick_list_count(app.picker.list), before);
    program_press(&app, "et<C-w>japan");
    cr_expect_str_eq(best(&app).text, "Japan");
    app_close(&app);
}

Test(palette, is_drawn_at_every_size)
{
    static const char *const keys[] = {":", ":viet", "\\12", "?", "?/ctrl", "Cjf"};

    for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
        struct app app;
        program_start(&app, "china-partners-2024.yaml", k % 2 == 1);
        program_press(&app, keys[k]);
        app.is_new = true;
        for (int rows = 0; rows < 40; rows += rows < 12 ? 1 : 5)
            for (int cols = 0; cols < 130; cols += cols < 42 ? 1 : 11) {
                app_resize(&app, rows, cols);
                program_shows(&app, "");
            }
        app_close(&app);
    }
}

static void golden(struct app *app, const char *keys, int rows, int cols,
                   const char *name)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(
        &arena, rows, cols, app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode);

    app_resize(app, rows, cols);
    program_press(app, keys);
    app_draw(app, cells, &arena);
    cr_expect(golden_check(cells, name));
    arena_clear(&arena);
    program_press(app, "<Esc>");
}

Test(palette, golden)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    app.catalog = catalog_of_folder(&app.arena, NULL, "en");
    golden(&app, ":", 24, 80, "palette-80x24");
    golden(&app, ":s", 24, 80, "palette-typed-80x24");
    golden(&app, ":tu", 12, 40, "palette-typed-40x12");
    golden(&app, "\\12", 24, 80, "jump-80x24");
    golden(&app, "?/ctrl", 24, 80, "help-search-80x24");
    app_close(&app);
}

/* An analyst looks for an action by words of their own. */
Test(palette, actions_are_found_by_other_words_too)
{
    static const char *const cases[][2] = {
        {"csv", "export to a file"},
        {"dollar", "currency and scale"},
        {"graph", "paired bars"},
        {"quarter", "quarters; same months"},
    };
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        program_press(&app, ":");
        program_press(&app, cases[i][0]);
        cr_assert_gt(pick_list_count(app.picker.list), 0, "%s", cases[i][0]);
        cr_expect_str_eq(pick_list_at(app.picker.list, 0).text, cases[i][1]);
        program_press(&app, "<Esc>");
    }
    app_close(&app);
}
