/*
 * A figure that cannot be read is missing, and nothing else is: its row stays, sums
 * that need it are missing too, and what was left out is said wherever the file is.
 */
#include "core/query/audit.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/program.h"
#include "tests/round_trip.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void load(struct loaded *loaded, const char *text)
{
    loaded_bytes(loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
}

static bool has_message(const struct loaded *loaded, const char *text)
{
    for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
        if (strstr(diag->message, text))
            return true;
    return false;
}

static struct value asked(struct loaded *loaded, const char *period, const char *code,
                          const char *column)
{
    struct query query = query_new(&loaded->dataset);
    const struct frame *frame;
    struct period wanted;

    cr_assert(period_read(period, strlen(period), &wanted));
    query.period = wanted;
    frame = frame_new(&loaded->dataset, &query, &loaded->arena);
    return sample_value(frame, code ? sample_row(frame, code) : &frame->total, column);
}

static void expect_fates(const struct loaded *loaded, size_t used, size_t refused,
                         size_t other, size_t figures)
{
    const struct row_fates *fates = &loaded->dataset.fates;

    cr_expect_eq(fates->used, used, "%zu used", fates->used);
    cr_expect_eq(fates->refused, refused, "%zu refused", fates->refused);
    cr_expect_eq(fates->other, other, "%zu other", fates->other);
    cr_expect_eq(fates->figures, figures, "%zu figures", fates->figures);
}

/* 10 + 20 in 2023 and 12 + 22 in 2024, whatever stands beside them. */
Test(unreadable, the_rest_of_a_row_stays)
{
    struct loaded loaded;

    load(&loaded, "Year,Partner,Exports (USD),Imports (USD)\n2023,A,10,oops\n"
                  "2023,B,20,5\n2024,A,12,4\n2024,B,22,6\n");
    expect_fates(&loaded, 4, 0, 0, 1);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "A", "2023").number, 10);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "A", "2023").absence,
                 ABSENCE_UNREADABLE);
    cr_expect_eq(asked(&loaded, "2023", NULL, "exports").number, 30);
    cr_expect_eq(asked(&loaded, "2023", NULL, "imports").absence, ABSENCE_UNREADABLE);
    cr_expect_eq(asked(&loaded, "2024", NULL, "imports").number, 10);
    cr_expect_float_eq(asked(&loaded, "2024", "A", "exports-growth").number, 20, 1e-9);
    cr_expect_eq(asked(&loaded, "2023", "A", "balance").absence, ABSENCE_UNREADABLE);
    cr_assert_eq(loaded.dataset.unreadable_count, 1);
    cr_expect_eq(loaded.dataset.unreadable[0].at.line, 2);
    cr_expect_eq(loaded.dataset.unreadable[0].at.column, 11);
    cr_expect_str_eq(loaded.dataset.unreadable[0].message,
                     "figure left out: not a number: 'oops'");
    cr_expect(has_message(&loaded, "1 figure could not be read"));
    expect_round_trip(&loaded.dataset, "unreadable");
    loaded_close(&loaded);
}

/* With a row for each flow the sum would be too small without a word. */
Test(unreadable, a_value_of_a_flow_is_missing_and_not_gone)
{
    struct loaded loaded;

    load(&loaded, "Year,Partner,Flow,Value (USD)\n2024,A,Export,10\n2024,A,Import,x1\n"
                  "2024,B,Export,20\n2024,B,Import,5\n2024,C,Sideways,5\n");
    expect_fates(&loaded, 4, 1, 0, 1);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "A", "2024").absence,
                 ABSENCE_UNREADABLE);
    cr_expect_eq(asked(&loaded, "2024", NULL, "exports").number, 30);
    cr_expect_eq(asked(&loaded, "2024", NULL, "imports").absence, ABSENCE_UNREADABLE);
    loaded_close(&loaded);
}

/* Without a key, or with other fields than the head has, nobody knows of what it is. */
Test(unreadable, rows_without_a_key_are_refused)
{
    struct loaded loaded;

    load(&loaded,
         "Year,Partner,Exports (USD),Imports (USD)\n2024,A,1,2\nsoon,B,1,oops\n"
         "2024,,1,2\n2024,C,1\n2024,D,oops,oops\n");
    expect_fates(&loaded, 2, 3, 0, 2);
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
}

Test(unreadable, failed_formulas_are_missing_without_a_word)
{
    static const char *const formulas[] = {"#N/A",   "#VALUE!", "#DIV/0!", "#REF!",
                                           "#NAME?", "#NUM!",   "#NULL!"};

    for (size_t i = 0; i < sizeof(formulas) / sizeof(formulas[0]); i++) {
        struct loaded loaded;
        char text[128];
        snprintf(text, sizeof(text), "Year,Exports (USD),Imports (USD)\n2024,7,%s\n",
                 formulas[i]);
        load(&loaded, text);
        expect_fates(&loaded, 1, 0, 0, 0);
        cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).number, 7);
        cr_expect_eq(dataset_value(&loaded.dataset, 1, 0).absence,
                     ABSENCE_NOT_AVAILABLE, "%s", formulas[i]);
        cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s: %s", formulas[i],
                     loaded_message(&loaded));
        loaded_close(&loaded);
    }
}

