/*
 * One flow as both of its ends report it. China and Brazil, UN Comtrade: in 2024
 * China's imports are 1.2302 of Brazil's exports and Brazil's imports 0.9599 of China's
 * exports; in 2006 to 2008 the sign of the balance depends on who reports (2007:
 * -6,943,598,580 and +2,884,168,517).
 */
#include "core/query/mirror.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/views/view.h"

#include <criterion/criterion.h>
#include <string.h>

static struct value amount(double number)
{
    return value_derived(number);
}

Test(mirror, the_bundled_figures_are_those_of_both)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct query query;
    struct frame *frame;
    struct mirror mirror;

    sample_bundled(&dataset, "china-brazil-mirror.yaml");
    query = query_new(&dataset);
    frame = frame_new(&dataset, &query, &arena);
    mirror = mirror_of(frame, sample_row(frame, "2024"));
    for (int flow = 0; flow < MIRROR_FLOW_COUNT; flow++)
        cr_expect_float_eq(
            mirror_ratio(mirror.own[flow], mirror.other[flow], (enum mirror_flow)flow)
                .number,
            flow == MIRROR_EXPORTS ? 0.9599 : 1.2302, 5e-5);
    cr_expect_not(mirror.sign_differs);
    mirror = mirror_of(frame, sample_row(frame, "2007"));
    cr_expect_eq(mirror.balance.number, -6943598580);
    cr_expect_eq(mirror.other_balance.number, 2884168517);
    for (size_t i = 0; i < frame->row_count; i++) {
        const char *year = frame->rows[i].name;
        cr_expect_eq(mirror_of(frame, &frame->rows[i]).sign_differs,
                     strcmp(year, "2006") >= 0 && strcmp(year, "2008") <= 0, "%s",
                     year);
    }
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(mirror, what_is_zero_below_or_missing_has_no_ratio)
{
    const struct value zero = amount(0);
    const struct value none = value_missing(ABSENCE_CONFIDENTIAL);

    cr_expect_eq(mirror_ratio(amount(100), amount(105), MIRROR_EXPORTS).number, 1.05);
    cr_expect_eq(mirror_ratio(amount(105), amount(100), MIRROR_IMPORTS).number, 1.05);
    cr_expect_eq(mirror_ratio(zero, amount(1), MIRROR_EXPORTS).absence,
                 ABSENCE_UNDEFINED);
    cr_expect_eq(mirror_ratio(amount(-1), amount(1), MIRROR_IMPORTS).absence,
                 ABSENCE_UNDEFINED);
    cr_expect_eq(mirror_ratio(none, amount(1), MIRROR_EXPORTS).absence,
                 ABSENCE_CONFIDENTIAL);
    cr_expect_eq(mirror_asymmetry(zero, amount(1)).absence, ABSENCE_UNDEFINED);
    cr_expect_eq(mirror_asymmetry(amount(100), zero).number, -100);
    cr_expect_eq(mirror_difference(zero, amount(1)).number, 1);
    cr_expect_not(mirror_sign_differs(zero, amount(1)));
    cr_expect_not(mirror_sign_differs(amount(-1), none));
    cr_expect(mirror_sign_differs(amount(-1), amount(1)));
}

Test(mirror, golden_screens)
{
    struct app app;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    program_start(&app, "china-brazil-mirror.yaml", false);
    cr_assert(app_keys(&app, "9/2007<Enter>", &diags));
    cr_expect(golden_check(program_draw(&app, &arena, 24, 80), "mirror-80x24"));
    cr_expect(golden_check(program_draw(&app, &arena, 35, 120), "mirror-120x35"));
    cr_expect(golden_check(program_draw(&app, &arena, 12, 40), "mirror-40x12"));
    app_close(&app);
    program_start(&app, "china-annual-usd.yaml", true);
    cr_assert(app_keys(&app, "9", &diags));
    cr_expect(
        golden_check(program_draw(&app, &arena, 24, 80), "mirror-none-80x24-ascii"));
    app_close(&app);
    arena_clear(&arena);
}
