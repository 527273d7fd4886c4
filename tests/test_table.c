/*
 * Tables of other publishers: rows and fields, headings, flows, units, members.
 */
#include "core/base/text.h"
#include "core/load/layout.h"
#include "core/load/load.h"
#include "core/load/table.h"
#include "tests/sample.h"

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

Test(layout, headings_tell_the_unit)
{
    static const struct {
        const char *heading;
        const char *code;
        int scale;
    } cases[] = {
        {"Exports (million USD)", "USD", 6},
        {"exports_musd", "USD", 6},
        {"Value, 1000 US$", "USD", 3},
        {"出口（亿元）", "CNY", 8},
        {"进口（万美元）", "USD", 4},
        {"imports_cny_100m", "CNY", 8},
        {"Imports, EUR", "EUR", 0},
        {"exports, thousand yen", "JPY", 3},
        {"Exports, RMB 100 million", "CNY", 8},
        {"exports_kusd", "USD", 3},
    };
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct unit unit = {0};
        cr_expect(layout_unit(cases[i].heading, &unit, &arena), "%s", cases[i].heading);
        cr_expect_str_eq(unit.code, cases[i].code, "%s", cases[i].heading);
        cr_expect_eq(unit.scale, cases[i].scale, "%s", cases[i].heading);
    }
    arena_clear(&arena);
}

static enum load_result load(const char *text, struct dataset *dataset,
                             struct diag_list *diags)
{
    return load_bytes("t.csv", text, strlen(text), &load_limits_default, dataset,
                      diags);
}

/* The figure of a measure for the member of the first dimension, in base units. */
static struct value figure(const struct dataset *dataset, const char *measure,
                           const char *code, const char *period)
{
    struct period wanted;
    size_t number = dataset_measure(dataset, measure);

    cr_assert_neq(number, SIZE_MAX, "no measure %s", measure);
    cr_assert(period_read(period, strlen(period), &wanted));
    for (size_t i = 0; i < dataset->observation_count; i++) {
        const struct dimension *dimension = &dataset->dimension[0];
        if (period_equal(dataset->periods[codes_get(&dataset->period, i)], wanted) &&
            (!code || strcmp(dimension->members[codes_get(&dimension->column, i)].code,
                             code) == 0))
            return dataset_value(dataset, number, i);
    }
    cr_assert_fail("no row %s %s", code ? code : "", period);
    return value_missing(ABSENCE_NO_ROW);
}

static const char comtrade[] =
    "\"TypeCode\",\"RefPeriodId\",\"Period\",\"ReporterISO\",\"ReporterDesc\","
    "\"FlowCode\",\"PartnerISO\",\"PartnerDesc\",\"CmdCode\",\"CmdDesc\","
    "\"PrimaryValue\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"M\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"51584018551\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"X\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"11475200000.5\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"M\",\"W00\",\"World\","
    "\"TOTAL\",\"All\",\"99999999999\",\r\n"
    "\"C\",\"20220201\",\"202202\",\"USA\",\"USA\",\"RX\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"7\",\r\n";

/* Exports and imports of one key are one observation; the world is above its partners;
 * a single reporter and a single product are no dimensions. */
