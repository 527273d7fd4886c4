/*
 * Periods of several frequencies in one file: those of one are shown, the others are
 * left out and told, and nothing is counted twice.
 */
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/program.h"
#include "tests/round_trip.h"
#include "tui/command_line.h"
#include "tui/tabs.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void load_as(struct loaded *loaded, const char *name, const char *text,
                    const char *periods)
{
    struct load_answers answers = {0};
    struct load_limits limits = load_limits_default;

    answers.has_periods = *periods && periods_read(periods, &answers.periods);
    cr_assert_eq(answers.has_periods, *periods != '\0');
    limits.answers = &answers;
    loaded_bytes(loaded, name, text, strlen(text), &limits);
}

static const struct diag *said(const struct loaded *loaded, const char *words)
{
    const struct diag *diag = loaded->diags.first;

    while (diag && !strstr(diag->message, words))
        diag = diag->next;
    return diag;
}

/* January to March of two partners, and their quarter and year: the months add up to
 * the quarter. */
#define HEAD "period,partner,exports (USD),imports (USD)\n"
static const char *const months_and_more =
    HEAD "2024,CN,600,60\n2024,US,90,9\n"
         "2024-01,CN,100,10\n2024-02,CN,200,20\n2024-03,CN,300,30\n"
         "2024-01,US,20,2\n2024-02,US,30,3\n2024-03,US,40,4\n"
         "2024-Q1,CN,600,60\n";

static double sum(const struct dataset *dataset, const char *measure)
{
    size_t number = dataset_measure(dataset, measure);
    double sum = 0;

    for (size_t i = 0; i < dataset->observation_count; i++)
        sum += dataset_value(dataset, number, i).number;
    return sum;
}

Test(frequencies, months_beside_their_year_are_the_months_and_that_is_told)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    const struct diag *diag;

    load_as(&loaded, "t.csv", months_and_more, "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(dataset->observation_count, 6);
    cr_expect_eq(dataset->period_count, 3);
    cr_expect_eq(sum(dataset, "exports"), 690);
    cr_expect_eq(sum(dataset, "imports"), 69);
    cr_expect_eq(loaded_figure(dataset, "exports", "US", "2024-03").number, 40);
    cr_expect_eq(dataset->rows_of[FREQUENCY_YEAR], 2);
    cr_expect_eq(dataset->rows_of[FREQUENCY_QUARTER], 1);
    cr_expect_eq(dataset->rows_of[FREQUENCY_MONTH], 6);
    diag = said(&loaded, "2 annual observations, of which this is the first, are left "
                         "out beside monthly ones");
    cr_assert(diag, "%s", loaded_message(&loaded));
    cr_expect_eq(diag->severity, SEVERITY_WARNING);
    cr_expect_eq(diag->at.line, 2);
    cr_expect(strstr(diag->message, "--periods=year"));
    diag = said(&loaded, "1 quarterly observation, this one, is left out");
    cr_assert(diag);
    cr_expect_eq(diag->at.line, 10);
    expect_round_trip(dataset, "frequencies");
    loaded_close(&loaded);
}

Test(frequencies, each_can_be_wanted)
{
    static const struct {
        const char *word;
        size_t count;
        double exports;
    } cases[] = {{"year", 2, 690}, {"quarter", 1, 600}, {"month", 6, 690}};
    struct loaded loaded;

    for (size_t i = 0; i < 3; i++) {
        load_as(&loaded, "t.csv", months_and_more, cases[i].word);
        cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.observation_count, cases[i].count);
        cr_expect_eq(sum(&loaded.dataset, "exports"), cases[i].exports);
        cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                     loaded_message(&loaded));
        cr_expect(said(&loaded, "left out beside"));
        loaded_close(&loaded);
    }
}

