#include "tui/input.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

struct read_case {
    char text[48];
    int keys[8]; /* the end is INPUT_NONE */
};

ParameterizedTestParameters(input, read)
{
    static struct read_case cases[] = {
        {"", {INPUT_NONE}},
        {"s b", {'s', ' ', 'b', INPUT_NONE}},
        {"<Down><Enter>q", {INPUT_DOWN, INPUT_ENTER, 'q', INPUT_NONE}},
        {"<down><PGUP><PageDown>", {INPUT_DOWN, INPUT_PAGE_UP, INPUT_PAGE_DOWN}},
        {"<C-l><Ctrl-r><C-Z>", {12, 18, 26, INPUT_NONE}},
        {"<F1><F12><F10>", {INPUT_F1, INPUT_F12, INPUT_F1 + 9, INPUT_NONE}},
        {"<S-Tab><Tab><Esc><BS>",
         {INPUT_BACKTAB, INPUT_TAB, INPUT_ESCAPE, INPUT_BACKSPACE}},
        {"<Space><lt><gt>", {' ', '<', '>', INPUT_NONE}},
        {"é中", {0xe9, 0x4e2d, INPUT_NONE}},
        {"<Bogus>x", {-1, 'x', INPUT_NONE}},
        {"<F13><F0><C-><>", {-1, -1, -1, -1, INPUT_NONE}},
        {"a<b", {'a', '<', 'b', INPUT_NONE}},
        {"\x1b\xff", {-1, -1, INPUT_NONE}},
    };

    return cr_make_param_array(struct read_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct read_case *c, input, read)
{
    const char *text = c->text;

    for (int i = 0; i < 8; i++) {
        cr_assert_eq(input_read(&text), c->keys[i], "key %d of '%s'", i, c->text);
        if (c->keys[i] == INPUT_NONE)
            break;
    }
}

struct name_case {
    int key;
    char name[INPUT_NAME_MAX];
};

ParameterizedTestParameters(input, name)
{
    static struct name_case cases[] = {
        {'q', "q"},
        {'<', "<"},
        {' ', "Space"},
        {0x4e2d, "中"},
        {INPUT_ENTER, "Enter"},
        {INPUT_PAGE_UP, "PgUp"},
        {INPUT_BACKTAB, "Shift-Tab"},
        {INPUT_CTRL('L'), "Ctrl-L"},
        {INPUT_F1, "F1"},
        {INPUT_F12, "F12"},
        {INPUT_TAB, "Tab"},
        {INPUT_ESCAPE, "Esc"},
        {INPUT_NONE, ""},
        {INPUT_CLOSED, ""},
    };

    return cr_make_param_array(struct name_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct name_case *c, input, name)
{
    char name[INPUT_NAME_MAX];

    cr_expect_str_eq(input_name(name, c->key), c->name);
}

Test(input, every_name_that_is_written_can_be_read)
{
    for (int key = 1; key < INPUT_CLOSED; key = key == 127 ? INPUT_FIRST : key + 1) {
        char name[INPUT_NAME_MAX];
        char text[INPUT_NAME_MAX + 2];
        const char *rest = text;

        if (!*input_name(name, key) || strlen(name) < 2)
            continue;
        snprintf(text, sizeof(text), "<%s>", name);
        cr_expect_eq(input_read(&rest), key, "%s", text);
    }
}
