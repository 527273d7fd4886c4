/*
 * What is said of a figure besides its number is said of no other: rows of exports and
 * of imports with one key are one observation, whose figures keep their own flags,
 * remarks, vintages and reasons for being missing.
 */
#include "core/query/spans.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The observation of a member of the first dimension. */
static size_t row_of(const struct dataset *dataset, const char *code,
                     const char *period)
{
    char shown[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < dataset->observation_count; i++) {
        const struct dimension *of = &dataset->dimension[0];
        const struct member *member = &of->members[codes_get(&of->column, i)];
        period_show(shown, dataset->periods[codes_get(&dataset->period, i)]);
        if (strcmp(member->code, code) == 0 && strcmp(shown, period) == 0)
            return i;
    }
    cr_assert_fail("no row of %s in %s", code, period);
    return 0;
}

static const char *said(const struct dataset *dataset, enum attribute attribute,
                        const char *measure, const char *code, const char *period)
{
    size_t row = row_of(dataset, code, period);
    size_t number = dataset_measure(dataset, measure);

    cr_assert_neq(number, SIZE_MAX, "%s", measure);
    return dataset_attribute_text(dataset, attribute,
                                  dataset_attribute(dataset, attribute, number, row));
}

/* Of one member: exports and their flag, imports and theirs; "" for no number. */
struct expected {
    const char *code;
    double exports;
    const char *exports_flag;
    double imports;
    const char *imports_flag;
};

static void expect_figure(const struct dataset *dataset, const char *measure,
                          const struct expected *one, double number, const char *flag)
{
    struct value value = loaded_figure(dataset, measure, one->code, "2024");

    cr_expect_str_eq(said(dataset, ATTRIBUTE_FLAG, measure, one->code, "2024"), flag,
                     "%s of %s", measure, one->code);
    if (number < 0)
        cr_expect_eq((int)value.absence, (int)-number, "%s of %s is %s", measure,
                     one->code, absence_words(value.absence));
    else
        cr_expect(value_is_number(value) && value.number == number, "%s of %s is %g",
                  measure, one->code, value.number);
}

static void expect_all(const struct dataset *dataset, const struct expected *all,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_figure(dataset, "exports", &all[i], all[i].exports, all[i].exports_flag);
        expect_figure(dataset, "imports", &all[i], all[i].imports, all[i].imports_flag);
    }
}

/* What is missing, as the number of its kind. */
#define MISSING(kind) (-(double)ABSENCE_##kind)

static const char by_flow[] = "Year,Partner,Flow,Value (USD),Flag\n"
                              "2024,A,Export,10,\n2024,A,Import,20,p\n"
                              "2024,B,Export,30,e\n2024,B,Import,40,\n"
                              "2024,C,Export,,c\n2024,C,Import,5,\n"
                              "2024,D,Import,5,\n2024,D,Export,,c\n"
                              "2024,E,Export,7,e\n2024,E,Import,8,p\n"
                              "2024,F,Import,9,p\n2024,G,Export,1,p\n"
                              "2024,G,Import,2,p\n2024,H,Export,,z\n"
                              "2024,H,Import,,\n";

static const struct expected of_flows[] = {
    {"A", 10, "", 20, "p"},
    {"B", 30, "e", 40, ""},
    {"C", MISSING(CONFIDENTIAL), "c", 5, ""},
    {"D", MISSING(CONFIDENTIAL), "c", 5, ""},
    {"E", 7, "e", 8, "p"},
    {"F", MISSING(NO_ROW), "", 9, "p"},
    {"G", 1, "p", 2, "p"},
    {"H", MISSING(NOT_APPLICABLE), "z", MISSING(NOT_AVAILABLE), ""},
};

enum { FLOW_COUNT = sizeof(of_flows) / sizeof(of_flows[0]) };

