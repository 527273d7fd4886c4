/*
 * Jumps to members, periods and rows.
 */
#include "tests/files.h"
#include "tests/program.h"
#include "tui/pick_list.h"
#include "tui/pick_places.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *selected_code(const struct app *app)
{
    return app->frame->rows[app->selected].code;
}

static struct pick_item best(const struct app *app)
{
    return pick_list_count(app->picker.list) ? pick_list_at(app->picker.list, 0)
                                             : (struct pick_item){0};
}

Test(jump, selects_a_member_that_is_a_row)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2\\viet<Enter>");
    cr_expect_str_eq(selected_code(&app), "VNM");
    cr_expect_null(app.undo);
    program_press(&app, "\\deu<Enter>");
    cr_expect_str_eq(selected_code(&app), "DEU");
    program_press(&app, "\\越南<Enter>");
    cr_expect_str_eq(selected_code(&app), "VNM");
    app_close(&app);
}

/* Niger is not the beginning of Nigeria, though the file had them the other way. */
Test(jump, the_very_name_comes_first)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "\\niger<Enter>");
    cr_expect_str_eq(selected_code(&app), "NER");
    program_press(&app, "\\guinea<Enter>");
    cr_expect_str_eq(selected_code(&app), "GIN");
    app_close(&app);
}

Test(jump, the_lens_gives_way_as_little_as_it_can_and_undo_brings_it_back)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fasia<Enter>\\germany<Enter>");
    cr_expect_str_eq(selected_code(&app), "DEU");
    cr_expect_str_eq(app.lens.filter, "");
    program_press(&app, "u");
    cr_expect_str_eq(app.lens.filter, "asia");
    program_press(&app, "Fvv");
    cr_assert_eq(app.frame->member_count, 6);
    program_press(&app, "\\germany<Enter>");
    cr_expect_str_eq(selected_code(&app), "DEU");
    cr_expect_eq(app.frame->member_count, 252);
    program_press(&app, "u");
    cr_expect_eq(app.frame->member_count, 6);
    program_press(&app, "/asia<Enter><Enter>\\brunei<Enter>");
    cr_expect_str_eq(selected_code(&app), "BRN");
    cr_expect_eq(app.frame->member_count, 52);
    program_press(&app, "\\germany<Enter>");
    cr_expect_str_eq(selected_code(&app), "DEU");
    program_press(&app, "\\apec<Enter>");
    cr_expect_str_eq(selected_code(&app), "APEC");
    app_close(&app);
}

Test(jump, a_number_is_a_row)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2\\120<Enter>");
    cr_expect_eq(app.selected, 119);
    program_press(&app, ":7<Enter>");
    cr_expect_eq(app.selected, 6);
    program_press(&app, "\\99999999999999999999");
    cr_expect_null(best(&app).text);
    program_press(&app, "<C-u>0");
    cr_expect(!best(&app).text || best(&app).what != PLACE_ROW);
    app_close(&app);
}

/* 1993 is a year before it is a row's number: there are 65 rows. */
Test(jump, goes_to_a_period)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    program_press(&app, "2\\1993<Enter>");
    cr_expect_str_eq(app.frame->rows[app.selected].name, "1993");
    program_press(&app, "4\\2008<Enter>");
    cr_expect_str_eq(app.trend->rows[app.trended].name, "2008");
    app_close(&app);
}

static const char two_dimensions[] =
    "entrepot: 1\ntitle: Two\nunit: {currency: USD, scale: 6}\n"
    "dimensions:\n"
    "  partner:\n    members:\n"
    "      - {code: FRA, name: France}\n      - {code: DEU, name: Germany}\n"
    "  product:\n    members:\n"
    "      - {code: '85', name: Machines}\n      - {code: '01', name: Animals}\n"
    "observations:\n"
    "  - {period: 2023, partner: FRA, product: '85', exports: 1, imports: 2}\n"
    "  - {period: 2023, partner: DEU, product: '01', exports: 3, imports: 4}\n"
    "  - {period: 2024, partner: FRA, product: '85', exports: 5, imports: 6}\n"
    "  - {period: 2024, partner: DEU, product: '01', exports: 7, imports: 8}\n";

static void start_two(struct app *app)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    char path[] = "/tmp/entrepot-palette-XXXXXX";
    int file = mkstemp(path);

    cr_assert_geq(file, 0);
    close(file);
    files_write(path, two_dimensions, strlen(two_dimensions));
    app_open(app, &catalog, &look, "en");
    app_resize(app, 24, 80);
    cr_assert_eq(app_load(app, path), LOAD_OK);
    unlink(path);
}

/* 5 million of the 12 are machines. */
Test(jump, a_member_of_another_dimension_narrows_the_rows_to_it)
{
    struct app app;

    start_two(&app);
    program_press(&app, "2\\machines<Enter>");
    cr_expect_eq(app.lens.query.rows, 0);
    cr_expect_eq(app.frame->row_count, 1);
    cr_expect_str_eq(app.frame->rows[0].code, "FRA");
    cr_expect_float_eq(frame_exports(app.frame, &app.frame->rows[0]).number, 5e6, 0.5);
    program_press(&app, "\\all no single product<Enter>");
    cr_expect_eq(app.frame->row_count, 2);
    program_press(&app, "uu");
    cr_expect_eq(app.lens.query.within[1], MEMBER_NONE);
    program_press(&app, "\\2023<Enter>");
    cr_expect_float_eq(frame_exports(app.frame, &app.frame->rows[0]).number +
                           frame_exports(app.frame, &app.frame->rows[1]).number,
                       4e6, 0.5);
    app_close(&app);
}
