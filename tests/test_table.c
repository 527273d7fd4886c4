/*
 * Delimited text: rows, fields, separators, and what is none.
 */
#include "core/load/table.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A table in memory, row by row. */
struct opened {
    struct arena arena;
    struct diag_list diags;
    struct bytes bytes;
    struct table *table;
};

static void open_table(struct opened *opened, const char *text, size_t size,
                       char separator)
{
    *opened = (struct opened){0};
    opened->diags.arena = &opened->arena;
    bytes_open_memory(&opened->bytes, "t.csv", text, size, size, &opened->diags);
    opened->table =
        table_open(&opened->bytes, separator, 1000, &opened->arena, &opened->diags);
}

static void close_table(struct opened *opened)
{
    table_close(opened->table);
    bytes_close(&opened->bytes);
    arena_clear(&opened->arena);
}

static void expect_field(const struct table_row *row, size_t number, const char *text)
{
    cr_assert_lt(number, row->count);
    cr_expect_eq(row->fields[number].length, strlen(text), "'%.*s' is not '%s'",
                 (int)row->fields[number].length, row->fields[number].text, text);
    cr_expect(strncmp(row->fields[number].text, text, strlen(text)) == 0);
}

Test(table, quoted_fields_hold_anything)
{
    static const char text[] = "a,\"b,\"\"c\"\"\",\" d \"\r\n\"e\nf\",,g\r\n\r\nh";
    struct opened opened;
    struct table_row row;

    open_table(&opened, text, strlen(text), ',');
    cr_assert(table_next(opened.table, &row));
    cr_expect_eq(row.count, 3);
    expect_field(&row, 0, "a");
    expect_field(&row, 1, "b,\"c\"");
    expect_field(&row, 2, "d");
    cr_assert(table_next(opened.table, &row));
    cr_expect_eq(row.line, 2);
    expect_field(&row, 0, "e\nf");
    expect_field(&row, 1, "");
    expect_field(&row, 2, "g");
    cr_assert(table_next(opened.table, &row));
    cr_expect_eq(row.line, 5);
    expect_field(&row, 0, "h");
    cr_expect_not(table_next(opened.table, &row));
    cr_expect(table_is_whole(opened.table));
    close_table(&opened);
}

/* Of all lengths up to some hundred, the quoted field with a line's end in it. */
static int print_long_row(char *out, size_t size, int number)
{
    return snprintf(out, size, "%d,\"%.*s\n%d\"\n", number, number % 97,
                    "---------------------------------------------------"
                    "---------------------------------------------------",
                    number);
}

/* The window is small at first, and then several times that. */
Test(table, rows_are_whole_where_a_window_ends)
{
    enum { ROWS = 30000, BYTES = ROWS * 128 };
    char *text = malloc(BYTES);
    struct opened opened;
    struct table_row row;
    char expected[128];
    size_t size = 0;

    cr_assert_not_null(text);
    for (int i = 0; i < ROWS; i++)
        size += (size_t)print_long_row(text + size, BYTES - size, i);
    cr_assert_gt(size, 1 << 20);
    open_table(&opened, text, size, ',');
    for (int i = 0; i < ROWS; i++) {
        cr_assert(table_next(opened.table, &row), "row %d", i);
        cr_assert_eq(row.count, 2);
        cr_assert_eq(row.line, (size_t)i * 2 + 1);
        snprintf(expected, sizeof(expected), "%d", i);
        expect_field(&row, 0, expected);
        snprintf(expected, sizeof(expected), "%.*s\n%d", i % 97,
                 "---------------------------------------------------"
                 "---------------------------------------------------",
                 i);
        expect_field(&row, 1, expected);
    }
    cr_expect_not(table_next(opened.table, &row));
    cr_expect(table_is_whole(opened.table));
    close_table(&opened);
    free(text);
}

static void expect_failure(const char *text, size_t size, const char *words)
{
    struct opened opened;
    struct table_row row;

    open_table(&opened, text, size, ',');
    while (table_next(opened.table, &row))
        ;
    cr_expect_not(table_is_whole(opened.table), "%s", words);
    cr_assert_not_null(opened.diags.first, "%s", words);
    cr_expect(strstr(opened.diags.first->message, words), "'%s' is not '%s'",
              opened.diags.first->message, words);
    close_table(&opened);
}

Test(table, what_is_no_text_ends_it_with_a_message)
{
    char *longest = calloc(1, 5001);

    expect_failure("a,b\n\"c,d\n", 9, "never closed");
    expect_failure("a,b\nc\0d\n", 8, "NUL");
    expect_failure("a,b\n\xff\xfe,d\n", 9, "not in UTF-8");
    memset(longest, 'x', 5000);
    expect_failure(longest, 5000, "too long");
    memset(longest, ',', 5000);
    longest[0] = '\n';
    free(longest);
}

Test(table, separator_is_what_parts_the_lines_evenly)
{
    static const struct {
        const char *head;
        char separator;
    } cases[] = {
        {"a,b,c\n1,2,3\n", ','},      {"a;b\n1,5;2,5\n3,5;4,5\n", ';'},
        {"a\tb\n\"1,2\"\t3\n", '\t'}, {"Title of all\n\nx|y|z\n1|2|3\n4|5|6\n", '|'},
        {"one column\nonly\n", '\0'},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_eq(table_separator(cases[i].head, strlen(cases[i].head)),
                     cases[i].separator, "%s", cases[i].head);
}

Test(table, quoted_fields_may_end_in_any_character)
{
    static const char text[] =
        "\"亚洲\",\"Perú\",\"a \"\"é\"\"\"\n\"é\"\"é\"é,\"\",b\n";
    struct opened opened;
    struct table_row row;

    open_table(&opened, text, strlen(text), ',');
    cr_assert(table_next(opened.table, &row), "%s",
              opened.diags.first ? opened.diags.first->message : "");
    expect_field(&row, 0, "亚洲");
    expect_field(&row, 1, "Perú");
    expect_field(&row, 2, "a \"é\"");
    cr_assert(table_next(opened.table, &row));
    expect_field(&row, 0, "é\"éé");
    expect_field(&row, 1, "");
    expect_field(&row, 2, "b");
    cr_expect_not(table_next(opened.table, &row));
    cr_expect(table_is_whole(opened.table));
    close_table(&opened);
}