/* Three months say less than 20 years; 20 years of months do not. */
Test(frequencies, the_finest_is_taken_where_it_covers_as_much)
{
    struct arena arena = {0};
    const char *years = HEAD;
    const char *text;
    struct loaded loaded;

    for (int year = 2001; year <= 2020; year++)
        years = arena_printf(&arena, "%s%d,CN,%d,1\n", years, year, year);
    text = arena_printf(&arena, "%s2020-01,CN,1,1\n2020-02,CN,1,1\n2020-03,CN,1,1\n",
                        years);
    load_as(&loaded, "t.csv", text, "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 20);
    cr_expect(said(&loaded, "3 monthly observations"));
    loaded_close(&loaded);

    text = years;
    for (int year = 2010; year <= 2020; year++)
        for (int month = 1; month <= 12; month++)
            text = arena_printf(&arena, "%s%d-%02d,CN,1,1\n", text, year, month);
    load_as(&loaded, "t.csv", text, "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 132);
    cr_expect(said(&loaded, "20 annual observations"));
    loaded_close(&loaded);
    arena_clear(&arena);
}

/* What tells the frequency is a dimension of SDMX, with one member among the rows that
 * stay: it goes as any other does. */
Test(frequencies, a_message_of_sdmx_may_have_annual_and_monthly_series)
{
    static const char text[] =
        "DATAFLOW,FREQ,REF_AREA,COUNTERPART,FLOW,UNIT,UNIT_MULT,TIME_PERIOD,OBS_VALUE\n"
        "A:T(1.0),A,FR,CN,X,USD,6,2023,30\n"
        "A:T(1.0),M,FR,CN,X,USD,6,2023-01,1\n"
        "A:T(1.0),M,FR,CN,X,USD,6,2023-02,2\n"
        "A:T(1.0),M,FR,US,X,USD,6,2023-01,4\n"
        "A:T(1.0),M,FR,US,X,USD,6,2023-02,8\n"
        "A:T(1.0),M,FR,CN,X,USD,6,2023-03,5\n"
        "A:T(1.0),M,FR,US,X,USD,6,2023-03,7\n";
    struct loaded loaded;

    load_as(&loaded, "s.csv", text, "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 6);
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    cr_expect_eq(sum(&loaded.dataset, loaded.dataset.measure[0].id), 27e6);
    loaded_close(&loaded);

    load_as(&loaded, "s.csv", text, "year");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 1);
    cr_expect_eq(sum(&loaded.dataset, loaded.dataset.measure[0].id), 30e6);
    loaded_close(&loaded);
}

Test(frequencies, json_and_yaml_are_read_alike)
{
    static const struct {
        const char *name;
        const char *text;
    } cases[] = {
        {"t.json",
         "[{\"period\":\"2024\",\"partner\":\"CN\",\"exports (USD)\":6},\n"
         "{\"period\":\"2024-01\",\"partner\":\"CN\",\"exports (USD)\":1},\n"
         "{\"period\":\"2024-02\",\"partner\":\"CN\",\"exports (USD)\":2},\n"
         "{\"period\":\"2024-02\",\"partner\":\"US\",\"exports (USD)\":4},\n"
         "{\"period\":\"2024-03\",\"partner\":\"US\",\"exports (USD)\":0},\n"
         "{\"period\":\"2024-04\",\"partner\":\"US\",\"exports (USD)\":0},\n"
         "{\"period\":\"2024-05\",\"partner\":\"US\",\"exports (USD)\":0}]\n"},
        {"t.yaml", "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 0}\n"
                   "columns: [period, partner, exports]\nobservations:\n"
                   "  - [2024, CN, 6]\n  - [2024-01, CN, 1]\n  - [2024-02, CN, 2]\n"
                   "  - [2024-02, US, 4]\n  - [2024-03, US, 0]\n  - [2024-04, US, 0]\n"
                   "  - [2024-05, US, 0]\n"},
    };

    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        load_as(&loaded, cases[i].name, cases[i].text, "");
        cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.observation_count, 6);
        cr_expect_eq(sum(&loaded.dataset, "exports"), 7);
        cr_expect(said(&loaded, "1 annual observation"));
        loaded_close(&loaded);
        load_as(&loaded, cases[i].name, cases[i].text, "year");
        cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_eq(sum(&loaded.dataset, "exports"), 6);
        loaded_close(&loaded);
    }
}

Test(frequencies, a_file_of_ours_says_which)
{
    static const char text[] =
        "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 0}\nperiods: year\n"
        "columns: [period, exports]\nobservations:\n"
        "  - [2024, 6]\n  - [2024-01, 1]\n  - [2024-02, 5]\n";
    struct loaded loaded;

    load_as(&loaded, "t.yaml", text, "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(sum(&loaded.dataset, "exports"), 6);
    cr_expect_eq(loaded.dataset.observation_count, 1);
    loaded_close(&loaded);
    load_as(&loaded, "t.yaml", text, "month");
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
}

/* A column for each month, and one for the year: 2023 is 10 + 20. */
Test(frequencies, columns_may_be_of_two)
{
    static const char text[] =
        "Partner,Flow,2023,2023-01,2023-02,2023-03,2023-04,2023-05,2023-06\n"
        "CN,Exports,30,10,20,0,0,0,0\nUS,Exports,3,1,2,0,0,0,0\n";
    struct load_answers answers = {.unit = {UNIT_CURRENCY, "USD", 0}};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    limits.answers = &answers;
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 12);
    cr_expect_eq(sum(&loaded.dataset, "exports"), 33);
    cr_expect_eq(loaded.dataset.fates.used, 2);
    loaded_close(&loaded);
}