/* NAN: it cannot be read. */
Test(unreadable, numbers_are_read_as_people_write_them)
{
    static const struct {
        const char *text;
        double number; /* 0: it is none */
    } cases[] = {
        {"+5", 5},
        {"-5", -5},
        {"\xe2\x88\x92"
         "5",
         -5},
        {"1'234'567", 1234567},
        {"1\xe2\x80\x99"
         "234.5",
         1234.5},
        {"1 234 567", 1234567},
        {"1\xc2\xa0"
         "234\xc2\xa0"
         "567",
         1234567},
        {"1\xe2\x80\xaf"
         "234.5",
         1234.5},
        {"\"$1,234.5\"", 1234.5},
        {"\"-$1,234.5\"", -1234.5},
        {"\"$-1,234.5\"", -1234.5},
        {"\xe2\x82\xac 5", 5},
        {"5 \xe2\x82\xac", 5},
        {"\"(1,234.5)\"", -1234.5},
        {"($7)", -7},
        {"12.5 p", 12.5},
        {"12.5 bp", 12.5},
        {"5 bn", 0},
        {"5 m", 0},
        {"5 kg", 0},
        {"--5", 0},
        {"+-5", 0},
        {"(5", 0},
        {"5)", 0},
        {"1'23", 0},
        {"'5", 0},
        {"$", 0},
        {"()", 0},
        {"1 2", 0},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        struct value value;
        char text[128];
        snprintf(text, sizeof(text), "Year,Exports (USD),Imports (USD)\n2024,%s,8\n",
                 cases[i].text);
        load(&loaded, text);
        value = dataset_value(&loaded.dataset, 0, 0);
        if (cases[i].number != 0)
            cr_expect(value_is_number(value) && value.number == cases[i].number,
                      "%s is %g", cases[i].text, value.number);
        else
            cr_expect_eq(value.absence, ABSENCE_UNREADABLE, "%s is %g", cases[i].text,
                         value.number);
        cr_expect_eq(dataset_value(&loaded.dataset, 1, 0).number, 8, "%s",
                     cases[i].text);
        loaded_close(&loaded);
    }
}

/* The decimal sign is the table's, also behind blanks and within brackets. */
Test(unreadable, commas_mean_what_they_mean_in_the_table)
{
    static const double expected[] = {1234.5, 1000000.25, -1234.5, 1234.5};
    struct loaded loaded;

    load(&loaded, "Jahr;Land;Exporte (EUR)\n2024;A;1 234,5\n2024;B;1 000 000,25\n"
                  "2024;C;(1.234,5)\n2024;D;1'234,5\n");
    for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
        cr_expect_eq(dataset_value(&loaded.dataset, 0, i).number, expected[i]);
    loaded_close(&loaded);
    load(&loaded, "Year;Exports (USD)\n2023;(1,234)\n2024;7\n");
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).absence, ABSENCE_UNREADABLE);
    cr_expect(has_message(&loaded, "--decimal=point or --decimal=comma"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

/* A flag behind one figure of a row is of that figure. */
Test(unreadable, a_flag_behind_a_figure_is_its_own)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, "Year,Exports (USD),Imports (USD)\n2024,12.5 p,8\n");
    cr_expect_str_eq(dataset_attribute_text(dataset, ATTRIBUTE_FLAG,
                                            dataset_value(dataset, 0, 0).flag),
                     "p");
    cr_expect_eq(dataset_value(dataset, 1, 0).flag, 0);
    loaded_close(&loaded);
}

/* One finding each up to a limit, the others counted. */
Test(unreadable, the_audit_lists_them)
{
    struct loaded loaded;
    struct audit_report report;
    size_t told = 0;
    const char *text = "Year,Partner,Exports (USD),Imports (USD)\n";

    loaded_open(&loaded);
    for (int i = 0; i < 30; i++)
        text = arena_printf(&loaded.arena, "%s%d,A,5,bad%d\n", text, 1990 + i, i);
    loaded.result = load_bytes("t.csv", text, strlen(text), &load_limits_default,
                               &loaded.dataset, &loaded.diags);
    cr_assert_eq(loaded.result, LOAD_OK);
    expect_fates(&loaded, 30, 0, 0, 30);
    audit_run(&loaded.dataset, &report, &loaded.arena);
    for (size_t i = 0; i < report.count; i++) {
        if (strcmp(report.findings[i].check->id, "not-read") != 0)
            continue;
        told++;
        cr_expect_eq(report.findings[i].check->severity, SEVERITY_WARNING);
    }
    cr_expect_geq(told, 20);
    cr_expect_leq(told, 21);
    loaded_close(&loaded);
}

/* Under the rows when the file opens, in its notes, and in the record of the figure. */
Test(unreadable, is_said_on_the_screen)
{
    static const char text[] = "Year,Partner,Exports (USD),Imports (USD)\n"
                               "2024,A,10,oops\n2024,B,20,5\nsoon,C,1,1\n";
    char path[] = "/tmp/entrepot-unreadable-XXXXXX";
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    struct app app;

    cr_assert_neq(mkstemp(path), -1);
    files_write(path, text, strlen(text));
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 35, 120);
    cr_assert_eq(app_load(&app, path), LOAD_OK);
    cr_expect_str_eq(app.message,
                     "1 figure could not be read, 1 row was left out; d lists what");
    cr_expect(program_shows(&app, "1 figure could not be read, 1 row was left out"));
    app.view = VIEW_NOTES;
    cr_expect(program_shows(&app, "1 figure could not be read, 1 row was left out"));
    program_press(&app, "2Gi");
    cr_expect(program_shows(&app, "figure left out: not a number: 'oops'"));
    app_close(&app);
    unlink(path);
}
