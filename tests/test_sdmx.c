/*
 * SDMX-CSV as the field guide has it: what is a dimension, what is a figure, and what
 * messages without figures are told to be. The texts are made after its examples.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static void read_text(struct loaded *loaded, const char *text)
{
    loaded_bytes(loaded, "t", text, strlen(text), &load_limits_default);
}

static void load(struct loaded *loaded, const char *text)
{
    read_text(loaded, text);
    cr_assert_eq(loaded->result, LOAD_OK, "%s: %s", text, loaded_message(loaded));
    expect_round_trip(&loaded->dataset, text);
}

Test(sdmx, dimensions_behind_the_figures_are_those_of_the_series_key)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, "STRUCTURE[;],STRUCTURE_ID,ACTION,SERIES_KEY,OBS_VALUE1,OBS_VALUE2,"
                  "NOTE,MARK,AREA,KIND,WHEN\n"
                  "dataflow,X:Y(1.0),I,A.B,12.5,13,Some words,N,B,A,2014-01\n"
                  "dataflow,X:Y(1.0),I,A.C,14.5,15,Some words,Y,C,A,2014-01\n");
    cr_assert_eq(dataset->dimension_count, 1);
    cr_expect_str_eq(dataset->dimension[0].id, "area");
    cr_expect_eq(dataset->measure_count, 2);
    cr_expect_eq(dataset->periods[0].frequency, FREQUENCY_MONTH);
    loaded_close(&loaded);
}

Test(sdmx, several_values_and_languages_are_attributes)
{
    struct loaded loaded;

    load(&loaded, "STRUCTURE[;],STRUCTURE_ID,ACTION,WORDS[],TEXT[en;fr],AREA,"
                  "TIME_PERIOD,OBS_VALUE\n"
                  "dataflow,X:Y(1.0),I,a;b,en:One;fr:Un,DE,2014-01,12.4\n"
                  "dataflow,X:Y(1.0),A,a;c,en:Two;fr:Deux,FR,2014-01,10.8\n"
                  "dataflow,X:Y(1.0),R,a,en:Two;fr:Deux,IT,2014-01,11.5\n");
    cr_assert_eq(loaded.dataset.dimension_count, 1);
    cr_expect_str_eq(loaded.dataset.dimension[0].id, "area");
    cr_expect_eq(loaded.dataset.observation_count, 3);
    loaded_close(&loaded);
}

Test(sdmx, a_semicolon_may_go_with_a_decimal_comma)
{
    struct loaded loaded;

    load(&loaded, "STRUCTURE[|];STRUCTURE_ID;ACTION;AREA: Area;TIME_PERIOD: Time;"
                  "OBS_VALUE: Value\n"
                  "dataflow;X:Y(1.0);I;DE: Germany;2014-01: 2014-01;12,4\n"
                  "dataflow;X:Y(1.0);I;FR: France;2014-01: 2014-01;10,8\n");
    cr_expect_float_eq(loaded_figure(&loaded.dataset, "value", "DE", "2014-01").number,
                       12.4, 1e-9);
    loaded_close(&loaded);
}

Test(sdmx, a_measure_of_another_name_and_rows_of_attributes_alone)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, "STRUCTURE,STRUCTURE_ID,ACTION,AREA,WHEN,WORTH,MARK\n"
                  "dataflow,X:Y(1.0),I,DE,2014-01,12.4,N\n"
                  "dataflow,X:Y(1.0),I,FR,2014-01,2.5,N\n"
                  "dataflow,X:Y(1.0),I,DE,,,Y\ndataflow,X:Y(1.0),D,FR,2014-02,-,\n");
    cr_expect_float_eq(loaded_figure(dataset, "worth", "DE", "2014-01").number, 12.4,
                       1e-9);
    cr_expect_eq(dataset->observation_count, 2);
    cr_expect_eq(dataset->fates.used, 2);
    cr_expect_eq(dataset->fates.other, 2);
    cr_expect_eq(dataset->fates.refused, 0);
    loaded_close(&loaded);
}

Test(sdmx, what_has_no_figures_is_told_exactly)
{
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        {"STRUCTURE,STRUCTURE_ID,ACTION,AREA,WHEN,OBS_VALUE\n"
         "dataflow,X:Y(1.0),D,DE,2014-01,-\ndataflow,X:Y(1.0),D,FR,2014-02,\n",
         "every row deletes"},
        {"STRUCTURE,STRUCTURE_ID,ACTION\ndatastructure,X:Y(1.0),D\n",
         "every row deletes"},
        {"STRUCTURE,STRUCTURE_ID,ACTION,AREA,WHEN,MARK\n"
         "dataprovision,X:Y(1.0),I,B,2014-01,N\n",
         "attributes alone"},
        {"STRUCTURE,STRUCTURE_ID,ACTION,DIM_2,CONTACT[]\n"
         "dataflow,X:Y(1.0),I,A,Contact 1;Contact 2\n",
         "attributes alone"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        const struct diag *diag;
        bool is_said = false;
        read_text(&loaded, cases[i].text);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA);
        for (diag = loaded.diags.first; diag; diag = diag->next)
            is_said = is_said || strstr(diag->message, cases[i].words);
        cr_expect(is_said, "%s: %s", cases[i].words, loaded_message(&loaded));
        loaded_close(&loaded);
    }
}

Test(sdmx, a_message_without_a_period_is_of_one_that_is_not_said)
{
    struct loaded loaded;

    read_text(&loaded, "STRUCTURE,STRUCTURE_ID,ACTION,AREA,OBS_VALUE\n"
                       "dataflow,X:Y(1.0),I,B,5\ndataflow,X:Y(1.0),I,C,6\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_assert_eq(loaded.dataset.period_count, 1);
    cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_UNDATED);
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
}

#define SDMX_HEAD "STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD,OBS_VALUE\n"

/* The figures that are left, in the order of the file. */
static void expect_left(const char *rows, size_t count, const double *figures)
{
    struct loaded loaded;
    struct arena arena = {0};

    read_text(&loaded, arena_printf(&arena, SDMX_HEAD "%s", rows));
    cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", rows, loaded_error(&loaded));
    cr_assert_eq(loaded.dataset.observation_count, count, "%s: %zu", rows,
                 loaded.dataset.observation_count);
    for (size_t i = 0; i < count; i++) {
        struct value value = dataset_value(&loaded.dataset, 0, i);
        if (figures[i] < 0)
            cr_expect_eq(value.absence, ABSENCE_NOT_AVAILABLE, "%s: %zu", rows, i);
        else
            cr_expect_eq(value.number, figures[i], "%s: %zu is %g", rows, i,
                         value.number);
    }
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(sdmx, a_later_row_replaces_updates_or_deletes_an_earlier_one)
{
    /* Replaced, with what it was kept; a missing figure replaces too. */
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,R,DE,2014,7\n", 2,
                (const double[]){7, 6});
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,R,DE,2014,\n", 2,
                (const double[]){-1, 6});
    /* An update says nothing where it has nothing. */
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,M,DE,2014,7\n", 2,
                (const double[]){7, 6});
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,A,DE,2014,\n", 2,
                (const double[]){5, 6});
    /* Without one before it, it is as any other. */
    expect_left("f,X,R,DE,2014,5\nf,X,A,FR,2014,6\n", 2, (const double[]){5, 6});
    /* What is deleted is not there, nor where nothing was; it may come again. */
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,I,IT,2014,8\nf,X,D,DE,2014,-\n",
                2, (const double[]){6, 8});
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,D,ES,2014,-\nf,X,D,DE,2015,\n",
                2, (const double[]){5, 6});
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2015,6\nf,X,D,DE,2015,-\n", 2,
                (const double[]){5, 6});
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,D,DE,2014,-\nf,X,I,DE,2014,9\n",
                2, (const double[]){9, 6});
    /* An empty code is a part of the data, which is told and not taken away. */
    expect_left("f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,D,,2014,-\n", 2,
                (const double[]){5, 6});
}

Test(sdmx, what_was_replaced_is_kept_and_told)
{
    struct loaded loaded;
    bool is_said = false;

    read_text(&loaded, SDMX_HEAD "f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,R,DE,2014,7\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_assert_eq(loaded.dataset.superseded_count, 1);
    cr_expect_eq(loaded.dataset.superseded[0].stated, 5);
    cr_expect_eq(loaded.dataset.superseded[0].line, 2);
    expect_round_trip(&loaded.dataset, "replaced");
    cr_expect_eq(dataset_place(&loaded.dataset, 0).line, 4);
    for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
        is_said = is_said || strstr(diag->message, "1 row replaces an earlier one");
    cr_expect(is_said);
    loaded_close(&loaded);
}

Test(sdmx, rows_that_only_add_may_not_contradict_each_other)
{
    struct loaded loaded;

    read_text(&loaded, SDMX_HEAD "f,X,I,DE,2014,5\nf,X,I,FR,2014,6\nf,X,I,DE,2014,7\n");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_not_null(strstr(loaded_error(&loaded), "given again"));
    loaded_close(&loaded);
}
