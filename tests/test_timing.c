/*
 * Ranges of periods, the same months of every year, and incomplete years, as a person
 * asks for them. Expected figures are sums of the published months by hand: Jan-Feb
 * 2024 21764 + 15764 on 19863 + 14159, +10.3 % as computed from the customs table
 * elsewhere; Jan-Sep 186362 on 175230.
 */
#include "core/base/text.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/lens.h"
#include "tui/path_plan.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void start(struct app *app, const char *name)
{
    struct arena arena = {0};
    const char *path = arena_printf(&arena, "../tests/time/%s", name);

    program_start(app, path, false);
    arena_clear(&arena);
}

/* Applies options as the command line would; whether they were right. */
static bool apply(struct app *app, const char *period, const char *by, bool same_months)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct options options = {0};
    bool is_good;

    options.text[OPTION_PERIOD] = period;
    options.text[OPTION_BY] = by;
    options.text[OPTION_SAME_MONTHS] = same_months ? "" : NULL;
    is_good = batch_apply(app, &options, &diags);
    arena_clear(&arena);
    return is_good;
}

static struct value value_of(const struct app *app, const char *code,
                             const char *column)
{
    return sample_value(app->frame, sample_row(app->frame, code), column);
}

Test(timing, a_range_of_members_is_their_sum_and_complete_only_with_all)
{
    struct app app;

    start(&app, "partners.yaml");
    cr_assert(apply(&app, "2024-01..02", NULL, false));
    /* 111 + 112 on 101 + 102. */
    cr_expect_eq(value_of(&app, "A", "exports").number, 223e6);
    cr_expect_eq(value_of(&app, "A", "exports").covered, 0);
    cr_expect_float_eq(value_of(&app, "A", "exports-growth").number,
                       100 * (223.0 / 203 - 1), 1e-9);
    cr_expect_eq(value_of(&app, "B", "exports").number, 211e6);
    cr_expect_eq(value_of(&app, "B", "exports").covered, 1);
    cr_expect_eq(value_of(&app, "B", "exports-growth").absence, ABSENCE_UNDEFINED);
    cr_expect(program_shows(&app, "Jan-Feb 2024"));
    cr_expect(program_shows(&app, "B (part)"));
    lens_select(&app, (size_t)(sample_row(app.frame, "B") - app.frame->rows));
    cr_expect(program_shows(&app, "incomplete: 1 of 2 months"));
    cr_expect_eq(frame_cell(app.frame, &app.frame->total, 0).covered, 1);
    app_close(&app);
}

Test(timing, the_range_moves_from_year_to_year)
{
    struct app app;

    start(&app, "partners.yaml");
    cr_assert(apply(&app, "2024-01..02", NULL, false));
    program_press(&app, "[");
    cr_expect(program_shows(&app, "Jan-Feb 2023"));
    cr_expect_eq(value_of(&app, "B", "exports").number, 403e6);
    program_press(&app, "]");
    cr_expect(program_shows(&app, "Jan-Feb 2024"));
    app_close(&app);
}

Test(timing, braces_extend_the_period_and_undo_takes_it_back)
{
    struct app app;

    start(&app, "partners.yaml");
    cr_assert(apply(&app, "2024-06", NULL, false));
    program_press(&app, "{");
    cr_expect(program_shows(&app, "May-Jun 2024"));
    program_press(&app, "}");
    cr_expect(program_shows(&app, "May-Jul 2024"));
    /* 115 + 116 + 117 */
    cr_expect_eq(value_of(&app, "A", "exports").number, 348e6);
    program_press(&app, "uu");
    cr_expect(program_shows(&app, "2024-06"));
    cr_expect_eq(value_of(&app, "A", "exports").number, 116e6);
    program_press(&app, "U");
    cr_expect(program_shows(&app, "May-Jun 2024"));
    app_close(&app);
}

Test(timing, a_range_ends_where_the_file_does)
{
    struct app app;

    start(&app, "partners.yaml");
    program_press(&app, "}");
    cr_expect(program_shows(&app, "the file ends here"));
    cr_expect_not(app.lens.timing.is_range);
    cr_assert(apply(&app, "2023-01", NULL, false));
    program_press(&app, "{");
    cr_expect(program_shows(&app, "the file begins here"));
    app_close(&app);
}

Test(timing, coarser_ranges_are_asked_for_by_name)
{
    struct app app;

    start(&app, "partners.yaml");
    cr_assert(apply(&app, "2023..2024", NULL, false));
    cr_expect_str_eq(app.frame->rows[0].code, "B");
    /* Twelve times 100, 1 to 12, and in the second year ten more each. */
    cr_expect_eq(value_of(&app, "A", "exports").number, (2400 + 2 * 78 + 120) * 1e6);
    app_close(&app);
    start(&app, "partners.yaml");
    cr_assert(apply(&app, "2024-Q1..Q2", NULL, false));
    cr_expect_eq(value_of(&app, "A", "exports").number, (600 + 21 + 60) * 1e6);
    cr_expect(program_shows(&app, "Q1-Q2 2024"));
    app_close(&app);
    start(&app, "partners.yaml");
    cr_expect_not(apply(&app, "2030-01..02", NULL, false));
    app_close(&app);
}

