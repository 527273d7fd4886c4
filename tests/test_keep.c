/*
 * What leaves the program: copies by OSC 52 and files.
 */
#include "tests/files.h"
#include "tests/program.h"
#include "tui/app.h"
#include "tui/clipboard.h"
#include "tui/keep.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The example values of RFC 4648, chapter 10. */
Test(clipboard, is_base64_of_the_text)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_str_eq(clipboard_sequence(cases[i][0], strlen(cases[i][0]),
                                            CLIPBOARD_PLAIN, &arena),
                         arena_printf(&arena, "\033]52;c;%s\a", cases[i][1]));
    arena_clear(&arena);
}

Test(clipboard, is_wrapped_for_what_is_in_between)
{
    struct arena arena = {0};
    char text[1500];
    const char *sequence;

    cr_expect_str_eq(clipboard_sequence("foo", 3, CLIPBOARD_TMUX, &arena),
                     "\033]52;c;Zm9v\a\033Ptmux;\033\033]52;c;Zm9v\a\033\\");
    cr_expect_str_eq(clipboard_sequence("foo", 3, CLIPBOARD_SCREEN, &arena),
                     "\033P\033]52;c;Zm9v\a\033\\");
    memset(text, 'x', sizeof(text));
    sequence = clipboard_sequence(text, sizeof(text), CLIPBOARD_SCREEN, &arena);
    for (const char *at = sequence; at; at = strstr(at + 1, "\033P"))
        cr_expect_leq(strcspn(at + 2, "\\"), 768u);
    arena_clear(&arena);
}

/* No byte of the text gets through as it is, but the sequence's own. */
Test(clipboard, no_text_can_send_controls)
{
    struct arena arena = {0};
    char text[256];
    const char *sequence;

    for (int i = 0; i < 256; i++)
        text[i] = (char)i;
    sequence = clipboard_sequence(text, sizeof(text), CLIPBOARD_PLAIN, &arena);
    for (const char *at = sequence + 7; at[1]; at++)
        cr_expect(*at > ' ' && *at < 0x7f);
    arena_clear(&arena);
}

Test(copy, says_what_it_did_and_gives_full_precision)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    app.has_terminal = true;
    program_press(&app, "2sxyc");
    cr_assert_not_null(app.copy);
    cr_expect_str_eq(app.copy, "3733722280000");
    cr_expect_str_eq(app.message, "copied Exports of United States: 3733722280000");
    program_press(&app, "yr");
    cr_expect_eq(strncmp(app.copy, "partner\tname\tkind\tperiod", 24), 0);
    cr_expect(strstr(app.copy, "\nUSA\tUnited States\tmember\t2024\tCNY\t") != NULL,
              "%s", app.copy);
    cr_expect(strstr(app.message, "copied United States as tsv: 8 figures, ") != NULL,
              "%s", app.message);
    program_press(&app, "yv");
    cr_expect(strstr(app.copy, "United States") != NULL);
    cr_expect_null(strchr(app.copy, '\033'));
    program_press(&app, "Y");
    cr_expect_eq(strncmp(app.copy, "entrepot --view=table --sort=exports ", 37), 0,
                 "%s", app.copy);
    app_close(&app);
}

Test(copy, too_much_is_said_and_not_cut)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    app.has_terminal = true;
    program_press(&app, "p");
    app.look.is_ascii = false;
    app_resize(&app, 500, 1000);
    program_press(&app, "1yv");
    cr_expect_null(app.copy);
    cr_expect(strstr(app.message, "a terminal takes 74994") != NULL, "%s", app.message);
    app_close(&app);
}

Test(copy, without_a_terminal_nothing_is_copied)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "yd");
    cr_expect_null(app.copy);
    cr_expect_str_eq(app.message, "there is no terminal to copy to");
    app_close(&app);
}

static void type(struct app *app, const char *name)
{
    program_press(app, "<C-u>");
    program_press(app, name);
    program_press(app, "<Enter>");
}

static void expect_begin(const char *path, const char *begin)
{
    struct arena arena = {0};
    size_t size;
    const char *text = files_read(&arena, path, &size);

    cr_expect_eq(strncmp(text, begin, strlen(begin)), 0, "%.200s", text);
    arena_clear(&arena);
}

Test(keep, exports_by_the_ending_of_the_name)
{
    char folder[] = "/tmp/entrepot-keep-XXXXXX";
    struct app app;

    program_start(&app, "china-annual-cny.yaml", false);
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    program_press(&app, "2e");
    cr_expect_str_eq(app.file_name, "china-annual-cny-table.csv");
    program_press(&app, "<Enter>");
    cr_expect(strstr(app.message, "wrote 5 rows") != NULL, "%s", app.message);
    expect_begin("china-annual-cny-table.csv", "period,unit,exports,");
    program_press(&app, "e");
    type(&app, "a.tsv");
    expect_begin("a.tsv", "period\tunit\texports\t");
    program_press(&app, "e");
    type(&app, "a.json");
    expect_begin("a.json", "[\n  {\"period\": \"2024\", \"unit\": \"CNY\", "
                           "\"exports\": 25454500000000, ");
    program_press(&app, "e");
    type(&app, "a.md");
    expect_begin("a.md", "| period | unit | exports | exports\\_growth | ");
    program_press(&app, "e");
    type(&app, "a.txt");
    expect_begin("a.txt", " China: goods trade in yuan");
    app_close(&app);
}

Test(keep, asks_before_it_replaces_and_says_what_cannot_be)
{
    char folder[] = "/tmp/entrepot-keep-XXXXXX";
    struct app app;

    program_start(&app, "china-annual-cny.yaml", false);
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("a.csv", "mine", 4);
    program_press(&app, "2e");
    type(&app, "a.csv");
    cr_expect_eq(app.prompt, PROMPT_OVERWRITE);
    program_press(&app, "<Esc>");
    cr_expect_eq(app.prompt, PROMPT_EXPORT);
    expect_begin("a.csv", "mine");
    program_press(&app, "<Enter>y");
    cr_expect_eq(app.prompt, PROMPT_NONE);
    expect_begin("a.csv", "period,unit");
    program_press(&app, "e");
    type(&app, "nowhere/a.csv");
    cr_expect_str_eq(app.message, "cannot write: No such file or directory");
    cr_expect_eq(app.prompt, PROMPT_EXPORT);
    type(&app, "a.xls");
    cr_expect(strstr(app.message, ".csv .tsv .json .md .txt") != NULL);
    cr_expect_neq(access("a.xls", F_OK), 0);
    app_close(&app);
}
