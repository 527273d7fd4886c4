/*
 * The questions that the program is measured by: each answered within its number of
 * keys, on the screen of 80x24 and in the terminal, and README.md promises the same.
 */
#include "tests/files.h"
#include "tests/program.h"
#include "tests/questions.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* "<Enter>" is one key, everything else a key a character. */
static size_t count_keys(const char *keys)
{
    size_t count = 0;

    for (const char *at = keys; *at; at++) {
        const char *end = *at == '<' ? strchr(at, '>') : NULL;
        count++;
        if (end)
            at = end;
    }
    return count;
}

static int numbers[64];

ParameterizedTestParameters(questions, are_answered)
{
    for (size_t i = 0; i < question_count; i++)
        numbers[i] = (int)i;
    return cr_make_param_array(int, numbers, question_count);
}

ParameterizedTest(int *number, questions, are_answered)
{
    const struct question *question = &questions[*number];
    struct arena arena = {0};
    struct app app;
    char folder[] = "/tmp/entrepot-questions-XXXXXX";

    cr_expect_leq(count_keys(question->keys), question->most, "%s", question->asked);
    program_start(&app, arena_printf(&arena, "../%s", question->file), false);
    app_resize(&app, 24, 80);
    /* What is written, is written there. */
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    program_press(&app, question->keys);
    for (size_t i = 0; i < QUESTION_ANSWERS && question->answer[i]; i++)
        cr_expect(program_shows(&app, question->answer[i]), "%s: no '%s'",
                  question->asked, question->answer[i]);
    arena_clear(&arena);
    app_close(&app);
}

Test(questions, are_twenty_and_ten_of_them_the_yardstick)
{
    size_t of_ten = 0;

    for (size_t i = 0; i < question_count; i++)
        of_ten += questions[i].is_of_ten;
    cr_expect_eq(of_ten, 10);
    cr_expect_geq(question_count, 20);
    cr_expect_leq(question_count, sizeof(numbers) / sizeof(numbers[0]));
}

/* "`v` `Enter`, and `Backspace` to ..." in a cell are the keys v<Enter>: what stands
 * before the explanation. "none: a column" is no key. */
static const char *keys_of_cell(const char *cell, struct arena *arena)
{
    const char *keys = "";

    while (cell[strspn(cell, "| ")] == '`') {
        cell += strspn(cell, "| ");
        size_t length = strcspn(++cell, "`");
        const char *key = arena_copy(arena, cell, length);
        bool is_named = length > 1 && strcmp(key, "Enter") == 0;

        keys = arena_printf(arena, is_named ? "%s<%s>" : "%s%s", keys,
                            strcmp(key, "Space") == 0 ? " " : key);
        cell += length + 1;
    }
    return keys;
}

Test(questions, stand_in_the_readme_with_the_same_keys)
{
    struct arena arena = {0};
    size_t size;
    const char *readme = files_read(&arena, files_path(&arena, "README.md"), &size);

    for (size_t i = 0; i < question_count; i++) {
        const struct question *question = &questions[i];
        const char *row =
            strstr(readme, arena_printf(&arena, "| %s | ", question->asked));
        const char *cell;

        cr_assert_not_null(row, "%s", question->asked);
        cell = strchr(row + strlen(question->asked) + 4, '|');
        cr_assert_not_null(cell);
        cell = arena_copy(&arena, cell, strcspn(cell, "\n"));
        cr_expect_str_eq(keys_of_cell(cell, &arena), question->keys, "%s: %s",
                         question->asked, cell);
    }
    arena_clear(&arena);
}
