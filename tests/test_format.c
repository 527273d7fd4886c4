/*
 * The description of the format (datasets/README.md) against the reader: each yaml
 * block is a whole file that loads, unless a text block follows with its messages.
 */
#include "core/load/load.h"
#include "tests/files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The fenced block of this kind at or after `from`; NULL when there is none. */
static char *find_block(char *from, const char *fence, size_t *length, char **after)
{
    char *begin = strstr(from, fence);
    char *end;

    if (!begin)
        return NULL;
    begin += strlen(fence);
    end = strstr(begin, "\n```\n");
    cr_assert_not_null(end);
    *length = (size_t)(end + 1 - begin);
    *after = end + strlen("\n```\n");
    return begin;
}

/* What is said of the block, and whether it loads. */
static const char *check_block(struct arena *arena, const char *block, size_t length,
                               enum load_result *result)
{
    struct diag_list diags = {.arena = arena};
    struct dataset dataset = {0};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    *result = load_bytes("example.yaml", block, length, &load_limits_default, &dataset,
                         &diags);
    diag_print(&diags, out);
    fclose(out);
    dataset_close(&dataset);

    const char *said = arena_copy(arena, text, size);
    free(text);
    return said;
}

Test(format, examples_do_what_the_description_says)
{
    struct arena arena = {0};
    size_t size;
    size_t length;
    size_t good = 0;
    size_t bad = 0;
    char *at = files_read(&arena, files_path(&arena, "datasets/README.md"), &size);
    char *block;

    while ((block = find_block(at, "```yaml\n", &length, &at))) {
        enum load_result result;
        const char *said = check_block(&arena, block, length, &result);
        char *next = strstr(at, "```");

        if (next && strncmp(next, "```text\n", 8) == 0) {
            const char *expected = find_block(at, "```text\n", &length, &at);

            cr_expect_eq(result, LOAD_BAD_DATA);
            cr_expect_str_eq(said, arena_copy(&arena, expected, length));
            bad++;
        } else {
            cr_expect_eq(result, LOAD_OK, "%s", said);
            good++;
        }
    }
    cr_expect_geq(good, 2);
    cr_expect_geq(bad, 2);
    arena_clear(&arena);
}
