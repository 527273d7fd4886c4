/*
 * What points and commas in the numbers of a table mean: never guessed from one number
 * that allows two readings, and never two things in one table.
 */
#include "core/load/load.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

static void load(struct loaded *loaded, const char *text, char decimal)
{
    struct load_answers answers = {.decimal = decimal};
    struct load_limits limits = load_limits_default;

    loaded_open(loaded);
    limits.answers = &answers;
    loaded->result = load_bytes("t.csv", text, strlen(text), &limits, &loaded->dataset,
                                &loaded->diags);
}

/* Exports, row by row. */
static void expect(const char *text, char decimal, size_t count, const double *figures)
{
    struct loaded loaded;

    load(&loaded, text, decimal);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", text);
    cr_assert_eq(loaded.dataset.observation_count, count, "%s", text);
    for (size_t i = 0; i < count; i++)
        cr_expect_float_eq(dataset_value(&loaded.dataset, 0, i).number, figures[i],
                           1e-9, "%s: row %zu is %g", text, i + 1,
                           dataset_value(&loaded.dataset, 0, i).number);
    loaded_close(&loaded);
}

Test(decimal, commas_are_decimal_where_a_number_says_so)
{
    expect("year;exports (USD)\n2020;1.187,5\n2021;2,5\n2022;1.234\n2023;1.234.567\n",
           0, 4, (const double[]){1187.5, 2.5, 1234, 1234567});
    expect("year;exports (USD)\n2020;12,4\n2021;-1.187,5\n", 0, 2,
           (const double[]){12.4, -1187.5});
}

Test(decimal, an_answer_settles_what_is_open)
{
    static const char text[] = "year;exports (USD)\n2020;1.187\n2021;1,187\n";

    expect(text, ',', 2, (const double[]){1187, 1.187});
    expect(text, '.', 2, (const double[]){1.187, 1187});
}

/* Behind a semicolon a point may part thousands too. */
Test(decimal, a_point_before_three_digits_is_left_open_where_commas_may_be_decimal)
{
    static const char head[] = "year;exports (USD);imports (USD)\n2020;1.187;2.345\n";
    static const struct {
        const char *rows;
        double first; /* of the first row; 0: some cannot be read */
    } tables[] = {
        {"2021;3.100;4.200\n", 0},
        {"2021;3.10;4.200\n", 1.187},
        {"2021;0.100;4.200\n", 1.187},
        {"2021;3100.125;4.200\n", 1.187},
        {"2021;3,100.5;4.200\n", 1.187},
        {"2021;3.100.125;4.200\n", 1187},
        {"2021;3.100,5;4.200\n", 1187},
        {"2021;3,1;4.200\n", 1187},
        {"2021;3.100.125;4.20\n2022;5;6\n", 0},
    };

    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        struct arena arena = {0};
        struct loaded loaded;
        const char *text = arena_printf(&arena, "%s%s", head, tables[i].rows);
        load(&loaded, text, 0);
        if (tables[i].first == 0)
            cr_expect(strstr(loaded_message(&loaded), "could not be read"), "%s: %s",
                      tables[i].rows, loaded_message(&loaded));
        else
            cr_expect_float_eq(
                loaded_figure(&loaded.dataset, "exports", NULL, "2020").number,
                tables[i].first, 1e-9, "%s", tables[i].rows);
        loaded_close(&loaded);
        arena_clear(&arena);
    }
}

/* Nobody writes decimal commas into a table that commas part. */
Test(decimal, a_point_is_decimal_where_commas_part_the_fields)
{
    static const char text[] = "year,exports (USD)\n2020,1.187\n2021,3.100\n";

    expect(text, 0, 2, (const double[]){1.187, 3.1});
}

Test(decimal, points_and_commas_are_not_both_decimal)
{
    struct loaded loaded;

    load(&loaded, "year;exports (USD)\n2020;1.5\n2021;2,75\n2022;1.187,5\n", 0);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_eq(loaded.dataset.fates.figures, 2);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 3);
    loaded_close(&loaded);
}

enum { COLUMN_MAX = 4 };

/* A column of figures, and what each is in whatever order they stand. */
struct column {
    const char *cells[COLUMN_MAX];
    double figures[COLUMN_MAX]; /* OPEN: that is asked */
    char separator;
};

#define OPEN (-1.0)

static const struct column columns[] = {
    {{"92,000", "1,234,567", "5,000", "7"}, {92000, 1234567, 5000, 7}, ','},
    {{"92,000", "1,234.5", "5,000", "7"}, {92000, 1234.5, 5000, 7}, ','},
    {{"92,000", "12,5", "5,000", "7"}, {92, 12.5, 5, 7}, ','},
    {{"92,000", "1.234,5", "5,000", "7"}, {92, 1234.5, 5, 7}, ','},
    {{"92,000", "12.5", "5,000", "7"}, {92000, 12.5, 5000, 7}, ','},
    {{"1.187", "12,5", "92,000", "7"}, {1187, 12.5, 92, 7}, ','},
    /* Nothing settles it. */
    {{"92,000", "5,000", "8", "7"}, {OPEN, OPEN, 8, 7}, ','},
    {{"92,000", "5,000", "1.187", "7"}, {OPEN, OPEN, 1.187, 7}, ','},
    /* One contradicts another. */
    {{"92,000", "12,5", "1,234,567", "7"}, {OPEN, OPEN, OPEN, 7}, ','},
    {{"92,000", "12,5", "12.5", "7"}, {OPEN, OPEN, 12.5, 7}, ','},
    {{"1.187", "1.187.500", "2.500", "7"}, {1187, 1187500, 2500, 7}, ';'},
    {{"1.187", "12,5", "2.500", "7"}, {1187, 12.5, 2500, 7}, ';'},
    {{"1.187", "12.5", "2,500", "7"}, {1.187, 12.5, 2500, 7}, ';'},
    {{"1.187", "2.500", "8", "7"}, {OPEN, OPEN, 8, 7}, ';'},
};