static void load(struct loaded *loaded, const char *name, const char *text)
{
    loaded_bytes(loaded, name, text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
}

Test(attributes, a_flag_is_of_the_flow_that_has_it)
{
    struct loaded loaded;

    load(&loaded, "t.csv", by_flow);
    cr_expect_eq(loaded.dataset.observation_count, 8);
    expect_all(&loaded.dataset, of_flows, FLOW_COUNT);
    loaded_close(&loaded);
}

/* The last rows first: which row comes first says nothing. */
Test(attributes, the_order_of_rows_does_not_matter)
{
    struct loaded loaded;
    struct arena arena = {0};
    const char *line = strchr(by_flow, '\n') + 1;
    const char *turned = "";

    while (*line) {
        size_t length = strcspn(line, "\n") + 1;
        turned = arena_printf(&arena, "%.*s%s", (int)length, line, turned);
        line += length;
    }
    turned = arena_printf(&arena, "%.*s%s", (int)strcspn(by_flow, "\n") + 1, by_flow,
                          turned);
    load(&loaded, "t.csv", turned);
    expect_all(&loaded.dataset, of_flows, FLOW_COUNT);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(attributes, frames_show_them_at_their_figure)
{
    struct loaded loaded;
    struct query query;
    const struct frame *frame;

    load(&loaded, "t.csv", by_flow);
    query = query_new(&loaded.dataset);
    frame = frame_new(&loaded.dataset, &query, &loaded.arena);
    for (size_t i = 0; i < FLOW_COUNT; i++) {
        const struct frame_row *row = sample_row(frame, of_flows[i].code);
        struct value exports = sample_value(frame, row, "exports");
        struct value imports = sample_value(frame, row, "imports");
        cr_expect_str_eq(
            dataset_attribute_text(&loaded.dataset, ATTRIBUTE_FLAG, exports.flag),
            of_flows[i].exports_flag, "exports of %s", of_flows[i].code);
        cr_expect_str_eq(
            dataset_attribute_text(&loaded.dataset, ATTRIBUTE_FLAG, imports.flag),
            of_flows[i].imports_flag, "imports of %s", of_flows[i].code);
    }
    loaded_close(&loaded);
}

/* Flags of Eurostat stand behind their figures. */
Test(attributes, of_eurostat_stay_with_their_figure)
{
    static const struct expected all[] = {
        {"DE", MISSING(CONFIDENTIAL), "c", 630.2e6, "p"},
        {"FR", 420e6, "", 430.2e6, "p"},
    };
    struct loaded loaded;

    load(&loaded, "t.tsv",
         "freq,indic_et,sitc06,partner,geo\\TIME_PERIOD\t2023 \t2024 \n"
         "A,MIO_EXP_VAL,TOTAL,EXT,DE\t710.1 e\t: c\n"
         "A,MIO_IMP_VAL,TOTAL,EXT,DE\t: \t630.2 p\n"
         "A,MIO_EXP_VAL,TOTAL,EXT,FR\t410.1 bp\t420.0 \n"
         "A,MIO_IMP_VAL,TOTAL,EXT,FR\t440 \t430.2 p\n");
    expect_all(&loaded.dataset, all, 2);
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "exports", "FR", "2023"),
                     "bp");
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "imports", "FR", "2023"),
                     "");
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "exports", "DE", "2023"),
                     "e");
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "imports", "DE", "2023"),
                     "");
    loaded_close(&loaded);
}

Test(attributes, of_sdmx_stay_with_their_figure)
{
    static const struct expected all[] = {
        {"US", 94, "", MISSING(CONFIDENTIAL), "c"},
        {"CN", 5, "", 7, "p"},
    };
    struct loaded loaded;

    load(&loaded, "t.csv",
         "DATAFLOW,freq,partner,flow,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
         "X,A,US,1,2024,,c,C\nX,A,US,2,2024,94,,\n"
         "X,A,CN,2,2024,5,,\nX,A,CN,1,2024,7,p,\n");
    expect_all(&loaded.dataset, all, 2);
    loaded_close(&loaded);
}

Test(attributes, notes_and_vintages_are_of_their_flow_too)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, "t.csv",
         "Year,Partner,Flow,Value (USD),Note,Vintage\n"
         "2024,A,Export,10,,2025-01\n2024,A,Import,20,late,2025-02\n"
         "2024,B,Import,3,,2025-02\n2024,B,Export,4,early,2025-02\n");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_REMARK, "exports", "A", "2024"), "");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_REMARK, "imports", "A", "2024"), "late");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_REMARK, "exports", "B", "2024"), "early");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_REMARK, "imports", "B", "2024"), "");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_VINTAGE, "exports", "A", "2024"),
                     "2025-01");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_VINTAGE, "imports", "A", "2024"),
                     "2025-02");
    cr_expect_str_eq(said(dataset, ATTRIBUTE_VINTAGE, "imports", "B", "2024"),
                     "2025-02");
    expect_round_trip(dataset, "notes");
    loaded_close(&loaded);
}

Test(attributes, are_written_and_read_again)
{
    struct loaded loaded;

    load(&loaded, "t.csv", by_flow);
    expect_round_trip(&loaded.dataset, "flows");
    loaded_close(&loaded);
}

