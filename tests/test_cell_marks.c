/*
 * Marks: what stands in a cell beside a number or a period, or in place of a number.
 */
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *attribute_of(const struct loaded *loaded, enum attribute attribute,
                                size_t measure, size_t observation)
{
    return dataset_attribute_text(
        &loaded->dataset, attribute,
        dataset_attribute(&loaded->dataset, attribute, measure, observation));
}

struct cell {
    const char *text;
    enum absence absence;
    double number;
    const char *flag;
    const char *remark;
};

static const struct cell cells[] = {
    {"..", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"n.a.", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {":", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"nd", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"n.d.", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"(NA)", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"--", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"Not available", ABSENCE_NOT_AVAILABLE, 0, "", ""},
    {"(p)", ABSENCE_NOT_AVAILABLE, 0, "p", ""},
    {"n/a (p)", ABSENCE_NOT_AVAILABLE, 0, "p", ""},
    {"-", ABSENCE_NOT_APPLICABLE, 0, "", ""},
    {":z", ABSENCE_NOT_APPLICABLE, 0, "z", ""},
    {"not applicable", ABSENCE_NOT_APPLICABLE, 0, "", ""},
    {"x", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"(x)", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"(D)", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {":c", ABSENCE_CONFIDENTIAL, 0, "c", ""},
    {": (c)", ABSENCE_CONFIDENTIAL, 0, "c", ""},
    {"(c)", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"conf.", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"Confidential", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"suppressed", ABSENCE_CONFIDENTIAL, 0, "", ""},
    {"12 p", ABSENCE_NONE, 12, "p", ""},
    {"12 (p)", ABSENCE_NONE, 12, "p", ""},
    {"12(e)", ABSENCE_NONE, 12, "e", ""},
    {"12 (R)", ABSENCE_NONE, 12, "R", ""},
    {"12p", ABSENCE_NONE, 12, "p", ""},
    {"1234.5r", ABSENCE_NONE, 1234.5, "r", ""},
    {"12*", ABSENCE_NONE, 12, "", "*"},
    {"12 **", ABSENCE_NONE, 12, "", "**"},
    {"12\u00b9", ABSENCE_NONE, 12, "", "\u00b9"},
    {"12 \u2020", ABSENCE_NONE, 12, "", "\u2020"},
    /* Multiples and units are none, and no number is made of them. */
    {"12b", ABSENCE_UNREADABLE, 0, "", ""},
    {"12m", ABSENCE_UNREADABLE, 0, "", ""},
    {"12 (bn)", ABSENCE_UNREADABLE, 0, "", ""},
    {"12 (kg)", ABSENCE_UNREADABLE, 0, "", ""},
    {"p", ABSENCE_UNREADABLE, 0, "", ""},
    {"*", ABSENCE_UNREADABLE, 0, "", ""},
};

Test(cell_marks, a_cell_says_why_it_has_no_number_or_what_the_number_is)
{
    for (size_t i = 0; i < 2 * sizeof(cells) / sizeof(cells[0]); i++) {
        const struct cell *cell = &cells[i / 2];
        struct arena arena = {0};
        struct loaded loaded;
        struct value value;
        const char *text =
            i % 2 ? arena_printf(&arena,
                                 "Year,Partner,Exports (USD),Imports (USD)\n"
                                 "2022,A,7,%s\n2022,B,8,9\n",
                                 cell->text)
                  : arena_printf(&arena,
                                 "Year,Partner,Flow,Value (USD)\n2022,A,Exports,7\n"
                                 "2022,A,Imports,%s\n2022,B,Imports,9\n",
                                 cell->text);
        load_and_back(&loaded, text);
        value = loaded_figure(&loaded.dataset, "imports", "A", "2022");
        cr_expect_eq(value.absence, cell->absence, "%s: %d", text, value.absence);
        if (cell->absence == ABSENCE_NONE)
            cr_expect_float_eq(value.number, cell->number, 1e-9, "%s", text);
        cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_FLAG, 1, 0), cell->flag, "%s",
                         text);
        cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_REMARK, 1, 0), cell->remark,
                         "%s", text);
        cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_FLAG, 0, 0), "", "%s", text);
        loaded_close(&loaded);
        arena_clear(&arena);
    }
}

