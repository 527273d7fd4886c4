#include "tests/files.h"
#include "tui/settings.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file that is read and gone again; messages call it by the last part of its name. */
static enum load_result load(const char *yaml, struct settings *settings,
                             struct diag_list *diags)
{
    char path[] = "/tmp/entrepot-settings-XXXXXX";
    const int file = mkstemp(path);
    enum load_result result;

    cr_assert_geq(file, 0);
    close(file);
    files_write(path, yaml, strlen(yaml));
    settings_open(settings);
    result = settings_load(settings, path, diags->arena, diags);
    unlink(path);
    return result;
}

/* "2:9: error: ..." of each message, one a line. */
static void messages(const struct diag_list *diags, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (const struct diag *diag = diags->first; diag; diag = diag->next)
        used += (size_t)snprintf(out + used, size - used, "%zu:%zu: %s: %s\n",
                                 diag->at.line, diag->at.column,
                                 severity_word(diag->severity), diag->message);
}

struct mistake {
    char yaml[128];
    char expected[200];
};

ParameterizedTestParameters(settings, mistakes)
{
    static struct mistake cases[] = {
        {"keys:\n  srot: s\n",
         "2:3: error: unknown action 'srot' (did you mean 'sort'?)\n"},
        {"keys:\n  dance: s\n",
         "2:3: error: unknown action 'dance'; entrepot(1) lists them\n"},
        {"keys:\n  sort: s\n  unit: [c, s]\n",
         "3:13: error: key 's' is given to 'unit' here and to 'sort' at line 2\n"},
        {"keys: {sort: F13}\n",
         "1:14: error: 'F13' is no key; keys are single characters, F1 to F12, Enter, "
         "Space, PgDn, Ctrl-L, ...\n"},
        {"keys: {sort: Ctrl-C}\n", "1:14: error: 'Ctrl-C' never reaches the program\n"},
        {"keys: {sort: s, sort: y}\n",
         "1:17: error: 'sort' is given twice; first at line 1\n"},
        {"keys: [s]\n",
         "1:7: error: 'keys' needs actions with their keys: {sort: [s, F6]}\n"},
        {"keys: {record: c}\n",
         "1:16: warning: 'unit' has no key now: 'c' is given to 'record'\n"},
        {"keys: {quit: []}\n", "1:8: warning: 'quit' has no key now\n"},
        {"theme: drak\n", "1:8: error: unknown theme 'drak' (did you mean 'dark'?)\n"},
        {"mouse: on\n", "1:8: error: 'mouse' needs true or false\n"},
        {"color: blue\n", "1:8: error: 'blue' is none of auto, always and never\n"},
        {"thme: dark\n", "1:1: error: unknown key 'thme' in a configuration (did you "
                         "mean 'theme'?)\n"},
        {"themes: {mine: {exprots: 3}}\n",
         "1:17: error: unknown style 'exprots' (did you mean 'exports'?)\n"},
        {"themes: {mine: {exports: 256}}\n",
         "1:26: error: '256' is no colour and no attribute; write for example 'bold "
         "39', 'black on yellow', 'reverse'\n"},
        {"themes: {dark: {exports: 3}}\n",
         "1:10: error: there is a theme 'dark' already\n"},
        {"themes: {mine: {base: night}}\n",
         "1:23: error: 'night' is no built-in theme to begin from\n"},
        {"hello\n", "1:1: error: expected 'key: value' pairs for a configuration\n"},
    };

    return cr_make_param_array(struct mistake, cases, sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct mistake *c, settings, mistakes)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings settings;
    char said[1024];

    load(c->yaml, &settings, &diags);
    messages(&diags, said, sizeof(said));
    cr_expect_str_eq(said, c->expected);
    arena_clear(&arena);
}

/* What is wrong leaves the usual; what is right holds all the same. */
Test(settings, a_mistake_spoils_only_what_it_is_in)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings settings;

    cr_expect_eq(load("theme: drak\nmouse: true\nkeys:\n  sort: F13\n  unit: y\n"
                      "  quit: [y, Ctrl-Q]\n",
                      &settings, &diags),
                 LOAD_BAD_DATA);
    cr_expect_eq(diags.count[SEVERITY_ERROR], 3);
    cr_expect_null(settings.theme);
    cr_expect(settings.has_mouse);
    cr_expect_eq(keymap_lookup(&settings.keys, 's'), COMMAND_SORT);
    cr_expect_eq(keymap_lookup(&settings.keys, 'y'), COMMAND_UNIT);
    cr_expect_eq(keymap_lookup(&settings.keys, 'c'), COMMAND_NONE);
    cr_expect_eq(keymap_lookup(&settings.keys, INPUT_CTRL('Q')), COMMAND_QUIT);
    cr_expect_eq(keymap_lookup(&settings.keys, 'q'), COMMAND_NONE);
    cr_expect(strstr(settings_note(&diags, &arena),
                     ":1:8: unknown theme 'drak' (did you mean 'dark'?); entrepot "
                     "--check-config shows all"));
    arena_clear(&arena);
}

