/*
 * Every file under tests/errors is refused with exactly the messages that stand beside
 * it: NAME.yaml and NAME.txt. UPDATE_GOLDEN=1 rewrites the messages.
 */
#include "core/load/load.h"
#include "core/query/query.h"
#include "tests/files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What loading the file says, in `arena`. */
static const char *messages(struct arena *arena, const char *path, const char *name)
{
    struct diag_list diags = {.arena = arena};
    struct dataset dataset = {0};
    size_t size;
    char *file = files_read(arena, path, &size);
    char *text = NULL;
    size_t text_size = 0;
    FILE *out = open_memstream(&text, &text_size);

    enum load_result result =
        load_bytes(name, file, size, &load_limits_default, &dataset, &diags);
    cr_expect_eq(result, LOAD_BAD_DATA, "%s is not refused", name);
    cr_expect_eq(dataset.observation_count, 0, "%s: something was loaded", name);
    diag_print(&diags, out);
    fclose(out);

    const char *copy = arena_copy(arena, text, text_size);
    free(text);
    return copy;
}

static void check(struct arena *arena, const char *folder, const char *name)
{
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    int stem = (int)(strlen(path) - strlen(".yaml"));
    const char *expected = arena_printf(arena, "%.*s.txt", stem, path);
    const char *said = messages(arena, path, name);
    size_t size;

    if (getenv("UPDATE_GOLDEN")) {
        files_write(expected, said, strlen(said));
        return;
    }
    cr_expect_str_eq(said, files_read(arena, expected, &size), "%s says\n%s", name,
                     said);
}

Test(errors, every_bad_file_has_its_messages)
{
    struct arena arena = {0};
    const char *folder = files_path(&arena, "tests/errors");
    const char **names;
    size_t count = files_list(&arena, folder, ".yaml", &names);

    cr_assert_gt(count, 100);
    for (size_t i = 0; i < count; i++)
        check(&arena, folder, names[i]);
    arena_clear(&arena);
}

static const char *said_of(struct arena *arena, const char *name, const char *text,
                           size_t size)
{
    struct diag_list diags = {.arena = arena};
    struct dataset dataset = {0};

    cr_expect_eq(load_bytes(name, text, size, &load_limits_default, &dataset, &diags),
                 LOAD_BAD_DATA);
    cr_assert_not_null(diags.first);
    dataset_close(&dataset);
    return diags.first->message;
}

Test(errors, what_is_no_data_at_all_is_told_in_its_own_words)
{
    static const char program[] = "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0";
    static const char prose[] = "hello world\nthis is no table\n";
    struct arena arena = {0};

    cr_expect(strstr(said_of(&arena, "ls", program, sizeof(program)), "no text"));
    cr_expect(strstr(said_of(&arena, "a.csv", prose, sizeof(prose) - 1),
                     "a table needs a line of headings"));
    cr_expect(
        strstr(said_of(&arena, "a.yaml", prose, sizeof(prose) - 1), "'key: value'"));
    arena_clear(&arena);
}

Test(errors, one_period_is_no_range)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct query query;

    cr_assert_eq(load_file(files_path(&arena, "datasets/china-partners-2024.yaml"),
                           &load_limits_default, &dataset, &diags),
                 LOAD_OK);
    query = query_new(&dataset);
    cr_expect_not(query_read_period(&query, &dataset, "2020", &diags));
    cr_expect_str_eq(diags.last->message, "no figures for '2020'; this file has 2024");
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(errors, ten_mistakes_are_ten_messages_with_line_and_column)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const char *path = files_path(&arena, "tests/errors/ten-mistakes.yaml");

    cr_expect_eq(load_file(path, &load_limits_default, &dataset, &diags),
                 LOAD_BAD_DATA);
    cr_expect_eq(diags.count[SEVERITY_ERROR], 10);
    for (const struct diag *diag = diags.first; diag; diag = diag->next) {
        cr_expect_gt(diag->at.line, 0);
        cr_expect_gt(diag->at.column, 0);
        if (diag->next)
            cr_expect_leq(diag->at.line, diag->next->at.line);
    }
    arena_clear(&arena);
}
