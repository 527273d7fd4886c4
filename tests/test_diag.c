#include "core/base/diag.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena arena;
    struct diag_list diags;
    char *printed;
    size_t size;
};

static void start(struct fixture *fixture)
{
    *fixture = (struct fixture){0};
    fixture->diags.arena = &fixture->arena;
}

static const char *print(struct fixture *fixture)
{
    FILE *out = open_memstream(&fixture->printed, &fixture->size);

    diag_print(&fixture->diags, out);
    fclose(out);
    return fixture->printed;
}

static void stop(struct fixture *fixture)
{
    free(fixture->printed);
    arena_clear(&fixture->arena);
}

static struct source_pos at(size_t line, size_t column)
{
    return (struct source_pos){"t.yaml", line, column};
}

Test(diag, prints_file_line_and_column)
{
    struct fixture f;

    start(&f);
    cr_assert_not(diag_error(&f.diags, at(3, 7), "'%s' is not a number", "x"));
    diag_warning(&f.diags, at(0, 0), "no publisher");
    cr_assert_str_eq(print(&f), "t.yaml:3:7: error: 'x' is not a number\n"
                                "t.yaml: warning: no publisher\n");
    stop(&f);
}

/* A name is often that of a dataset which is closed since it has mistakes. */
Test(diag, keeps_the_name_of_a_file_that_is_gone)
{
    struct fixture fixture;
    char name[] = "gone.csv";

    start(&fixture);
    diag_error(&fixture.diags, (struct source_pos){name, 2, 3}, "no partner");
    diag_warning(&fixture.diags, (struct source_pos){name, 4, 1}, "no unit");
    memset(name, 'x', sizeof(name) - 1);
    cr_expect_str_eq(print(&fixture), "gone.csv:2:3: error: no partner\n"
                                      "gone.csv:4:1: warning: no unit\n");
    stop(&fixture);
}

Test(diag, sorts_by_position_and_keeps_equals_in_order)
{
    struct fixture f;

    start(&f);
    diag_error(&f.diags, at(9, 1), "f");
    diag_error(&f.diags, at(2, 5), "c");
    diag_error(&f.diags, at(2, 5), "d");
    diag_error(&f.diags, at(2, 1), "b");
    diag_error(&f.diags, at(0, 0), "a");
    diag_error(&f.diags, at(2, 5), "e");
    diag_sort(&f.diags);

    char order[8] = "";
    size_t count = 0;
    for (const struct diag *diag = f.diags.first; diag; diag = diag->next)
        order[count++] = diag->message[0];
    cr_assert_str_eq(order, "abcdef");
    cr_assert_str_eq(f.diags.last->message, "f");
    stop(&f);
}

Test(diag, sorting_nothing_is_harmless)
{
    struct diag_list diags = {0};

    diag_sort(&diags);
    cr_assert_null(diags.first);
}

Test(diag, counts_beyond_the_limit_but_keeps_no_more)
{
    struct fixture f;

    start(&f);
    for (size_t i = 1; i <= DIAG_LIMIT + 5; i++)
        diag_error(&f.diags, at(DIAG_LIMIT + 6 - i, 1), "x");
    diag_sort(&f.diags);
    cr_assert_eq(f.diags.kept, DIAG_LIMIT);
    cr_assert_eq(f.diags.count[SEVERITY_ERROR], DIAG_LIMIT + 5);
    cr_assert_not_null(strstr(print(&f), "\nnote: 5 more messages are not shown\n"));
    stop(&f);
}

Test(diag, warnings_are_not_errors)
{
    struct fixture f;

    start(&f);
    diag_warning(&f.diags, at(1, 1), "w");
    cr_assert_not(diag_has_errors(&f.diags));
    diag_error_span(&f.diags, at(1, 1), 4, "e");
    cr_assert(diag_has_errors(&f.diags));
    cr_assert_eq(f.diags.last->length, 4);
    stop(&f);
}

Test(diag, nothing_but_clean_text_goes_out)
{
    struct fixture f;
    struct source_pos evil = {"a\x1b]0;b", 1, 1};

    start(&f);
    diag_error(&f.diags, evil, "'%s'", "\x1b[31m\n\xC2\x9B\xE2\x80\xAE");
    cr_assert_str_eq(print(&f),
                     "a\xEF\xBF\xBD]0;b:1:1: error: '\xEF\xBF\xBD[31m\xEF\xBF\xBD"
                     "\xEF\xBF\xBD\xEF\xBF\xBD'\n");
    stop(&f);
}