Test(timing, the_same_months_stand_side_by_side)
{
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    cr_assert(apply(&app, "2024-01..02", "period", true));
    cr_expect_eq(app.frame->row_count, 2);
    cr_expect_eq(value_of(&app, "2024-01..02", "exports").number, 37528e8);
    cr_expect_eq(value_of(&app, "2023-01..02", "exports").number, 34022e8);
    cr_expect_float_eq(value_of(&app, "2024-01..02", "exports-growth").number, 10.3,
                       0.05);
    app_close(&app);
    program_start(&app, "china-monthly-1983-2013.yaml", false);
    cr_assert(apply(&app, "2013-06", "period", true));
    /* The file begins with July 1983. */
    cr_expect_eq(app.frame->row_count, 30);
    cr_expect_str_eq(app.frame->rows[29].code, "1984-06");
    app_close(&app);
}

Test(timing, periods_as_rows_are_narrowed_by_a_range)
{
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    cr_assert(apply(&app, "2024-01..03", "period", false));
    cr_expect_eq(app.frame->row_count, 3);
    app_close(&app);
}

Test(timing, t_goes_on_to_the_same_month_of_the_period_that_was_looked_at)
{
    struct app app;

    program_start(&app, "china-monthly-2023-2024.yaml", false);
    program_press(&app, "2[[[[[[ttt");
    cr_expect_eq(app.frame->row_count, 2);
    cr_expect_eq(value_of(&app, "2024-06", "exports").number, 21835e8);
    cr_expect_eq(value_of(&app, "2023-06", "exports").number, 19762e8);
    cr_expect(program_shows(&app, "Jun 2023"));
    program_press(&app, "t");
    cr_expect_eq(app.frame->row_count, 24);
    cr_expect_str_eq(app.frame->rows[app.selected].code, "2024-06");
    app_close(&app);
}

Test(timing, an_incomplete_year_grows_over_the_same_months)
{
    struct app app;
    struct value growth;

    start(&app, "to-september.yaml");
    program_press(&app, "2tt");
    growth = value_of(&app, "2024", "exports-growth");
    cr_expect_eq(value_of(&app, "2024", "exports").number, 186362e8);
    cr_expect_float_eq(growth.number, 100 * (186362.0 / 175230 - 1), 1e-9);
    cr_expect_eq(growth.covered, 9);
    cr_expect(program_shows(&app, "2024 (Jan-Sep)"));
    cr_expect(program_shows(&app, "+6.4*"));
    cr_expect(program_shows(&app, "(+6.4 % on Jan-Sep)"));
    program_press(&app, "i");
    cr_expect(program_shows(&app, "over Jan-Sep of both years"));
    app_close(&app);
}

Test(timing, twelve_months_roll_over_a_joint_period)
{
    struct app app;
    struct column_spec column = {INDICATOR_ROLLING, 0};

    start(&app, "customs.yaml");
    app.lens.columns[app.lens.column_count++] = column;
    app_refresh(&app);
    cr_expect_eq(value_of(&app, "2024-06", "exports-rolling").number, 245512e8);
    /* February 2023 is half of what January 2024 would have to be taken from. */
    cr_expect_eq(value_of(&app, "2024-01..02", "exports-rolling").number,
                 (237656 - 34022 + 37528) * 1e8);
    app_close(&app);
}

Test(timing, the_path_starts_from_the_year_that_december_states)
{
    struct app app;
    struct path_start from;

    start(&app, "customs.yaml");
    from = path_plan_start(&app, 0);
    cr_expect_eq(from.year, 2024);
    cr_expect_eq(from.exports, 254546e8);
    cr_expect_eq(from.periods, 1);
    cr_expect_float_eq(from.exports_growth.number, 7.1, 0.05);
    app_close(&app);
}

Test(timing, a_record_tells_what_is_derived_from_what_is_stated)
{
    struct app app;

    start(&app, "customs.yaml");
    app_resize(&app, 40, 120);
    cr_assert(apply(&app, "2024-03", "period", false));
    program_press(&app, "2i");
    cr_expect(program_shows(&app, "derived: stated for the year to date 57380"));
    cr_expect(program_shows(&app, "37528 (customs.yaml:"));
    program_press(&app, "<Esc>");
    cr_assert(apply(&app, "2024-01..02", "period", false));
    program_press(&app, "i");
    cr_expect(program_shows(&app, "as published for the year to date"));
    app_close(&app);
}

Test(timing, a_rate_is_told_with_its_kind)
{
    struct app app;

    start(&app, "customs.yaml");
    program_press(&app, "c");
    cr_expect(program_shows(&app, "USD average"));
    program_press(&app, "u2tti");
    cr_expect(
        program_shows(&app, "converted at 7.12 CNY for one USD, average of 2024"));
    program_press(&app, "<Esc>6");
    cr_expect(program_shows(&app, "average, 2023 to 2024, CNY for one USD"));
    app_close(&app);
}

Test(timing, a_month_that_is_known_with_another_is_found_by_both)
{
    struct app app;
    struct period joint = {FREQUENCY_MONTH, 2024 * 12, 1};

    start(&app, "customs.yaml");
    cr_assert(apply(&app, "2024-02", "period", false));
    cr_expect(period_equal(app.lens.query.period, joint));
    cr_assert(apply(&app, "2024-01", "period", false));
    cr_expect(period_equal(app.lens.query.period, joint));
    app_close(&app);
}
