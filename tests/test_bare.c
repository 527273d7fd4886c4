/*
 * Tables that say little: without a period, or with figures under a heading that could
 * be of anything.
 */
#include "core/load/load.h"
#include "tests/loaded.h"
#include "tui/answers.h"

#include <criterion/criterion.h>
#include <string.h>

static const char undated[] = "country,product,value\n"
                              "fra,0101,5\nfra,0102,7\ndeu,0101,11\n";
static const char index_table[] = "year,origin,hs92,rca\n"
                                  "1995,aut,1704,.57\n1995,che,1704,1.05\n"
                                  "1995,aut,1806,2.5\n1995,che,1806,.25\n";

static void load(struct loaded *loaded, const char *name, const char *text,
                 const char *map)
{
    struct options options = {.limits = load_limits_default};

    loaded_open(loaded);
    options.limits.answers = &options.answers;
    if (map)
        cr_assert(options_set(&options, OPTION_MAP, map, &loaded->diags));
    loaded->result = load_bytes(name, text, strlen(text), &options.limits,
                                &loaded->dataset, &loaded->diags);
}

static bool was_said(const struct loaded *loaded, const char *words)
{
    for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
        if (strstr(diag->message, words))
            return true;
    return false;
}

static void expect_refused(const char *text, const char *map, const char *words)
{
    struct loaded loaded;

    load(&loaded, "t.csv", text, map);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", text);
    cr_expect(was_said(&loaded, words), "%s: %s", text, loaded_message(&loaded));
    loaded_close(&loaded);
}

Test(bare, a_table_without_a_period_is_of_one_that_is_not_said)
{
    struct loaded loaded;

    load(&loaded, "t.csv", undated, NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_assert_eq(loaded.dataset.period_count, 1);
    cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_UNDATED);
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 2).number, 11);
    cr_expect_not(loaded.dataset.dimension[0].is_apart);
    cr_expect(was_said(&loaded, "does not say its period"));
    loaded_close(&loaded);
}

Test(bare, so_is_one_in_json_and_one_of_exports_and_imports)
{
    struct loaded loaded;

    load(&loaded, "t.json",
         "[{\"country\":\"fra\",\"value\":5},{\"country\":\"deu\",\"value\":6}]", NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_UNDATED);
    loaded_close(&loaded);
    load(&loaded, "t.csv", "partner,exports (USD),imports (USD)\nfra,5,3\ndeu,6,4\n",
         NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_UNDATED);
    cr_expect_eq(dataset_value(&loaded.dataset, 1, 1).number, 4);
    loaded_close(&loaded);
}

Test(bare, an_answer_dates_all_rows)
{
    struct loaded loaded;
    char shown[PERIOD_SHOWN_MAX];

    load(&loaded, "t.csv", undated, "period==2000-Q1");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_str_eq(period_show(shown, loaded.dataset.periods[0]), "2000-Q1");
    cr_expect_not(was_said(&loaded, "does not say its period"));
    loaded_close(&loaded);
    load(&loaded, "t.csv", "Maa,Vienti\nfra,5\ndeu,6\n",
         "period==2000,partner=Maa,exports=Vienti");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "deu", "2000").number, 6);
    loaded_close(&loaded);
    expect_refused(undated, "period==2x", "'2x' is no period");
    expect_refused("year,country,exports\n2024,fra,5\n", "period==2000",
                   "the period stands in the column 'year'");
}

Test(bare, a_column_that_is_called_so_is_no_answer)
{
    struct loaded loaded;

    load(&loaded, "t.csv", "=2000,country,exports\n2024,fra,5\n2024,deu,6\n",
         "period==2000");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "fra", "2024").number, 5);
    loaded_close(&loaded);
}

Test(bare, a_column_that_may_be_the_period_is_not_passed_over)
{
    expect_refused("Vuosi,country,value\n2023,fra,5\n2024,fra,6\n", NULL,
                   "what lacks is the period");
    expect_refused("Kuukausi,country,exports\n2024-01,fra,5\n2024-02,fra,6\n", NULL,
                   "what lacks is the period");
}

Test(bare, the_only_column_of_numbers_has_the_figures_and_is_never_added)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, "t.csv", index_table, NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_assert_eq(dataset->measure_count, 1);
    cr_expect_str_eq(dataset->measure[0].id, "rca");
    cr_expect_str_eq(label_pick(&dataset->measure[0].title, ""), "rca");
    cr_assert_eq(dataset->dimension_count, 2);
    cr_expect(dataset->dimension[0].is_apart);
    cr_expect(dataset->dimension[1].is_apart);
    cr_expect_float_eq(dataset_value(dataset, 0, 0).number, 0.57, 1e-12);
    cr_expect_float_eq(dataset_value(dataset, 0, 3).number, 0.25, 1e-12);
    cr_expect(was_said(&loaded, "'rca' is taken for the figures"));
    loaded_close(&loaded);
}

Test(bare, codes_are_no_figures)
{
    struct loaded loaded;

    expect_refused("year,origin,serial\n1995,aut,17\n1995,che,18\n", NULL,
                   "what lacks is the figures");
    load(&loaded, "t.csv", "year,origin,sitc_code,rca\n1995,aut,17,.5\n1995,aut,18,2\n",
         NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_neq(dataset_dimension(&loaded.dataset, "product"), SIZE_MAX);
    loaded_close(&loaded);
}

Test(bare, of_two_columns_of_numbers_none_is_chosen)
{
    expect_refused("year,origin,rca,density\n1995,aut,1.5,.2\n", NULL,
                   "what lacks is the figures");
    expect_refused("year,origin,rca,area\n1995,aut,1.5,2\n", NULL,
                   "what lacks is the figures");
}

Test(bare, a_number_may_begin_with_its_decimal_sign)
{
    struct loaded loaded;

    load(&loaded, "t.csv", "year;exports (USD)\n2020;,5\n2021;-,25\n2022;1,75\n", NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_assert_eq(loaded.dataset.observation_count, 3);
    cr_expect_float_eq(dataset_value(&loaded.dataset, 0, 0).number, 0.5, 1e-12);
    cr_expect_float_eq(dataset_value(&loaded.dataset, 0, 1).number, -0.25, 1e-12);
    loaded_close(&loaded);
}

Test(bare, periods_may_be_columns)
{
    struct loaded loaded;

    load(&loaded, "t.csv",
         "flow;country;2022;2023\nexports;fra;5;6\nimports;fra;4;n.a.\n"
         "exports;deu;7;\nimports;deu;1;2\n",
         NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "fra", "2023").number, 6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "fra", "2023").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "deu", "2023").number, 2);
    cr_expect(was_said(&loaded, "does not say its unit"));
    loaded_close(&loaded);
    load(&loaded, "t.csv", "Maa,2024-01,2024-02\nfra,5,6\ndeu,7,8\n", "partner=Maa");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "value", "deu", "2024-02").number, 8);
    loaded_close(&loaded);
    /* One is no series, and codes are no years. */
    expect_refused("Maa,2024\nfra,5\ndeu,7\n", NULL, "no layout fits");
    expect_refused("country,1701,2710\nfra,5,6\n", NULL, "no layout fits");
}
