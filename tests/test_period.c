#include "core/model/period.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct period read(const char *text)
{
    struct period period = {FREQUENCY_YEAR, 0, 0};

    cr_assert(period_read(text, strlen(text), &period), "'%s' is a period", text);
    return period;
}

static const char *shown(char out[PERIOD_SHOWN_MAX], const char *text)
{
    return period_show(out, read(text));
}

Test(period, every_spelling_has_one_meaning)
{
    static const char *const cases[][2] = {
        {"2024", "2024"},
        {"1000", "1000"},
        {"2999", "2999"},
        {"2024-H1", "2024-H1"},
        {"2024H2", "2024-H2"},
        {"2024-S1", "2024-H1"},
        {"2024S2", "2024-H2"},
        {"2024-Q3", "2024-Q3"},
        {"2024q4", "2024-Q4"},
        {"2024-07", "2024-07"},
        {"202407", "2024-07"},
        {"2024M07", "2024-07"},
        {"2024-M7", "2024-07"},
        {"2024.07", "2024-07"},
        {"2024/12", "2024-12"},
        {"15-Jul-2024", "2024-07-15"},
        {"5 July 2024", "2024-07-05"},
        {"Jul-2024", "2024-07"},
        {"jul 2024", "2024-07"},
        {"July 2024", "2024-07"},
        {"MAY-2024", "2024-05"},
        {"September-2024", "2024-09"},
        {"2024-W27", "2024-W27"},
        {"2020W53", "2020-W53"},
        {"2024-07-15", "2024-07-15"},
        {"20240715", "2024-07-15"},
        {"2024-02-29", "2024-02-29"},
        {"1970-01-01", "1970-01-01"},
        {"1600-02-29", "1600-02-29"},
        {"2999-12-31", "2999-12-31"},
        {"2023 Q1", "2023-Q1"},
        {"Q1 2023", "2023-Q1"},
        {"h2-2023", "2023-H2"},
        {"Jan-24", "2024-01"},
        {"Dec-98", "1998-12"},
        {"2023 Jan", "2023-01"},
        {"2023-September", "2023-09"},
        {"2024-7", "2024-07"},
        {"2024/7", "2024-07"},
        {"01/2023", "2023-01"},
        {"31.01.2023", "2023-01-31"},
        {"5.1.2023", "2023-01-05"},
        {"2023.0", "2023"},
        {"2023年", "2023"},
        {"2023年1月", "2023-01"},
        {"2023年12月", "2023-12"},
        {"2023/Q1", "2023-Q1"},
        {"2023/H2", "2023-H2"},
        {"1Q2023", "2023-Q1"},
        {"4q 2023", "2023-Q4"},
        {"2H2023", "2023-H2"},
        {"Q12023", "2023-Q1"},
        {"Q1/2023", "2023-Q1"},
        {"Q1/22", "2022-Q1"},
        {"Q1-22", "2022-Q1"},
        {"Q1 23", "2023-Q1"},
        {"Q4'98", "1998-Q4"},
        {"1Q22", "2022-Q1"},
        {"T3 2023", "2023-Q3"},
        {"2023-T3", "2023-Q3"},
        {"3T2023", "2023-Q3"},
        {"Jan'24", "2024-01"},
        {"Sept-2024", "2024-09"},
        {"Sept 2024", "2024-09"},
        {"Jan. 2024", "2024-01"},
        {"07-2024", "2024-07"},
        {"2023年1季度", "2023-Q1"},
        {"2023年第4季度", "2023-Q4"},
        {"2023 fevr.", "2023-02"},
        {"Feb/24", "2024-02"},
    };
    char out[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_str_eq(shown(out, cases[i][0]), cases[i][1], "%s", cases[i][0]);
}

/* Twelve months each, from January to December. */
Test(period, months_have_names_in_six_languages)
{
    static const char *const names[][12] = {
        {"January", "February", "March", "April", "May", "June", "July", "August",
         "September", "October", "November", "December"},
        {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
         "September", "Oktober", "November", "Dezember"},
        {"Jänner", "Feb.", "Mrz", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sept.",
         "Okt.", "Nov.", "Dez."},
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
         "septembre", "octobre", "novembre", "décembre"},
        {"janv.", "févr.", "MARS", "avr.", "mai", "juin", "juil.", "AOÛT", "sept.",
         "oct.", "nov.", "déc."},
        {"JANVIER", "FÉVRIER", "Maerz", "avr", "Mai", "Juin", "juill.", "aout", "sept",
         "oct", "nov", "DÉC"},
        {"Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto",
         "Septiembre", "Octubre", "Noviembre", "Diciembre"},
        {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov",
         "dic"},
        {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
         "agosto", "settembre", "ottobre", "novembre", "dicembre"},
        {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov",
         "dic"},
        {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
         "setembro", "outubro", "novembro", "dezembro"},
        {"jan", "fev", "MARÇO", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov",
         "dez"},
    };
    static const char *const behind[] = {" 2024", "-2024", " de 2024",
                                         "/2024", "-24",   "/24"};
    char out[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        for (int month = 0; month < 12; month++)
            for (size_t k = 0; k < sizeof(behind) / sizeof(behind[0]); k++) {
                char text[64];
                char wanted[32];
                snprintf(text, sizeof(text), "%s%s", names[i][month], behind[k]);
                snprintf(wanted, sizeof(wanted), "2024-%02d", month + 1);
                cr_expect_str_eq(shown(out, text), wanted, "%s", text);
            }
}

Test(period, anything_else_is_none)
{
    static const char *const cases[] = {
        "",           "0999",          "3000",       "24",
        "2024-",      "2024-0",        "2024-00",    "2024-13",
        "202413",     "2024-H3",       "2024-Q5",    "2024-Q",
        "2024Q12",    "2024-W54",      "2023-W53",   "2024-W00",
        "2024-02-30", "2023-02-29",    "20230229",   "2024.7",
        "2024-7-1",   "2024.07.15",    "2024/07/15", "2024 ",
        " 2024",      "+2024",         "-2024",      "2024.5",
        "Jux-2024",   "Ju-2024",       "Julyy 24",   "July",
        "Sep-2",      "2024-07-15T00", "32272",      "1900-02-29",
        "2024-M13",   "2024.Q1",       "2024\n",     "July2024",
        "1/2/2023",   "13/01/2023",    "13/2023",    "Q5 2023",
        "12.2023",    "2023年13月",    "2023.00",    "31.02.2023",
        "Jan-2",      "5Q2023",        "1Q202",      "Q1 2",
        "T5 2023",    "Q1  22",        "1Q-22",      "2023/Q",
        "Jan 24",     "22-Jan",        "13-2024",    "2023年5季度",
        "Jan.2024",   "1X2023",        "12Q2023",    "1/22",
        "jui 2024",   "mur 2024",      "märzz 2024", "de 2024",
        "févr",       "avr..2024",     "ma\xc3",     "enero de",
    };
    struct period period;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_not(period_read(cases[i], strlen(cases[i]), &period), "'%s'",
                      cases[i]);
    cr_expect_not(period_read("2024\0", 5, &period));
}

Test(period, periods_follow_one_another)
{
    static const char *const pairs[][2] = {
        {"2023", "2024"},
        {"2023-H2", "2024-H1"},
        {"2023-Q4", "2024-Q1"},
        {"2023-12", "2024-01"},
        {"2020-W53", "2021-W01"},
        {"2024-W52", "2025-W01"},
        {"2024-02-29", "2024-03-01"},
        {"1969-12-31", "1970-01-01"},
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        struct period first = read(pairs[i][0]);
        struct period next = read(pairs[i][1]);

        cr_expect_eq(first.index + 1, next.index, "%s", pairs[i][0]);
        cr_expect_lt(period_compare(first, next), 0);
        cr_expect_gt(period_compare(next, first), 0);
        cr_expect(period_equal(first, first));
        cr_expect_not(period_equal(first, next));
    }
}

/* Every day and week of three thousand years is shown as what it is read from. */
Test(period, days_and_weeks_survive_the_round_trip)
{
    struct period first = read("1000-01-01");
    struct period last = read("2999-12-31");
    char out[PERIOD_SHOWN_MAX];
    int weeks = 0;

    for (struct period at = first; at.index <= last.index; at.index++)
        cr_assert(period_equal(read(period_show(out, at)), at), "%s", out);
    first = read("1000-W01");
    last = read("2999-W52");
    for (struct period at = first; at.index <= last.index; at.index++, weeks++)
        cr_assert(period_equal(read(period_show(out, at)), at), "%s", out);
    cr_expect_eq(weeks, 104355);
}

Test(period, the_year_before)
{
    static const char *const cases[][2] = {
        {"2024", "2023"},       {"2024-H1", "2023-H1"},   {"2024-Q3", "2023-Q3"},
        {"2024-07", "2023-07"}, {"2024-W27", "2023-W27"}, {"2024-07-15", "2023-07-15"},
    };
    char out[PERIOD_SHOWN_MAX];
    struct period before;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        cr_assert(period_year_before(read(cases[i][0]), &before));
        cr_expect_str_eq(period_show(out, before), cases[i][1]);
    }
    cr_expect_not(period_year_before(read("2020-W53"), &before));
    cr_expect_not(period_year_before(read("2024-02-29"), &before));
}

