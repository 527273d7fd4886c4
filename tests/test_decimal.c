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
