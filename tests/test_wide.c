/*
 * Tables with a column for each period: what their empty cells say.
 */
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

static void open_table(struct loaded *loaded, const char *text)
{
    loaded_open(loaded);
    loaded_bytes(loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
}

static enum absence absence_of(const struct loaded *loaded, const char *code,
                               const char *period)
{
    return loaded_figure(&loaded->dataset, "exports", code, period).absence;
}

/* An empty cell is a figure that lacks, as in a table with a row for each period. */
Test(wide, an_empty_cell_is_a_figure_that_lacks)
{
    static const char text[] = "Partner,Flow,2022,2023\n"
                               "A,Exports,10,12\n"
                               "B,Exports,30,\n"
                               "C,Exports,,7\n";
    struct loaded loaded;

    open_table(&loaded, text);
    cr_expect_eq(loaded.dataset.observation_count, 6);
    cr_expect_eq(absence_of(&loaded, "B", "2023"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(absence_of(&loaded, "C", "2022"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "A", "2023").number, 12);
    loaded_close(&loaded);
}

/* The first rows may lack what later rows have: nothing is known of a column before. */
Test(wide, the_order_of_rows_changes_nothing)
{
    static const char text[] = "Partner,Flow,2021,2022,2023\n"
                               "B,Exports,30,,\n"
                               "C,Exports,31,,\n"
                               "A,Exports,10,11,12\n";
    struct loaded loaded;

    open_table(&loaded, text);
    cr_expect_eq(loaded.dataset.observation_count, 9);
    cr_expect_eq(absence_of(&loaded, "B", "2023"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(absence_of(&loaded, "C", "2022"), ABSENCE_NOT_AVAILABLE);
    loaded_close(&loaded);
}

/* A year to come is no period yet, and a row without figures no series. */
Test(wide, empty_columns_and_rows_say_nothing)
{
    static const char text[] = "Partner,Flow,2022,2023,2024\n"
                               "A,Exports,10,12,\n"
                               "B,Exports,30,,\n"
                               "C,Exports,,,\n";
    struct loaded loaded;

    open_table(&loaded, text);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_eq(loaded.dataset.period_count, 2);
    cr_expect_eq(loaded.dataset.dimension[0].member_count, 2);
    loaded_close(&loaded);
}