struct marked {
    const char *text;
    const char *period;
    const char *flag;
    const char *remark;
};

static const struct marked periods[] = {
    {"2022*", "2022", "", "*"},
    {"2022 (p)", "2022", "p", ""},
    {"2022(P)", "2022", "P", ""},
    {"2022p", "2022", "p", ""},
    {"2022 r", "2022", "r", ""},
    {"2022 (e)", "2022", "e", ""},
    {"2022 (provisional)", "2022", "p", ""},
    {"2022 prov.", "2022", "p", ""},
    {"2022\u00b9", "2022", "", "\u00b9"},
    {"2022Q1*", "2022-Q1", "", "*"},
    {"2022-01 (p)", "2022-01", "p", ""},
    {"Jan-22*", "2022-01", "", "*"},
};

static void expect_marked(const struct marked *marked, const char *text)
{
    struct loaded loaded;
    struct value value;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s%s", text,
                 loaded_message(&loaded));
    value = loaded_figure(&loaded.dataset, "exports", "A", marked->period);
    cr_expect_float_eq(value.number, 12, 0, "%s", text);
    for (size_t i = 0; i < loaded.dataset.observation_count; i++) {
        char shown[PERIOD_SHOWN_MAX];
        bool is_it =
            strcmp(period_show(
                       shown,
                       loaded.dataset.periods[codes_get(&loaded.dataset.period, i)]),
                   marked->period) == 0;
        cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_FLAG, 0, i),
                         is_it ? marked->flag : "", "%s", text);
        cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_REMARK, 0, i),
                         is_it ? marked->remark : "", "%s", text);
    }
    loaded_close(&loaded);
}

/* The period before, which has no mark. */
static const char *period_before(const struct marked *marked)
{
    return strlen(marked->period) == 4   ? "2021"
           : strchr(marked->period, 'Q') ? "2021-Q4"
                                         : "2021-12";
}

Test(cell_marks, a_period_may_have_one)
{
    for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
        struct arena arena = {0};
        expect_marked(&periods[i],
                      arena_printf(&arena,
                                   "Period,Partner,Exports (USD)\n%s,A,10\n%s,A,12\n"
                                   "%s,B,3\n",
                                   period_before(&periods[i]), periods[i].text,
                                   periods[i].text));
        arena_clear(&arena);
    }
}

/* In a heading it is said of every figure below it. */
Test(cell_marks, so_may_the_heading_of_a_period)
{
    for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
        struct arena arena = {0};
        expect_marked(&periods[i],
                      arena_printf(&arena,
                                   "Partner,Flow,Unit,%s,%s\n"
                                   "A,Exports,USD,10,12\n"
                                   "B,Exports,USD,2,3\n",
                                   period_before(&periods[i]), periods[i].text));
        arena_clear(&arena);
    }
}

/* A year beside its month, and letters that are none. */
Test(cell_marks, a_year_may_have_one_beside_its_month)
{
    static const char other[] = "Year,Exports (USD)\n2022,5\n2023 (x7),6\n";
    struct loaded loaded;

    load_and_back(&loaded, "Year,Month,Exports (USD)\n2022,12,5\n2023*,1,6\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2023-01").number, 6);
    cr_expect_str_eq(attribute_of(&loaded, ATTRIBUTE_REMARK, 0, 1), "*");
    loaded_close(&loaded);
    loaded_bytes(&loaded, "t.csv", other, strlen(other), &load_limits_default);
    cr_expect_eq(loaded.dataset.fates.refused, 1);
    loaded_close(&loaded);
}
