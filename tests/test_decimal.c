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

/* Exports, row by row; NAN stands for a row that is left out. */
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
    expect(text, 0, 1, (const double[]){1.187});
}

Test(decimal, points_and_commas_are_not_both_decimal)
{
    struct loaded loaded;

    load(&loaded, "year;exports (USD)\n2020;1.5\n2021;2,75\n2022;1.187,5\n", 0);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_eq(loaded.dataset.observation_count, 1);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 3);
    loaded_close(&loaded);
}
