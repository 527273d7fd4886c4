/*
 * Heads of two rows: what stands above several columns goes before each of theirs.
 */
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static double figure(const struct loaded *loaded, const char *measure, const char *code,
                     const char *period)
{
    return loaded_figure(&loaded->dataset, measure, code, period).number;
}

/* Exports 1 and 2, imports 3 and 4 of A, in 2021 and 2022. */
static void expect_flows(const char *text)
{
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_str_eq(loaded.dataset.format, "table, a column for each flow and period",
                     "%s", text);
    cr_expect_eq(figure(&loaded, "exports", "A", "2021"), 1, "%s", text);
    cr_expect_eq(figure(&loaded, "exports", "A", "2022"), 2, "%s", text);
    cr_expect_eq(figure(&loaded, "imports", "A", "2021"), 3, "%s", text);
    cr_expect_eq(figure(&loaded, "imports", "A", "2022"), 4, "%s", text);
    cr_expect_eq(loaded.dataset.observation_count, 4, "%s", text);
    cr_expect_eq(loaded.dataset.dimension_count, 1, "%s", text);
    loaded_close(&loaded);
}

Test(two_heads, flows_above_years)
{
    expect_flows(
        "Country,Exports,,Imports,\n,2021,2022,2021,2022\nA,1,2,3,4\nB,5,6,7,8\n");
    expect_flows("Country,Exports,Exports,Imports,Imports\n,2021,2022,2021,2022\n"
                 "A,1,2,3,4\nB,5,6,7,8\n");
    expect_flows(
        ",Exports,,Imports,\nCountry,2021,2022,2021,2022\nA,1,2,3,4\nB,5,6,7,8\n");
    expect_flows("Trade of China\nCountry,Exports,,Imports,\n,2021,2022,2021,2022\n"
                 "A,1,2,3,4\nB,5,6,7,8\n");
    expect_flows(
        "Country;Ausfuhr;;Einfuhr;\n;2021;2022;2021;2022\nA;1;2;3;4\nB;5;6;7;8\n");
}

Test(two_heads, years_above_flows)
{
    expect_flows(",2021,,2022,\nCountry,Exports,Imports,Exports,Imports\nA,1,3,2,4\n"
                 "B,5,7,6,8\n");
}

/* What the first column has nobody says: it tells rows apart. */
Test(two_heads, a_first_column_without_a_heading)
{
    expect_flows(",Exports,,Imports,\n,2021,2022,2021,2022\nA,1,2,3,4\nB,5,6,7,8\n");
}

Test(two_heads, the_unit_may_stand_above_too)
{
    struct loaded loaded;

    load_and_back(&loaded, "Country,Exports (USD million),,Imports (USD million),\n"
                           ",2021,2022,2021,2022\nA,1,2,3,4\nB,5,6,7,8\n");
    cr_expect_eq(figure(&loaded, "imports", "A", "2022"), 4e6);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "USD");
    loaded_close(&loaded);
}

/* Cumulated figures are never added to those of months. */
Test(two_heads, months_and_the_year_to_date_below_a_flow)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Period,Exports,,Imports,\n,Month,1 to n,Month,1 to n\n"
                  "2024.01,10,10,5,5\n2024.02,11,21,6,11\n2024.03,12,33,7,18\n");
    cr_expect_eq(loaded.dataset.measure_count, 2);
    cr_expect_eq(loaded.dataset.period_count, 3);
    cr_expect_eq(figure(&loaded, "exports", NULL, "2024-03"), 12);
    cr_expect_eq(figure(&loaded, "imports", NULL, "2024-02"), 6);
    loaded_close(&loaded);
}

Test(two_heads, china_in_english)
{
    static const char *const months[] = {"Mar,1 to 3", "March,1to3", "Month,1 to 3"};

    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
        struct arena arena = {0};
        struct loaded loaded;
        const char *m = months[i];
        load_and_back(
            &loaded,
            arena_printf(
                &arena,
                "\"(2) Imports and Exports by Country/Region, March 2024\",,,,,,\n"
                "Unit: US$1000,,,,,,\nCountry(Region),Total,,Exports,,Imports,\n"
                ",%s,%s,%s\nTotal,15,45,10,30,5,15\nAsia,8,24,5,15,3,9\n"
                "Japan,8,24,5,15,3,9\nEurope,7,21,5,15,2,6\nGermany,7,21,5,15,2,6\n",
                m, m, m));
        cr_expect_str_eq(loaded.dataset.format, "China Customs");
        cr_expect_eq(figure(&loaded, "exports", "Total", "2024-03"), 10000);
        cr_expect_eq(figure(&loaded, "imports", "Japan", "2024-03"), 3000);
        cr_expect_eq(loaded.dataset.measure_count, 2);
        loaded_close(&loaded);
        arena_clear(&arena);
    }
}