Test(layout, comtrade_is_read_as_it_comes)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(comtrade, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.dimension_count, 1);
    cr_expect_str_eq(dataset.dimension[0].id, "partner");
    cr_expect_str_eq(dataset.reporter_code, "USA");
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(figure(&dataset, "imports", "CHN", "2022-01").number, 51584018551.0);
    cr_expect_eq(figure(&dataset, "exports", "CHN", "2022-01").number, 11475200000.5);
    cr_expect_eq(figure(&dataset, "exports", "W00", "2022-01").absence, ABSENCE_NO_ROW);
    cr_expect_eq(figure(&dataset, "re_exports", "CHN", "2022-02").number, 7);
    cr_expect_eq(dataset.measure[dataset_measure(&dataset, "imports")].valuation,
                 VALUATION_CIF);
    for (uint32_t i = 0; i < dataset.dimension[0].member_count; i++) {
        const struct member *member = &dataset.dimension[0].members[i];
        bool is_world = strcmp(member->code, "W00") == 0;
        cr_expect_eq(member->level, is_world ? 0 : 1);
        cr_expect_eq(member->parent == MEMBER_NONE, is_world);
    }
    cr_expect_str_eq(label_pick(&dataset.dimension[0].members[0].name, "en"), "China");
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* 010121 stands below 01, since 0101 is not in the file; codes keep their zeros. */
Test(layout, digits_of_product_codes_are_the_hierarchy)
{
    static const char text[] = "period,hs,exports_usd\n"
                               "2024,01,5\n2024,010121,2\n2024,0102,3\n2024,02,7\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const struct dimension *products;

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    products = &dataset.dimension[0];
    cr_expect_str_eq(products->members[0].code, "01");
    cr_expect_eq(products->members[1].parent, 0);
    cr_expect_eq(products->members[2].parent, 0);
    cr_expect_eq(products->members[3].parent, MEMBER_NONE);
    cr_expect_str_eq(products->level[products->members[1].level], "subheading");
    cr_expect_str_eq(products->level[products->members[3].level], "chapter");
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(layout, chinese_headings_and_long_tables_are_understood)
{
    static const char wide[] = "年份,国家,出口（亿元）,进口（亿元）\n"
                               "2023,日本,12.5,~\n2024,日本,13,9\n2024,法国,1,2\n";
    static const char longer[] = "Date;Country;Flow;Value (thousand EUR)\n"
                                 "2001.01;FRA;Export;1\n2001.01;FRA;Import;2\n"
                                 "2001.02;FRA;Export;3\n2001.01;DEU;Export;4\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(wide, &dataset, &diags), LOAD_OK);
    cr_expect_eq(figure(&dataset, "exports", "日本", "2023").number, 12.5e8);
    cr_expect_eq(figure(&dataset, "imports", "日本", "2023").absence,
                 ABSENCE_NOT_AVAILABLE);
    dataset_close(&dataset);
    cr_assert_eq(load(longer, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(figure(&dataset, "imports", "FRA", "2001-01").number, 2000);
    cr_expect_eq(figure(&dataset, "imports", "DEU", "2001-01").absence, ABSENCE_NO_ROW);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* "exports_ytd" and "exports_growth" are not the exports. */
Test(layout, headings_that_go_on_are_something_else)
{
    static const char text[] = "year,month,exports_ytd,exports_month_usd,imports_usd\n"
                               "2024,2,30,20,5\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_eq(figure(&dataset, "exports", NULL, "2024-02").number, 20);
    dataset_close(&dataset);
    arena_clear(&arena);
}

static void expect_number(const char *cells, const char *decimal, double expected)
{
    struct load_answers answers = {.decimal = *decimal};
    struct load_limits limits = load_limits_default;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const char *text =
        arena_printf(&arena, "year;exports_usd;imports_usd\n2024;%s;1\n", cells);

    limits.answers = &answers;
    if (load_bytes("t", text, strlen(text), &limits, &dataset, &diags) == LOAD_OK)
        cr_expect_float_eq(figure(&dataset, "exports", NULL, "2024").number, expected,
                           1e-9, "%s", cells);
    else
        cr_expect(expected != expected, "%s was refused", cells);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* One comma before three digits may be either: only an answer settles it. */
Test(layout, commas_in_numbers_are_read_only_when_they_are_certain)
{
    double refused = strtod("nan", NULL);

    expect_number("1187.5", "", 1187.5);
    expect_number("1,187.5", "", 1187.5);
    expect_number("1,187,500", "", 1187500);
    expect_number("-1,187,500", "", -1187500);
    expect_number("12,4", "", 12.4);
    expect_number("1234,567", "", 1234.567);
    expect_number("1,187", "", refused);
    expect_number("1,187", ",", 1.187);
    expect_number("1,187", ".", 1187);
    expect_number("1,18,7", "", refused);
    expect_number("twelve", "", refused);
}

/* Used, refused and why; the rest of the table stands. */
Test(layout, rows_that_cannot_be_read_are_left_out_and_said)
{
    static const char text[] = "period,exports_usd\n2024-01,1\n2024-02\n2024-13,3\n"
                               "2024-03,x,\n2024-04,4,\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    char *printed = NULL;
    size_t size = 0;
    FILE *out;

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    out = open_memstream(&printed, &size);
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(figure(&dataset, "exports", NULL, "2024-03").absence,
                 ABSENCE_CONFIDENTIAL);
    diag_print(&diags, out);
    fclose(out);
    cr_expect_str_eq(
        printed, "t.csv: warning: 2 of 5 rows were left out\n"
                 "t.csv:3:1: warning: row left out: it has 1 fields, the head has 2\n"
                 "t.csv:4:1: warning: row left out: no period: '2024-13'\n");
    free(printed);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(layout, a_unit_that_is_not_said_is_asked_for)
{
    static const char text[] = "period,exports\n2024,1\n";
    struct load_answers answers = {.unit = {UNIT_CURRENCY, "NZD", 6}};
    struct load_limits limits = load_limits_default;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_BAD_DATA);
    cr_expect(strstr(diags.first->message, "--unit=USD:6"));
    limits.answers = &answers;
    cr_assert_eq(load_bytes("t", text, strlen(text), &limits, &dataset, &diags),
                 LOAD_OK);
    cr_expect_eq(figure(&dataset, "exports", NULL, "2024").number, 1e6);
    cr_expect_str_eq(dataset.measure[0].unit.code, "NZD");
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* The same key twice with the same measure is a mistake, not a sum. */
Test(layout, a_key_given_twice_is_reported)
{
    static const char text[] = "period,flow,value_usd\n2024,X,1\n2024,M,2\n2024,X,3\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_BAD_DATA);
    cr_expect(strstr(diags.first->message, "given again; first at line 2"), "%s",
              diags.first->message);
    dataset_close(&dataset);
    arena_clear(&arena);
}
