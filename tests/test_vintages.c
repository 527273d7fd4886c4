/*
 * Classifications that change within a file: the codes of products mean other things
 * from there on, all products together do not.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char head[] =
    "typeCode,refPeriodId,period,reporterISO,flowCode,partnerISO,"
    "classificationCode,cmdCode,cmdDesc,primaryValue\n";
static const char rows[] = "C,1,2021,CHN,X,W00,H5,TOTAL,All,100\n"
                           "C,1,2021,CHN,X,W00,H5,01,Animals,10\n"
                           "C,1,2022,CHN,X,W00,H5,TOTAL,All,110\n"
                           "C,1,2022,CHN,X,W00,H5,01,Animals,12\n"
                           "C,1,2023,CHN,X,W00,H6,TOTAL,All,121\n"
                           "C,1,2023,CHN,X,W00,H6,01,Animals,15\n";

static struct value growth(const struct dataset *dataset, const char *code,
                           const char *period, struct arena *arena)
{
    struct query query = query_new(dataset);
    struct diag_list unheard = {.arena = arena};
    struct frame *frame;

    cr_assert(query_read_rows(&query, dataset, "period", &unheard));
    if (code)
        query.within[0] = dict_find(&dataset->dimension[0].codes, code, strlen(code));
    frame = frame_new(dataset, &query, arena);
    return sample_value(frame, sample_row(frame, period), "exports-growth");
}

Test(vintages, products_break_and_all_of_them_do_not)
{
    struct arena arena = {0};
    struct loaded loaded;
    char text[1024];

    snprintf(text, sizeof(text), "%s%s", head, rows);
    load_and_back(&loaded, text);
    cr_assert_eq(loaded.dataset.event_count, 1);
    cr_expect_str_eq(loaded.dataset.events[0].below, "product");
    cr_expect_str_eq(label_pick(&loaded.dataset.events[0].title, "en"),
                     "products by classification H6, before H5");
    cr_expect_float_eq(growth(&loaded.dataset, "01", "2022", &arena).number, 20, 1e-9);
    cr_expect_eq(growth(&loaded.dataset, "01", "2023", &arena).absence,
                 ABSENCE_UNDEFINED);
    cr_expect_float_eq(growth(&loaded.dataset, NULL, "2023", &arena).number, 10, 1e-9);
    cr_expect_float_eq(growth(&loaded.dataset, "TOTAL", "2023", &arena).number, 10,
                       1e-9);
    arena_clear(&arena);
    loaded_close(&loaded);
}

/* Without products there is nothing that could break. */
Test(vintages, a_file_of_totals_has_no_break)
{
    struct loaded loaded;
    char text[1024];

    snprintf(text, sizeof(text),
             "%sC,1,2022,CHN,X,W00,H5,TOTAL,All,110\n"
             "C,1,2023,CHN,X,W00,H6,TOTAL,All,121\n",
             head);
    load_and_back(&loaded, text);
    cr_expect_eq(loaded.dataset.event_count, 0);
    loaded_close(&loaded);
}

/* A second partner, customs procedures and transport multiply rows: they are named
 * dimensions, and their totals are no parts. */
Test(vintages, hidden_dimensions_are_named)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(
        &loaded,
        "typeCode,refPeriodId,period,reporterISO,flowCode,partnerISO,partner2Code,"
        "cmdCode,customsCode,motCode,primaryValue\n"
        "C,1,2022,CHN,M,AGO,0,TOTAL,C00,0,100\nC,1,2022,CHN,M,AGO,842,TOTAL,C00,0,60\n"
        "C,1,2022,CHN,M,AGO,0,TOTAL,C04,0,70\nC,1,2022,CHN,M,AGO,0,TOTAL,C00,2100,"
        "80\n");
    cr_expect_neq(dataset_dimension(dataset, "partner2"), SIZE_MAX);
    cr_expect_neq(dataset_dimension(dataset, "procedure"), SIZE_MAX);
    cr_expect_neq(dataset_dimension(dataset, "transport"), SIZE_MAX);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        cr_expect_neq(dimension_whole(&dataset->dimension[d]), MEMBER_NONE, "%s",
                      dataset->dimension[d].id);
    loaded_close(&loaded);
}
