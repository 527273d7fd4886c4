#include "tests/program.h"
#include "tui/keymap.h"

#include <criterion/criterion.h>
#include <string.h>

Test(keymap, begins_with_the_usual_keys)
{
    struct keymap map;
    char keys[KEYS_SHOWN_MAX];
    char name[INPUT_NAME_MAX];

    keymap_open(&map);
    for (size_t i = 0; i < keymap_length; i++)
        cr_expect_eq(keymap_lookup(&map, keymap[i].key), keymap[i].command);
    cr_expect_eq(keymap_lookup(&map, 'J'), COMMAND_NONE);
    cr_expect_str_eq(keymap_keys(&map, keys, COMMAND_RELOAD), "r F5");
    cr_expect_str_eq(keymap_first(&map, name, COMMAND_RELOAD), "r");
    cr_expect_str_eq(keymap_letter(&map, name, COMMAND_DOWN), "j");
}

Test(keymap, gives_a_key_to_one_command_only)
{
    struct keymap map;
    char keys[KEYS_SHOWN_MAX];

    keymap_open(&map);
    cr_assert(keymap_bind(&map, 'r', COMMAND_SORT));
    cr_expect_eq(keymap_lookup(&map, 'r'), COMMAND_SORT);
    cr_expect_str_eq(keymap_keys(&map, keys, COMMAND_RELOAD), "F5");
    cr_expect_str_eq(keymap_keys(&map, keys, COMMAND_SORT), "s r");
    keymap_unbind(&map, COMMAND_SORT);
    cr_expect_str_eq(keymap_keys(&map, keys, COMMAND_SORT), "");
    cr_expect_eq(keymap_lookup(&map, 's'), COMMAND_NONE);
}

Test(keymap, holds_so_many_keys_and_no_more)
{
    struct keymap map;
    int key = 0x4e00;

    keymap_open(&map);
    while (map.count < KEYMAP_MAX)
        cr_assert(keymap_bind(&map, key++, COMMAND_SORT));
    cr_expect_not(keymap_bind(&map, key, COMMAND_SORT));
    cr_expect_eq(keymap_lookup(&map, key), COMMAND_NONE);
    cr_expect_eq(map.count, KEYMAP_MAX);
}

/* Keys that were changed do what they say, and are named wherever keys are. */
Test(keymap, changed_keys_work_and_are_shown_everywhere)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    app_resize(&app, 35, 190);
    program_press(&app, "2");
    cr_expect(program_shows(&app, "s sort"));
    cr_expect(program_shows(&app, "↑↓ move"));
    cr_expect(program_shows(&app, "0-9 view"));
    keymap_unbind(&app.keys, COMMAND_SORT);
    keymap_bind(&app.keys, INPUT_F1 + 5, COMMAND_SORT);
    keymap_unbind(&app.keys, COMMAND_DOWN);
    keymap_bind(&app.keys, 'J', COMMAND_DOWN);
    keymap_unbind(&app.keys, COMMAND_UP);
    keymap_bind(&app.keys, 'I', COMMAND_UP);
    keymap_bind(&app.keys, 'A', COMMAND_VIEW_OVERVIEW);
    keymap_bind(&app.keys, '1', COMMAND_UNIT);
    cr_expect(program_shows(&app, "F6 sort"));
    cr_expect(program_shows(&app, "I J move"));
    cr_expect(program_shows(&app, "F2 view"));
    cr_expect(program_shows(&app, "A Overview"));
    program_press(&app, "J");
    cr_expect_eq(app.selected, 1);
    program_press(&app, "j");
    cr_expect_eq(app.selected, 1);
    program_press(&app, "?");
    cr_expect(program_shows(&app, "F6          sort: choose a column"));
    cr_expect(program_shows(&app, "close: Esc"));
    program_press(&app, "<Esc><F6>");
    cr_expect_eq(app.prompt, PROMPT_SORT);
    app_close(&app);
}
