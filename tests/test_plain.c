#include "tests/program.h"
#include "tui/input.h"
#include "tui/plain.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What --plain prints after the keys; free it. */
static char *printed(const char *file, const char *keys, bool is_ascii)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct app app;

    program_start(&app, file, is_ascii);
    program_press(&app, keys);
    cr_assert(plain_print(&app, out));
    fclose(out);
    app_close(&app);
    return text;
}

static void expect_lines(const char *file, const char *keys, const char *const *lines)
{
    char *text = printed(file, keys, false);

    for (; *lines; lines++) {
        const char *at = strstr(text, *lines);
        const size_t length = strlen(*lines);

        cr_expect(at && (at == text || at[-1] == '\n') && at[length] == '\n',
                  "after '%s' no line '%s'", keys, *lines);
    }
    free(text);
}

/* The figures are those of the customs' table. */
Test(plain, says_of_what_when_and_which_in_every_line)
{
    static const char *const table[] = {
        "dataset: China: goods trade by partner, 2024",
        "view: Table",
        "rows: 252 of 252 partners",
        "World, 2024, exports: 25,454.5 CNY bn",
        "United States, 2024, exports: 3,733.7 CNY bn",
        "United States, 2024, imports: 1,164.1 CNY bn",
        "United States, 2024, balance: +2,569.7 CNY bn",
        "United States, 2024, share of total trade: 11.2 %",
        "Kyrgyzstan, 2024, imports, growth on the year before, in CNY: ×33.8",
        NULL};
    static const char *const surplus[] = {"United States, place by balance: 1 of 252",
                                          "India, 2024, balance: +729.3 CNY bn", NULL};
    static const char *const compared[] = {"South Korea, 2024, balance: −251.6 CNY bn",
                                           NULL};
    static const char *const months[] = {"2024-12, exports: 2,409.9 CNY bn",
                                         "2023-02, exports: 1,415.9 CNY bn", NULL};
    static const char *const trend[] = {"2024, balance: +989.5 USD bn", NULL};
    static const char *const filtered[] = {"filter: viet", "rows: 1 of 252 partners",
                                           "Vietnam, 2024, exports: 1,152.0 CNY bn",
                                           NULL};

    expect_lines("china-monthly-2023-2024.yaml", "P", months);
    expect_lines("china-partners-2024.yaml", "2", table);
    expect_lines("china-partners-2024.yaml", "5", surplus);
    expect_lines("china-partners-2024.yaml", "8", compared);
    expect_lines("china-annual-usd.yaml", "4", trend);
    expect_lines("china-partners-2024.yaml", "3fviet<Enter>", filtered);
}

/* Every view and page prints, and each line is one fact: a name and what it is, or a
 * heading of the notes. No frame, no bar, no blank line. */
Test(plain, draws_nothing_in_any_view)
{
    static const char *const files[] = {"china-partners-2024.yaml",
                                        "china-monthly-2023-2024.yaml", "ciie.yaml"};
    static const char *const drawn[] = {"│", "┃", "━", "█", "▒", "▸", "\n\n", "\033"};

    for (size_t f = 0; f < 3; f++)
        for (char view = '1'; view <= '8'; view++) {
            const char keys[] = {view, '\0'};
            char *text = printed(files[f], keys, false);

            cr_expect_gt(strlen(text), 50, "%s, view %c", files[f], view);
            for (size_t i = 0; i < sizeof(drawn) / sizeof(drawn[0]); i++)
                cr_expect_null(strstr(text, drawn[i]), "%s, view %c has '%s'", files[f],
                               view, drawn[i]);
            free(text);
        }
}

Test(plain, keeps_to_ascii_where_that_is_asked_for)
{
    for (char view = '1'; view <= '8'; view++) {
        const char keys[] = {view, '\0'};
        char *text = printed("china-partners-2024.yaml", keys, true);
        size_t beyond = 0;

        for (size_t i = 0; text[i]; i++)
            beyond += (unsigned char)text[i] >= 0x80;
        cr_expect_eq(beyond, 0, "view %c", view);
        free(text);
    }
}