static void expect_order(const struct column *column, const int *order,
                         bool is_row_by_row)
{
    struct load_limits limits = load_limits_default;
    struct load_open open = {0};
    struct arena arena = {0};
    struct loaded loaded;
    const char *text = arena_printf(&arena, "year%cexports (USD)\n", column->separator);
    size_t left = 0;

    for (int i = 0; i < COLUMN_MAX; i++)
        text = arena_printf(&arena, "%s%d%c\"%s\"\n", text, 2020 + i, column->separator,
                            column->cells[order[i]]);
    limits.is_row_by_row = is_row_by_row;
    limits.open = &open;
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s%s", text, loaded_message(&loaded));
    for (int i = 0; i < COLUMN_MAX; i++) {
        struct value value = dataset_value(&loaded.dataset, 0, (size_t)i);
        double expected = column->figures[order[i]];
        left += expected < 0;
        if (expected < 0)
            cr_expect_eq(value.absence, ABSENCE_UNREADABLE, "%s row %d", text, i);
        else
            cr_expect_float_eq(value.number, expected, 1e-9, "%s row %d is %g", text, i,
                               value.number);
    }
    cr_expect_eq(open.decimal, left > 0, "%s", text);
    cr_expect_eq(loaded.dataset.fates.figures, left, "%s", text);
    loaded_close(&loaded);
    arena_clear(&arena);
}

/* All orders of the cells from `fixed` on. */
static void expect_orders(const struct column *column, int *order, int fixed)
{
    if (fixed == COLUMN_MAX) {
        expect_order(column, order, false);
        expect_order(column, order, true);
        return;
    }
    for (int i = fixed; i < COLUMN_MAX; i++) {
        int kept = order[fixed];
        order[fixed] = order[i];
        order[i] = kept;
        expect_orders(column, order, fixed + 1);
        order[i] = order[fixed];
        order[fixed] = kept;
    }
}

Test(decimal, the_whole_column_decides_whatever_its_order)
{
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        expect_orders(&columns[i], (int[]){0, 1, 2, 3}, 0);
}

/* Beyond the rows that are looked at before any is read, and in plain lines. */
Test(decimal, a_number_far_down_decides_too)
{
    static const struct {
        const char *first;
        const char *last;
        char separator;
        double figure;
    } tables[] = {
        {"\"92,000\"", "\"1,234,567\"", ',', 92000},
        {"\"92,000\"", "\"12,5\"", ',', 92},
        {"\"92,000\"", "12.5", ',', 92000},
        {"1.187", "\"12,5\"", ',', 1187},
        {"1.187", "1.187.500", ';', 1187},
        {"1.187", "12.5", ';', 1.187},
    };

    for (size_t i = 0; i < 2 * sizeof(tables) / sizeof(tables[0]); i++) {
        struct load_limits limits = load_limits_default;
        char separator = tables[i / 2].separator;
        struct arena arena = {0};
        struct loaded loaded;
        const char *text = arena_printf(
            &arena, "year%cpartner%cexports (USD)\n2020%cA%c%s\n", separator, separator,
            separator, separator, tables[i / 2].first);
        for (int row = 0; row < 200; row++)
            text = arena_printf(&arena, "%s2020%cB%d%c5\n", text, separator, row,
                                separator);
        text = arena_printf(&arena, "%s2020%cC%c%s\n", text, separator, separator,
                            tables[i / 2].last);
        limits.is_row_by_row = i % 2;
        loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
        cr_assert_eq(loaded.result, LOAD_OK);
        cr_expect_float_eq(
            loaded_figure(&loaded.dataset, "exports", "A", "2020").number,
            tables[i / 2].figure, 1e-9, "%s, %s", tables[i / 2].first,
            loaded_message(&loaded));
        cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0);
        loaded_close(&loaded);
        arena_clear(&arena);
    }
}

/* What goes against the answer is not read in another way. */
Test(decimal, an_answer_holds_for_every_number)
{
    static const char text[] = "year,exports (USD)\n2020,\"92,000\"\n2021,\"12,5\"\n"
                               "2022,\"1,234,567\"\n2023,7\n";
    static const struct {
        char decimal;
        double figures[4];
    } answers[] = {{'.', {92000, OPEN, 1234567, 7}}, {',', {92, 12.5, OPEN, 7}}};

    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        struct loaded loaded;
        load(&loaded, text, answers[i].decimal);
        cr_assert_eq(loaded.result, LOAD_OK);
        for (size_t row = 0; row < 4; row++) {
            struct value value = dataset_value(&loaded.dataset, 0, row);
            if (answers[i].figures[row] < 0)
                cr_expect_eq(value.absence, ABSENCE_UNREADABLE);
            else
                cr_expect_float_eq(value.number, answers[i].figures[row], 1e-9);
        }
        loaded_close(&loaded);
    }
}