/* Columns of their own are for figures that need them. */
Test(attributes, that_figures_share_are_kept_by_row)
{
    struct loaded loaded;

    load(&loaded, "t.csv",
         "Year,Partner,Flow,Value (USD),Flag,Note\n"
         "2024,A,Export,10,p,\n2024,A,Import,20,p,\n"
         "2024,B,Export,10,,\n2024,B,Import,20,,\n");
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "imports", "A", "2024"),
                     "p");
    cr_expect_str_eq(said(&loaded.dataset, ATTRIBUTE_FLAG, "imports", "B", "2024"), "");
    cr_expect_not(dataset_has_own(&loaded.dataset, ATTRIBUTE_FLAG));
    cr_expect_not(dataset_has_own(&loaded.dataset, ATTRIBUTE_REMARK));
    cr_expect_eq(loaded.dataset.attribute[ATTRIBUTE_REMARK].count, 0);
    loaded_close(&loaded);
}

/* "flag of exports", in rows of both kinds and in a table beside the YAML. */
Test(attributes, a_file_of_ours_says_them_by_measure)
{
    static const struct expected all[] = {{"A", 1, "e", 2, "p"}, {"B", 3, "x", 4, ""}};
    struct loaded loaded;

    load(&loaded, "t.yaml",
         "title: T\nunit: {currency: USD, scale: 0}\n"
         "columns: [period, partner, exports, imports, flag of exports, flag]\n"
         "observations:\n- [2024, A, 1, 2, e, p]\n"
         "- {period: 2024, partner: B, exports: 3, imports: 4, flag of exports: x}\n");
    expect_all(&loaded.dataset, all, 2);
    expect_round_trip(&loaded.dataset, "own");
    loaded_close(&loaded);
    load(&loaded, "t.csv",
         "Year,Partner,Exports (USD),Imports (USD),Flag,Flag of exports\n"
         "2024,A,1,2,p,e\n2024,B,3,4,,x\n");
    expect_all(&loaded.dataset, all, 2);
    loaded_close(&loaded);
}

Test(attributes, mistakes_in_them_are_told)
{
    static const struct {
        const char *row;
        const char *message;
    } cases[] = {
        {"{period: 2024, exports: 1, flag of exports: p, flag of exports: e}",
         "'flag of exports' is given twice in this observation"},
        {"{period: 2024, exports: 1, flag: p, flag: e}",
         "'flag' is given twice in this observation"},
        {"{period: 2024, exports: 1, flag of exports: p9}", "'p9' is not a flag"},
        {"{period: 2024, exports: 1, flag of growth: p}",
         "'flag of growth' is no dimension or measure"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        char text[256];
        snprintf(text, sizeof(text),
                 "title: T\nunit: {currency: USD, scale: 0}\nobservations:\n- %s\n",
                 cases[i].row);
        loaded_bytes(&loaded, "t.yaml", text, strlen(text), &load_limits_default);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", cases[i].row);
        cr_expect(strstr(loaded_error(&loaded), cases[i].message), "%s",
                  loaded_error(&loaded));
        loaded_close(&loaded);
    }
}

/* A year that the file publishes keeps what is said of its figures; a sum has none. */
Test(attributes, published_figures_of_other_periods_keep_them)
{
    struct loaded loaded;
    struct dataset same = {0};

    load(&loaded, "t.csv", by_flow);
    spans_new(&loaded.dataset, loaded.dataset.periods, 1, &same, NULL);
    expect_all(&same, of_flows, FLOW_COUNT);
    spans_close(&same);
    loaded_close(&loaded);
}

/* The newer file says nothing of imports, whose flag stays. */
Test(attributes, a_revised_figure_has_those_of_the_newer_file)
{
    static const struct expected all[] = {{"A", 11, "r", 20, "p"},
                                          {"B", 31, "", 40, "e"}};
    static const char *const texts[] = {
        "Year,Partner,Flow,Value (USD),Flag\n2024,A,Export,10,e\n2024,A,Import,20,p\n"
        "2024,B,Export,30,e\n2024,B,Import,40,e\n",
        "Year,Partner,Flow,Value (USD),Flag\n2024,A,Export,11,r\n2024,B,Export,31,\n"};
    char folder[] = "/tmp/entrepot-attributes-XXXXXX";
    struct load_answers answers = {.revises = true};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("1.csv", texts[0], strlen(texts[0]));
    files_write("2.csv", texts[1], strlen(texts[1]));
    limits.answers = &answers;
    loaded_open(&loaded);
    loaded.result = load_file(".", &limits, &loaded.dataset, &loaded.diags);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    expect_all(&loaded.dataset, all, 2);
    loaded_close(&loaded);
}
