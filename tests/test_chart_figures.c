#include "core/base/text.h"
#include "tui/charts/figure.h"
#include "tui/charts/fold.h"
#include "tui/charts/plot.h"
#include "tui/charts/scale.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

enum { ROWS_MAX = 40 };

struct growth_case {
    double percent;
    char unicode[16];
    char ascii[16];
};

ParameterizedTestParameters(chart_figures, growth)
{
    static struct growth_case cases[] = {
        {6.1, "+6.1", "+6.1"},
        {-33.1, "−33.1", "-33.1"},
        {0, "0.0", "0.0"},
        {-0.04, "0.0", "0.0"},
        {999.9, "+999.9", "+999.9"},
        {999.96, "×11.0", "x11.0"},
        {3281.8, "×33.8", "x33.8"},
        {9990, "×101", "x101"},
        {123356.7, "×1,235", "x1,235"},
    };

    return cr_make_param_array(struct growth_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct growth_case *c, chart_figures, growth)
{
    struct arena arena = {0};
    const struct value value = value_derived(c->percent);

    cr_expect_str_eq(chart_growth(&arena, &glyphs_unicode, value), c->unicode);
    cr_expect_str_eq(chart_growth(&arena, &glyphs_ascii, value), c->ascii);
    arena_clear(&arena);
}

Test(chart_figures, absences_have_their_marks)
{
    struct arena arena = {0};
    const struct chart chart = {.arena = &arena, .decimals = 1};
    const struct value missing = value_missing(ABSENCE_NOT_AVAILABLE);
    const struct value undefined = value_missing(ABSENCE_UNDEFINED);

    cr_expect_str_eq(chart_figure(&chart, &glyphs_unicode, missing, true), "·");
    cr_expect_str_eq(chart_figure(&chart, &glyphs_unicode, undefined, true), "n/a");
    cr_expect_str_eq(
        chart_figure(&chart, &glyphs_unicode, value_missing(ABSENCE_ROUNDED), true),
        "0.0");
    cr_expect_str_eq(chart_figure(&chart, &glyphs_unicode, value_derived(NAN), true),
                     "·");
    cr_expect_str_eq(chart_growth(&arena, &glyphs_unicode, missing), "·");
    cr_expect_str_eq(chart_growth(&arena, &glyphs_unicode, undefined), "n/a");
    arena_clear(&arena);
}

Test(chart_figures, figures_are_shown_in_the_scale_of_the_chart)
{
    struct arena arena = {0};
    const struct chart chart = {.arena = &arena, .scale = 9, .decimals = 1};
    const struct value value = value_derived(-1014729370000);

    cr_expect_str_eq(chart_figure(&chart, &glyphs_unicode, value, true), "−1,014.7");
    cr_expect_str_eq(chart_figure(&chart, &glyphs_ascii, value, false), "-1,014.7");
    cr_expect_str_eq(chart_figure(&chart, &glyphs_ascii, value_derived(-4e7), true),
                     "-<0.1");
    arena_clear(&arena);
}

struct number_case {
    double number;
    int decimals;
    bool is_signed;
    char unicode[16];
    char ascii[16];
};

ParameterizedTestParameters(chart_figures, numbers)
{
    static struct number_case cases[] = {
        {0, 1, false, "0.0", "0.0"},
        {-0.0, 1, true, "0.0", "0.0"},
        {0.049, 1, false, "<0.1", "<0.1"},
        {0.049, 1, true, "+<0.1", "+<0.1"},
        {-0.049, 1, true, "−<0.1", "-<0.1"},
        {-1e-320, 2, false, "−<0.01", "-<0.01"},
        {0.4, 0, false, "<1", "<1"},
        {0.05, 1, false, "0.1", "0.1"},
        {-0.5, 0, true, "−1", "-1"},
        {2569.66, 1, true, "+2,569.7", "+2,569.7"},
        {1e18, 1, false, "1.000e+18", "1.000e+18"},
        {NAN, 1, false, "n/a", "n/a"},
    };

    return cr_make_param_array(struct number_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct number_case *c, chart_figures, numbers)
{
    struct arena arena = {0};

    cr_expect_str_eq(
        chart_number(&arena, &glyphs_unicode, c->number, c->decimals, c->is_signed),
        c->unicode);
    cr_expect_str_eq(
        chart_number(&arena, &glyphs_ascii, c->number, c->decimals, c->is_signed),
        c->ascii);
    arena_clear(&arena);
}

Test(chart_figures, great_cover_is_a_factor)
{
    struct arena arena = {0};

    cr_expect_str_eq(chart_cover(&arena, &glyphs_unicode, value_derived(99.64)),
                     "99.6");
    cr_expect_str_eq(chart_cover(&arena, &glyphs_unicode, value_derived(163.9)),
                     "163.9");
    cr_expect_str_eq(chart_cover(&arena, &glyphs_unicode, value_derived(1568.8)),
                     "1,569");
    cr_expect_str_eq(chart_cover(&arena, &glyphs_unicode, value_derived(13715)),
                     "×137");
    arena_clear(&arena);
}

struct ticks_case {
    double low;
    double high;
    int most;
    double first;
    double last;
    double step;
};

ParameterizedTestParameters(chart_figures, ticks)
{
    static struct ticks_case cases[] = {
        {0, 3733.7, 8, 0, 4000, 500},
        {0, 3733.7, 4, 0, 4000, 1000},
        {-12.2, 989.5, 6, -200, 1000, 200},
        {-1014.7, 2569.7, 4, -2000, 4000, 2000},
        {0, 1, 4, 0, 1, 0.25},
        {0, 0.3, 3, 0, 0.3, 0.1},
        {0, 0, 4, 0, 1, 0.25},
        {5, 5, 5, 5, 10, 1},
        {0, 1e300, 5, 0, 1e300, 2e299},
        {10, -10, 4, -10, 10, 5},
    };

    return cr_make_param_array(struct ticks_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct ticks_case *c, chart_figures, ticks)
{
    double first;
    double last;
    const double step = chart_ticks(c->low, c->high, c->most, &first, &last);

    cr_expect_float_eq(step, c->step, c->step * 1e-9, "step %g", step);
    cr_expect_float_eq(first, c->first, c->step * 1e-6, "first %g", first);
    cr_expect_float_eq(last, c->last, c->step * 1e-6, "last %g", last);
}

Test(chart_figures, ticks_hold_any_range)
{
    static const double bounds[] = {0,     1,    -1,    3,      1e-320, 1e-9,
                                    99.99, 1e15, 1e300, -1e308, NAN,    INFINITY};
    const size_t count = sizeof(bounds) / sizeof(bounds[0]);

    for (size_t i = 0; i < count * count * 20; i++) {
        const double low = bounds[i % count];
        const double high = bounds[i / count % count];
        const int most = (int)(i / count / count) - 2;
        double first;
        double last;
        const double step = chart_ticks(low, high, most, &first, &last);

        cr_assert(step > 0 && isfinite(step) && isfinite(first) && isfinite(last));
        cr_assert(last > first);
        if (most >= 2)
            cr_assert((last - first) / step <= most + 0.5);
    }
}

Test(chart_figures, a_step_has_as_many_decimals_as_it_needs)
{
    cr_expect_eq(scale_decimals(600), 0);
    cr_expect_eq(scale_decimals(2.5), 1);
    cr_expect_eq(scale_decimals(0.25), 2);
    cr_expect_eq(scale_decimals(3e-7), 7);
    cr_expect_eq(scale_decimals(2.5e300), 0);
}

static bool shows(const struct fold_row *rows, size_t used, size_t point)
{
    for (size_t i = 0; i < used; i++)
        if (rows[i].count == 1 && rows[i].first == point)
            return true;
    return false;
}

/* Every point is in one row, in order; folds hold two and more. */
static void check_plan(const struct fold_wish *wish)
{
    struct fold_row rows[ROWS_MAX];
    const size_t used = fold_plan(wish, rows);
    size_t next = 0;

    cr_assert(used <= wish->rows);
    if (wish->selected < wish->count && wish->rows > 0)
        cr_assert(shows(rows, used, wish->selected), "%zu of %zu in %zu rows",
                  wish->selected, wish->count, wish->rows);
    if (wish->rows < 3)
        return;
    for (size_t i = 0; i < used; i++) {
        cr_assert_eq(rows[i].first, next);
        cr_assert(rows[i].count >= 1);
        next += rows[i].count;
    }
    cr_assert_eq(next, wish->count);
}

Test(chart_figures, folds_cover_every_point_and_show_the_selected_one)
{
    for (size_t count = 0; count < 45; count++)
        for (size_t rows = 0; rows < ROWS_MAX; rows++)
            for (size_t surplus = 0; surplus <= count; surplus += 1 + count / 5)
                for (size_t selected = 0; selected <= count; selected++)
                    check_plan(&(struct fold_wish){
                        .count = count,
                        .surplus = surplus,
                        .deficit = count - surplus,
                        .selected = selected,
                        .rows = rows,
                    });
}

Test(chart_figures, a_fold_leaves_both_ends_in_sight)
{
    const struct fold_wish wish = {
        .count = 244, .surplus = 184, .deficit = 60, .selected = 244, .rows = 26};
    struct fold_row rows[ROWS_MAX];

    cr_assert_eq(fold_plan(&wish, rows), 26);
    cr_expect_eq(rows[12].first, 12);
    cr_expect_eq(rows[13].first, 13);
    cr_expect_eq(rows[13].count, 219);
    cr_expect_eq(rows[25].first, 243);
}

Test(chart_figures, few_deficits_leave_their_rows_to_the_surpluses)
{
    const struct fold_wish wish = {
        .count = 100, .surplus = 98, .deficit = 2, .selected = 100, .rows = 11};
    struct fold_row rows[ROWS_MAX];

    cr_assert_eq(fold_plan(&wish, rows), 11);
    cr_expect_eq(rows[8].first, 8);
    cr_expect_eq(rows[8].count, 90);
    cr_expect_eq(rows[9].first, 98);
}

/* Equal ratios are equal distances: with decades of rows, a row each tenfold. */
Test(chart_figures, a_log_scale_has_equal_distances_for_equal_ratios)
{
    struct arena arena = {0};
    struct chart_point points[5];
    struct chart chart = {.points = points,
                          .count = 5,
                          .selected = SIZE_MAX,
                          .is_log = true,
                          .arena = &arena};
    struct cells *cells = cells_new(&arena, 14, 60, &glyphs_unicode);
    struct plot plot;

    for (int i = 0; i < 5; i++)
        points[i] = (struct chart_point){.label = "2020",
                                         .exports = value_derived(pow(10, i - 1)),
                                         .imports = value_missing(ABSENCE_NO_ROW)};
    plot = plot_new(&chart, PLOT_FIGURES, cells, cells_rect(cells));
    for (int i = 0; i < 5; i++)
        cr_expect_eq(plot_row(&plot, pow(10, i - 1)),
                     (plot.body.rows - 1) * (4 - i) / 4, "of 10^%d", i - 1);
    cr_expect_not(plot_has_place(&plot, value_derived(0)));
    cr_expect_not(plot_has_place(&plot, value_missing(ABSENCE_NO_ROW)));
    arena_clear(&arena);
}

Test(chart_figures, ticks_of_a_log_scale_are_where_their_numbers_are)
{
    for (int rows = 4; rows < ROWS_MAX; rows++)
        for (int digits = -3; digits < 9; digits++) {
            struct arena arena = {0};
            struct chart_point points[2] = {
                {.label = "2020", .exports = value_derived(1.3)},
                {.label = "2021", .exports = value_derived(1.7 * pow(10, digits))}};
            struct chart chart = {
                .points = points, .count = 2, .is_log = true, .arena = &arena};
            struct cells *cells = cells_new(&arena, rows, 60, &glyphs_unicode);
            struct plot plot = plot_new(&chart, PLOT_FIGURES, cells, cells_rect(cells));

            cr_expect_gt(plot.tick_count, 0u, "%d rows, 10^%d", rows, digits);
            for (size_t i = 0; i < plot.tick_count; i++)
                cr_expect_eq(plot.ticks[i].row, plot_row(&plot, plot.ticks[i].number));
            for (size_t i = 1; i < plot.tick_count; i++)
                cr_expect_gt(plot.ticks[i - 1].row, plot.ticks[i].row);
            arena_clear(&arena);
        }
}
