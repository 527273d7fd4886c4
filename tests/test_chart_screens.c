#include "tests/chart_samples.h"
#include "tests/golden.h"

#include <criterion/criterion.h>

/* Draws a chart over a whole screen and compares it. */
static void check(const struct chart_ops *ops, const struct chart *chart,
                  struct rect size, const struct glyphs *glyphs, const char *name)
{
    struct cells *cells = cells_new(chart->arena, size.rows, size.cols, glyphs);

    ops->draw(chart, cells, cells_rect(cells));
    cr_expect(golden_check(cells, name));
}

static struct rect size_of(int rows, int cols)
{
    return (struct rect){.rows = rows, .cols = cols};
}

Test(chart_screens, pairs)
{
    struct arena arena = {0};
    struct chart chart = sample_partners(&arena);

    chart.selected = 2;
    check(&chart_pairs, &chart, size_of(20, 118), &glyphs_unicode, "chart-pairs-wide");
    check(&chart_pairs, &chart, size_of(16, 72), &glyphs_unicode, "chart-pairs");
    chart.first = 9;
    chart.selected = 12;
    check(&chart_pairs, &chart, size_of(10, 40), &glyphs_unicode, "chart-pairs-small");
    chart.first = 0;
    chart.is_compact = true;
    check(&chart_pairs, &chart, size_of(8, 34), &glyphs_unicode, "chart-pairs-compact");
    check(&chart_pairs, &chart, size_of(8, 42), &glyphs_ascii, "chart-pairs-ascii");
    arena_clear(&arena);
}

/* One measure, here the balance: what is negative goes the other way. */
Test(chart_screens, pairs_of_one_measure)
{
    struct arena arena = {0};
    struct chart chart = sample_partners(&arena);
    struct chart_point *points = sample_points(&chart);

    for (size_t i = 0; i < chart.count; i++)
        points[i].exports = points[i].balance;
    points[3].exports = value_missing(ABSENCE_CONFIDENTIAL);
    points[5].exports = value_derived(1);
    chart.has_imports = false;
    check(&chart_pairs, &chart, size_of(15, 76), &glyphs_unicode, "chart-pairs-single");
    arena_clear(&arena);
}

Test(chart_screens, diverging)
{
    struct arena arena = {0};
    struct chart chart = sample_balances(&arena);

    chart.selected = 0;
    check(&chart_diverging, &chart, size_of(24, 118), &glyphs_unicode,
          "chart-diverging-wide");
    chart.selected = 15;
    check(&chart_diverging, &chart, size_of(16, 72), &glyphs_unicode,
          "chart-diverging-window");
    check(&chart_diverging, &chart, size_of(10, 40), &glyphs_unicode,
          "chart-diverging-small");
    chart.selected = chart.count;
    check(&chart_diverging, &chart, size_of(16, 72), &glyphs_ascii,
          "chart-diverging-ascii");
    chart.is_compact = true;
    check(&chart_diverging, &chart, size_of(12, 44), &glyphs_unicode,
          "chart-diverging-compact");
    arena_clear(&arena);
}

Test(chart_screens, diverging_without_reverse_video)
{
    struct arena arena = {0};
    struct glyphs glyphs = glyphs_unicode;
    struct chart chart = sample_balances(&arena);
    struct chart_point *points = sample_points(&chart);

    glyphs.has_flip = false;
    points[30].is_muted = true;
    points[31].balance = value_missing(ABSENCE_NOT_AVAILABLE);
    check(&chart_diverging, &chart, size_of(36, 72), &glyphs, "chart-diverging-all");
    arena_clear(&arena);
}

/* The two charts of the trend below each other. */
static void check_trend(const struct chart *chart, struct rect size,
                        const struct glyphs *glyphs, const char *name)
{
    struct cells *cells = cells_new(chart->arena, size.rows, size.cols, glyphs);
    struct rect area = cells_rect(cells);
    struct rect top = rect_cut_top(&area, size.rows * 6 / 10);

    chart_line.draw(chart, cells, top);
    chart_columns.draw(chart, cells, area);
    cr_expect(golden_check(cells, name));
}

Test(chart_screens, trend_of_years)
{
    struct arena arena = {0};
    struct chart chart = sample_years(&arena);

    chart.selected = 31;
    check_trend(&chart, size_of(30, 118), &glyphs_unicode, "chart-trend-years");
    chart.is_log = true;
    check_trend(&chart, size_of(30, 118), &glyphs_unicode, "chart-trend-log");
    check_trend(&chart, size_of(14, 40), &glyphs_ascii, "chart-trend-log-ascii");
    chart.is_log = false;
    chart.selected = chart.count;
    check_trend(&chart, size_of(16, 72), &glyphs_unicode, "chart-trend-middle");
    check_trend(&chart, size_of(14, 40), &glyphs_ascii, "chart-trend-ascii");
    chart.is_compact = true;
    check_trend(&chart, size_of(8, 34), &glyphs_unicode, "chart-trend-compact");
    arena_clear(&arena);
}

Test(chart_screens, trend_of_months_with_gaps)
{
    struct arena arena = {0};
    struct chart chart = sample_months(&arena);
    struct chart_point *points = sample_points(&chart);

    points[6].exports = value_missing(ABSENCE_NOT_AVAILABLE);
    points[6].balance = value_missing(ABSENCE_NOT_AVAILABLE);
    points[8].imports = value_missing(ABSENCE_NOT_AVAILABLE);
    points[10].imports = value_missing(ABSENCE_NOT_AVAILABLE);
    check_trend(&chart, size_of(24, 118), &glyphs_unicode, "chart-trend-months");
    arena_clear(&arena);
}

Test(chart_screens, trend_of_one_measure)
{
    struct arena arena = {0};
    struct chart chart = sample_years(&arena);

    chart.has_imports = false;
    check_trend(&chart, size_of(18, 80), &glyphs_unicode, "chart-trend-single");
    arena_clear(&arena);
}
