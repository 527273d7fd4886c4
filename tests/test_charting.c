/*
 * What is found of all rows at once is what going through the points finds.
 */
#include "tests/program.h"
#include "tui/charting.h"
#include "tui/charts/whole.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct rows_case {
    char file[40];
    char keys[40];
};

#define PARTNERS "china-partners-2024.yaml"

ParameterizedTestParameters(charting, scale_is_that_of_the_points)
{
    static struct rows_case cases[] = {
        {PARTNERS, "3"},
        {PARTNERS, "3fasia<Enter>"},
        {PARTNERS, "3fexports > 100<Enter>"},
        {PARTNERS, "3 j j"},
        {PARTNERS, "3vv"},
        {PARTNERS, "3xxx"},
        {PARTNERS, "3%"},
        {PARTNERS, "3a"},
        {PARTNERS, "3p"},
        {"../tests/questions/products.yaml", "3v"},
        {"../tests/questions/partners.yaml", "3[["},
        {"china-monthly-2023-2024.yaml", "3"},
        {"ciie.yaml", "3"},
    };

    return cr_make_param_array(struct rows_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static void expect_same(const struct chart_whole *found, const struct chart *chart)
{
    const struct chart_whole *wanted = chart_whole_new(chart, chart->arena);

    cr_assert_not_null(found);
    cr_expect_eq(found->count, wanted->count);
    cr_expect_eq(found->scale, wanted->scale);
    cr_expect_eq(found->has_imports, wanted->has_imports);
    cr_expect_float_eq(found->low, wanted->low, 0);
    cr_expect_float_eq(found->high, wanted->high, 0);
    cr_expect_eq(found->label_cols, wanted->label_cols, "%d instead of %d",
                 found->label_cols, wanted->label_cols);
}

ParameterizedTest(struct rows_case *c, charting, scale_is_that_of_the_points)
{
    struct arena arena = {0};
    static struct app app;
    struct show show;
    struct chart chart;

    program_start(&app, c->file, false);
    program_press(&app, c->keys);
    show = show_new(app.frame, &glyphs_unicode, &arena);
    chart = charting_rows(&app, &show);
    expect_same(app.charting.rows, &chart);
    chart = charting_measured(&app, &show);
    if (show_is_measured(app.frame))
        expect_same(app.charting.measured, &chart);
    arena_clear(&arena);
    app_close(&app);
}