Test(period, the_coarser_comes_first)
{
    static const char *const order[] = {
        "2024",       "2024-H1",    "2024-Q1",  "2024-01", "2024-W01",
        "2024-01-01", "2024-01-02", "2024-W02", "2024-02", "2024-Q2",
    };

    /* The week begins on the same day as the year: Monday, 1 January 2024. */
    for (size_t i = 0; i + 1 < sizeof(order) / sizeof(order[0]); i++)
        cr_expect_lt(period_compare(read(order[i]), read(order[i + 1])), 0, "%s",
                     order[i]);
    cr_expect_eq(period_year(read("2021-01-01")), 2021);
    cr_expect_eq(period_year(read("2020-W53")), 2020);
    cr_expect_eq(period_year(read("2024-12")), 2024);
}

Test(period, ranges)
{
    static const struct {
        const char *text;
        const char *first;
        const char *last;
    } cases[] = {
        {"2024", "2024", "2024"},
        {"2020..2024", "2020", "2024"},
        {"2020..24", "2020", "2024"},
        {"2024-01..2024-02", "2024-01", "2024-02"},
        {"2024-01..02", "2024-01", "2024-02"},
        {"202401..02", "2024-01", "2024-02"},
        {"2024-Q1..Q3", "2024-Q1", "2024-Q3"},
        {"Jan-2024..Mar-2024", "2024-01", "2024-03"},
        {"2024-07-01..15", "2024-07-01", "2024-07-15"},
        {"2024-07..2024-07", "2024-07", "2024-07"},
    };
    static const char *const bad[] = {
        "2024..2023", "2024-01..2024", "2024..",      "..2024", "2024...2025",
        "2024-2025",  "2024..x",       "2024-12..01", "..",     "",
    };
    struct period first;
    struct period last;
    char out[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        cr_assert(
            period_read_range(cases[i].text, strlen(cases[i].text), &first, &last),
            "%s", cases[i].text);
        cr_expect_str_eq(period_show(out, first), cases[i].first);
        cr_expect_str_eq(period_show(out, last), cases[i].last);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        cr_expect_not(period_read_range(bad[i], strlen(bad[i]), &first, &last), "%s",
                      bad[i]);
}

Test(period, frequencies_have_words)
{
    cr_expect_str_eq(frequency_adjective(FREQUENCY_YEAR), "annual");
    cr_expect_str_eq(frequency_adjective(FREQUENCY_DAY), "daily");
    cr_expect_str_eq(frequency_noun(FREQUENCY_HALF), "half-year");
    cr_expect_str_eq(frequency_noun(FREQUENCY_WEEK), "week");
}

Test(period, one_that_is_not_said_is_no_part_of_time)
{
    struct period undated = read("undated");
    struct period year = read("2024");
    struct period before;
    char out[PERIOD_SHOWN_MAX];

    cr_expect_eq(undated.frequency, FREQUENCY_UNDATED);
    cr_expect_str_eq(period_show(out, undated), "undated");
    cr_expect_str_eq(period_words(out, undated), "period not said");
    cr_expect_str_eq(frequency_adjective(undated.frequency), "undated");
    cr_expect_eq(period_year(undated), 0);
    cr_expect(period_equal(undated, read("undated")));
    cr_expect_not(period_equal(undated, year));
    cr_expect_eq(period_compare(undated, read("undated")), 0);
    cr_expect_eq(period_compare(undated, read("1000-01-01")), -1);
    cr_expect_not(period_year_before(undated, &before));
    cr_expect_not(period_is_in(undated, year, year));
    cr_expect_not(period_is_in(year, undated, undated));
    cr_expect(period_is_in(undated, undated, undated));
    cr_expect_not(period_contains(year, undated));
    cr_expect_not(period_contains(undated, year));
}

Test(period, joined_ones_are_one_period)
{
    /* range, shown, part of the year, the year before */
    static const char *const cases[][4] = {
        {"2024-01..02", "2024-01..02", "Jan-Feb", "2023-01..02"},
        {"2023-11..2024-02", "2023-11..2024-02", "Nov-Feb", "2022-11..2023-02"},
        {"2024-Q1..Q3", "2024-Q1..Q3", "Q1-Q3", "2023-Q1..Q3"},
        {"2023..2024", "2023..2024", "2023..2024", "2022..2023"},
        {"2024-07-15..20", "2024-07-15..20", "2024-07-15..20", "2023-07-15..20"},
        {"2024-06", "2024-06", "Jun", "2023-06"},
    };
    char text[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct period first;
        struct period last;
        struct period joint;
        cr_assert(period_read_range(cases[i][0], strlen(cases[i][0]), &first, &last));
        joint = period_join(first, last);
        cr_expect_str_eq(period_show(text, joint), cases[i][1]);
        cr_expect_str_eq(period_part_words(text, joint), cases[i][2]);
        cr_expect(period_equal(period_last(joint), last));
        cr_expect(period_contains(joint, first) && period_contains(joint, last));
        cr_assert(period_year_before(joint, &joint));
        cr_expect_str_eq(period_show(text, joint), cases[i][3]);
    }
}