/* Two actions may change places. */
Test(settings, keys_may_be_exchanged)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings settings;

    cr_expect_eq(load("keys: {filter: /, search: f}\n", &settings, &diags), LOAD_OK);
    cr_expect_null(diags.first);
    cr_expect_eq(keymap_lookup(&settings.keys, '/'), COMMAND_FILTER);
    cr_expect_eq(keymap_lookup(&settings.keys, 'f'), COMMAND_SEARCH);
    arena_clear(&arena);
}

Test(settings, an_empty_file_changes_nothing)
{
    static const char *const files[] = {"", "# nothing\n", "keys:\n", "themes: {}\n"};

    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct settings settings;
        struct settings usual;

        settings_open(&usual);
        cr_expect_eq(load(files[i], &settings, &diags), LOAD_OK, "%s", files[i]);
        cr_expect_null(diags.first);
        cr_expect_eq(settings.keys.count, usual.keys.count);
        cr_expect_eq(settings.theme_count, THEME_COUNT);
        arena_clear(&arena);
    }
}

Test(settings, a_theme_of_ones_own_changes_what_it_names)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings settings;
    struct look look = {.colors = 256};
    struct appearance a;

    cr_assert_eq(load("theme: mine\nthemes:\n  mine: {exports: bold 39 on "
                      "bright-white, base: light, selected: underline, title: plain}\n",
                      &settings, &diags),
                 LOAD_OK);
    look.theme = theme_find(settings.themes, settings.theme_count, settings.theme);
    cr_assert_not_null(look.theme);
    a = theme_appearance(&look, STYLE_EXPORTS);
    cr_expect(a.foreground == 39 && a.background == 15 && a.is_bold);
    a = theme_appearance(&look, STYLE_IMPORTS);
    cr_expect_eq(a.foreground, 130);
    a = theme_appearance(&look, STYLE_SELECTED);
    cr_expect(a.is_underlined && !a.is_reversed);
    cr_expect_not(theme_appearance(&look, STYLE_TITLE).is_bold);
    look.colors = 16;
    a = theme_appearance(&look, STYLE_EXPORTS);
    cr_expect(a.foreground == 4 && a.background == 15);
    look.colors = 8;
    a = theme_appearance(&look, STYLE_EXPORTS);
    cr_expect(a.foreground == 4 && a.background == 7);
    arena_clear(&arena);
}

Test(settings, the_sample_in_the_manual_is_good)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings settings;

    settings_open(&settings);
    cr_expect_eq(
        settings_load(&settings, files_path(&arena, "man/config.yaml"), &arena, &diags),
        LOAD_OK);
    for (const struct diag *diag = diags.first; diag; diag = diag->next)
        cr_expect(false, "%zu: %s", diag->at.line, diag->message);
    cr_expect_str_eq(settings.theme, "lagoon");
    cr_expect_eq(keymap_lookup(&settings.keys, INPUT_F1 + 5), COMMAND_SORT);
    cr_expect_eq(keymap_lookup(&settings.keys, 'h'), COMMAND_HELP);
    arena_clear(&arena);
}

Test(settings, are_looked_for_where_the_environment_says)
{
    struct arena arena = {0};

    setenv("HOME", "/home/anna", 1);
    setenv("XDG_CONFIG_HOME", "/etc/xdg/anna", 1);
    cr_expect_str_eq(settings_path(&arena), "/etc/xdg/anna/entrepot/config.yaml");
    setenv("XDG_CONFIG_HOME", "relative", 1);
    cr_expect_str_eq(settings_path(&arena), "/home/anna/.config/entrepot/config.yaml");
    unsetenv("XDG_CONFIG_HOME");
    cr_expect_str_eq(settings_path(&arena), "/home/anna/.config/entrepot/config.yaml");
    setenv("HOME", "", 1);
    cr_expect_null(settings_path(&arena));
    arena_clear(&arena);
}
