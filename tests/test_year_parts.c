/*
 * Tables with a row for each year and a column for each month, quarter or half of it.
 */
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static struct value figure(const struct loaded *loaded, const char *measure,
                           const char *code, const char *period)
{
    return loaded_figure(&loaded->dataset, measure, code, period);
}

Test(year_parts, twelve_months_beside_their_year)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Year,Flow,Unit,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n"
                  "2022,Exports,USD mn,1,2,3,4,5,6,7,8,9,10,11,12\n"
                  "2022,Imports,USD mn,21,22,23,24,25,26,27,28,29,30,31,32\n"
                  "2023,Exports,USD mn,41,,43,,,,,,,,,\n"
                  "2023,Imports,USD mn,51,52,53,,,,,,,,,\n");
    cr_expect_str_eq(loaded.dataset.format, "table, a column for each part of a year");
    cr_expect_eq(loaded.dataset.period_count, 15);
    cr_expect_eq(loaded.dataset.observation_count, 15);
    cr_expect_eq(figure(&loaded, "exports", NULL, "2022-01").number, 1e6);
    cr_expect_eq(figure(&loaded, "exports", NULL, "2022-12").number, 12e6);
    cr_expect_eq(figure(&loaded, "imports", NULL, "2022-09").number, 29e6);
    cr_expect_eq(figure(&loaded, "exports", NULL, "2023-03").number, 43e6);
    /* Beside imports of that month, exports lack; of April nothing is known yet. */
    cr_expect_eq(figure(&loaded, "exports", NULL, "2023-02").absence,
                 ABSENCE_NOT_AVAILABLE);
    loaded_close(&loaded);
}

/* Whatever else the year has: its sum is no month, nor a period beside them. */
Test(year_parts, the_sum_of_the_year_is_left_out)
{
    struct loaded loaded;

    load_and_back(&loaded, "Partner,Flow,Year,January,February,March,Q1,Total\n"
                           "A,Exports,2022,1,2,3,6,90\nA,Imports,2022,2,2,3,7,91\n"
                           "B,Exports,2022,4,5,6,15,99\nB,Imports,2022,7,8,9,24,92\n");
    cr_expect_eq(loaded.dataset.period_count, 3);
    cr_expect_eq(loaded.dataset.observation_count, 6);
    cr_expect_eq(figure(&loaded, "exports", "B", "2022-03").number, 6);
    cr_expect_str_eq(loaded.dataset.periods[0].frequency == FREQUENCY_MONTH ? "m" : "",
                     "m");
    loaded_close(&loaded);
}

Test(year_parts, quarters_halves_and_months_in_chinese)
{
    static const struct {
        const char *text;
        const char *period;
    } tables[] = {
        {"Année;Flux;janv.;févr.;mars\n2022;Exportations;1;2;3\n"
         "2022;Importations;5;6;7\n",
         "2022-02"},
        {"Year,Flow,Q1,Q2,Q3,Q4\n2022,Exports,1,2,3,4\n2022,Imports,5,6,7,8\n",
         "2022-Q2"},
        {"Jahr,Richtung,M01,M02,M03\n2022,Ausfuhr,1,2,3\n2022,Einfuhr,5,6,7\n",
         "2022-02"},
        {"年份,进出口,1月,2月,3月\n2022,出口,1,2,3\n2022,进口,5,6,7\n", "2022-02"},
        {"Year*,Flow,H1,H2\n2022*,Exports,1,2\n2022*,Imports,5,6\n", "2022-H2"},
    };

    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        struct loaded loaded;
        load_and_back(&loaded, tables[i].text);
        cr_expect_eq(figure(&loaded, "exports", NULL, tables[i].period).number, 2, "%s",
                     tables[i].text);
        cr_expect_eq(figure(&loaded, "imports", NULL, tables[i].period).number, 6);
        loaded_close(&loaded);
    }
}

/* Each row once: of several years, and of partners in any order. */
Test(year_parts, a_month_that_some_row_has_lacks_where_it_is_empty)
{
    struct loaded loaded;

    load_and_back(&loaded, "Partner,Flow,Year,Jan,Feb,Mar\nB,Exports,2023,1,,\n"
                           "A,Exports,2023,4,5,\nA,Exports,2022,7,8,9\n"
                           "C,Exports,2023,,,\n");
    cr_expect_eq(loaded.dataset.period_count, 5);
    cr_expect_eq(loaded.dataset.observation_count, 7);
    cr_expect_eq(figure(&loaded, "exports", "B", "2023-02").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(figure(&loaded, "exports", "A", "2022-03").number, 9);
    loaded_close(&loaded);
}

/* "Mar" and "Sep" may be names of anything. */
Test(year_parts, two_headings_like_months_are_none)
{
    static const char text[] =
        "Year,Flow,Mar,Sep\n2022,Exports,1,2\n2022,Imports,3,4\n";
    struct loaded loaded;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    loaded_close(&loaded);
}
