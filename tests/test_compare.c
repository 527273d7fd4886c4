/*
 * Two rows side by side: differences, growth gaps, and the keys that choose them.
 */
#include "core/query/comparison.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/lens.h"

#include <criterion/criterion.h>
#include <string.h>

static const char months[] =
    "entrepot: 1\n"
    "title: Months\n"
    "reporter: AAA\n"
    "unit: {currency: USD, scale: 6}\n"
    "dimensions:\n"
    "  partner:\n"
    "    members: [{code: FRA}, {code: DEU}, {code: ITA}]\n"
    "columns: [partner, period, exports, imports]\n"
    "observations:\n"
    "  - [FRA, 2024-01, 10, 40]\n  - [FRA, 2024-02, 20, 30]\n"
    "  - [FRA, 2024-04, 40, 10]\n"
    "  - [DEU, 2024-01, 1, 4]\n  - [DEU, 2024-02, 2, 3]\n  - [DEU, 2024-04, 4, ~]\n"
    "  - [ITA, 2024-01, 5, 5]\n  - [ITA, 2024-02, 5, 5]\n  - [ITA, 2024-04, 0, 7]\n";

static struct frame *frame_of(const struct dataset *dataset, struct arena *arena)
{
    struct query query = query_new(dataset);

    return frame_new(dataset, &query, arena);
}

/* Customs 2024, in CNY bn: 3,733.722 - 1,152.02 and so on; growth 6.1 - 19.0. */
Test(comparison, of_two_partners_is_left_less_right)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;
    struct comparison of;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    frame = frame_of(&dataset, &arena);
    of = comparison_new(frame, sample_row(frame, "USA"), sample_row(frame, "VNM"));
    cr_expect_float_eq(of.exports.number / 1e9, 2581.7, 0.05);
    cr_expect_float_eq(of.imports.number / 1e9, 461.3, 0.05);
    cr_expect_float_eq(of.balance.number / 1e9, 2120.5, 0.05);
    cr_expect_float_eq(of.exports_gap.number, 6.1 - 19.0, 1e-9);
    cr_expect_float_eq(comparison_two_way(frame, of.left).number, 0.48, 0.005);
    cr_expect_float_eq(comparison_two_way(frame, of.right).number, 0.76, 0.005);
    arena_clear(&arena);
    dataset_close(&dataset);
}

/* 4 less a missing figure is missing; 40 / 0 is no ratio. */
Test(comparison, what_is_missing_has_no_difference)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;
    struct comparison of;

    sample_load(&dataset, months);
    frame = frame_of(&dataset, &arena);
    of = comparison_new(frame, sample_row(frame, "FRA"), sample_row(frame, "DEU"));
    cr_expect_eq(of.exports.number, 36e6);
    cr_expect_eq(of.imports.absence, ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(of.balance.absence, ABSENCE_NOT_AVAILABLE);
    of = comparison_new(frame, sample_row(frame, "FRA"), sample_row(frame, "ITA"));
    cr_expect_eq(of.balance.number, (40 - 10 - 0 + 7) * 1e6);
    cr_expect_eq(of.exports_times.absence, ABSENCE_UNDEFINED);
    cr_expect_float_eq(of.imports_times.number, 10.0 / 7, 1e-12);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(compare, the_first_row_stands_beside_the_selected_one)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "8");
    cr_expect_str_eq(app.frame->rows[lens_left(&app)].code, "USA");
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].code, "KOR");
    program_press(&app, "/viet<Enter>");
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].code, "VNM");
    cr_expect(
        program_shows(&app, "balance +2,120.5 CNY bn: United States less Vietnam"));
    cr_expect(program_shows(&app, "growth gap in points: exports −12.9"));
    app_close(&app);
}

Test(compare, equals_keeps_a_row_and_there_swaps_the_two)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2jj=");
    cr_expect_eq(app.view, VIEW_COMPARE);
    cr_expect_str_eq(app.frame->rows[lens_left(&app)].code, "HKG");
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].code, "JPN");
    program_press(&app, "=");
    cr_expect_str_eq(app.frame->rows[lens_left(&app)].code, "JPN");
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].code, "HKG");
    /* Sorting keeps both: they are found by what they are. */
    program_press(&app, "sn");
    cr_expect_str_eq(app.frame->rows[lens_left(&app)].code, "JPN");
    cr_expect_str_eq(app.frame->rows[lens_right(&app)].code, "HKG");
    program_press(&app, "uu");
    cr_expect_str_eq(app.frame->rows[lens_left(&app)].code, "HKG");
    app_close(&app);
}

Test(compare, one_row_says_that_there_is_no_other)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "fviet<Enter>8");
    cr_expect(program_shows(&app, "nothing to be compared with"));
    program_press(&app, "=");
    cr_expect(program_shows(&app, "there is one row only"));
    app_close(&app);
}

/* March is not in the data and stays empty; both scales are said. */
Test(compare, small_charts_are_of_every_row)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    dataset_close(&app.loaded);
    sample_load(&app.loaded, months);
    app.dataset = app.loaded;
    app.has_timing = false; /* it is another dataset */
    lens_reset(&app);
    app_refresh(&app);
    program_press(&app, "8");
    cr_expect(program_shows(&app, "─ FRA ─"));
    cr_expect(program_shows(&app, "━ ITA ━"));
    cr_expect(program_shows(&app, "─ DEU ─"));
    cr_expect(program_shows(&app, "2024-01–2024-04      max 7"));
    cr_expect(program_shows(&app, "K: each on its own scale"));
    program_press(&app, "K");
    cr_expect(program_shows(&app, "K: all on one scale"));
    app_close(&app);
}