/* Comtrade calls the whole year month 52. */
Test(frequencies, month_52_among_months_is_their_year)
{
    struct loaded loaded;

    load_as(&loaded, "t.csv",
            "period,partner,exports (USD)\n202401,CN,1\n202402,CN,2\n202403,CN,3\n"
            "202404,CN,3\n202405,CN,3\n202406,CN,3\n202452,CN,15\n",
            "");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(sum(&loaded.dataset, "exports"), 15);
    cr_expect_eq(loaded.dataset.observation_count, 6);
    cr_expect(said(&loaded, "1 annual observation"));
    cr_expect_eq(loaded.dataset.fates.used, 6);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    loaded_close(&loaded);
}

Test(frequencies, what_is_wanted_and_not_there_is_refused)
{
    struct loaded loaded;

    load_as(&loaded, "t.csv", HEAD "2024,CN,1,1\n2023,CN,1,1\n", "month");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded_error(&loaded), "the file has no monthly periods, which "
                                            "--periods=month is for: they are annual");
    cr_expect_eq(loaded.diags.first->at.line, 2);
    loaded_close(&loaded);
}

static void enter(void)
{
    char folder[] = "/tmp/entrepot-frequencies-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static void write_text(const char *name, const char *text)
{
    files_write(name, text, strlen(text));
}

/* A file of months and one of years are two datasets, unless it is said otherwise. */
Test(frequencies, files_that_differ_are_no_one_dataset)
{
    struct load_answers answers = {.has_periods = true, .periods = FREQUENCY_MONTH};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    enter();
    write_text("m.csv", HEAD "2024-01,CN,1,1\n");
    write_text("y.csv", HEAD "2023,CN,7,1\n");
    loaded_open(&loaded);
    loaded.result = load_file("m.csv\x1fy.csv", &load_limits_default, &loaded.dataset,
                              &loaded.diags);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded_error(&loaded),
                     "'2023' is annual, but '2024-01' at line 2 of m.csv is monthly: "
                     "--periods=year or --periods=month keeps one of them, --apart "
                     "opens each file by itself");
    loaded_close(&loaded);

    limits.answers = &answers;
    loaded_open(&loaded);
    loaded.result =
        load_file("m.csv\x1fy.csv", &limits, &loaded.dataset, &loaded.diags);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 1);
    loaded_close(&loaded);
}

/* A key answers otherwise; the command that shows the screen, the workspace and a
 * dataset that names the table keep the answer. */
Test(frequencies, the_screen_asks_and_the_answer_is_kept)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    struct arena arena = {0};
    struct app app;
    size_t size;

    enter();
    write_text("t.csv", months_and_more);
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 24, 100);
    cr_assert(tabs_open(&app, "t.csv"));
    cr_expect_eq(app.loaded.observation_count, 6);
    cr_expect_str_eq(
        app.message,
        "the file has other periods than months too: A shows those instead");
    program_press(&app, "A");
    cr_expect_eq(app.question.kind, QUESTION_PERIODS);
    cr_expect(program_shows(&app, "several kinds of periods"));
    cr_expect(program_shows(&app, "6 observations"));
    cr_expect_eq(app.question.chosen, 2);
    program_press(&app, "kk<Enter>");
    cr_expect_eq(app.loaded.observation_count, 2);
    cr_expect(strstr(command_line_of(&app, &arena), "--periods=year"), "%s",
              command_line_of(&app, &arena));
    program_press(&app, "w<C-u>w.yaml<Enter>");
    cr_expect(strstr(files_read(&arena, "w.yaml", &size), "periods: year"));
    program_press(&app, "W<C-u>d.yaml<Enter>");
    cr_expect(strstr(files_read(&arena, "d.yaml", &size), "\nperiods: year\n"));
    app_close(&app);

    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 24, 100);
    cr_assert(tabs_open(&app, "d.yaml"));
    cr_expect_eq(app.loaded.observation_count, 2);
    app_close(&app);
    arena_clear(&arena);
}
