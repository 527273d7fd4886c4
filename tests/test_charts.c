#include "tests/chart_samples.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static const struct chart_ops *const charts[] = {
#define X(name) &chart_##name,
    CHARTS(X)
#undef X
};
enum { CHART_COUNT = sizeof(charts) / sizeof(charts[0]) };

enum { FENCE_ROWS = 2, FENCE_COLS = 3, FENCE = '#' };

static bool is_fence(const struct cells *cells, int row, int col)
{
    return row < FENCE_ROWS || row >= cells->rows - FENCE_ROWS || col < FENCE_COLS ||
           col >= cells->cols - FENCE_COLS;
}

/* A screen with a fence around the area that a chart may draw in. */
static struct cells *fenced_new(struct arena *arena, int rows, int cols,
                                const struct glyphs *glyphs)
{
    struct cells *cells =
        cells_new(arena, rows + 2 * FENCE_ROWS, cols + 2 * FENCE_COLS, glyphs);

    for (int row = 0; row < cells->rows; row++)
        for (int col = 0; col < cells->cols; col++)
            if (is_fence(cells, row, col))
                cells_put(cells, cells_rect(cells), row, col, STYLE_FRAME, FENCE);
    return cells;
}

static void check_fence(const struct cells *cells, const char *name)
{
    for (int row = 0; row < cells->rows; row++)
        for (int col = 0; col < cells->cols; col++) {
            const struct cell *cell = &cells->cell[row * cells->cols + col];

            if (is_fence(cells, row, col))
                cr_assert(cell->codepoint == FENCE && cell->style == STYLE_FRAME,
                          "%s spills at %d x %d", name, cells->rows, cells->cols);
            if (cells->glyphs->is_ascii)
                cr_assert(cell->codepoint < 0x80, "%s: not ASCII", name);
        }
}

static void draw_fenced(const struct chart *chart, int rows, int cols,
                        const struct glyphs *glyphs)
{
    for (size_t i = 0; i < CHART_COUNT; i++) {
        struct arena arena = {0};
        struct chart own = *chart;
        struct cells *cells = fenced_new(&arena, rows, cols, glyphs);

        own.arena = &arena;
        charts[i]->draw(&own, cells,
                        rect_inset(cells_rect(cells), FENCE_ROWS, FENCE_COLS));
        check_fence(cells, charts[i]->name);
        arena_clear(&arena);
    }
}

static void draw_every_size(const struct chart *chart)
{
    for (int rows = 0; rows <= 60; rows += rows < 16 ? 1 : 11)
        for (int cols = 0; cols <= 140; cols += cols < 48 ? 1 : 13) {
            draw_fenced(chart, rows, cols, &glyphs_unicode);
            draw_fenced(chart, rows, cols, &glyphs_ascii);
        }
    draw_fenced(chart, 200, 500, &glyphs_unicode);
}

Test(charts, every_size_of_real_figures)
{
    struct arena arena = {0};
    struct chart chart = sample_balances(&arena);

    chart.selected = 14;
    draw_every_size(&chart);
    chart = sample_years(&arena);
    chart.selected = 40;
    draw_every_size(&chart);
    chart.is_compact = true;
    draw_every_size(&chart);
    arena_clear(&arena);
}

Test(charts, every_size_of_odd_figures)
{
    struct arena arena = {0};
    struct chart chart = sample_odd(&arena, 40);

    draw_every_size(&chart);
    chart.is_log = true;
    draw_every_size(&chart);
    chart.is_compact = true;
    chart.has_imports = false;
    draw_every_size(&chart);
    arena_clear(&arena);
}

Test(charts, any_number_of_odd_points)
{
    for (size_t count = 0; count < 600; count += count < 20 ? 1 : 97) {
        struct arena arena = {0};
        struct chart chart = sample_odd(&arena, count);

        for (int pass = 0; pass < 4; pass++) {
            chart.first = pass == 1 ? count / 2 : 0;
            chart.selected = pass == 2 ? count - 1 : count;
            chart.has_imports = pass != 3;
            draw_fenced(&chart, 24, 80, &glyphs_unicode);
            draw_fenced(&chart, 7, 33, &glyphs_ascii);
        }
        arena_clear(&arena);
    }
}

/* Points with the same number throughout. */
static struct chart flat_chart(struct arena *arena, struct value value, size_t count)
{
    struct chart chart = sample_odd(arena, count);
    struct chart_point *points = sample_points(&chart);

    for (size_t i = 0; i < count; i++)
        points[i] = (struct chart_point){
            .label = "flat",
            .exports = value,
            .imports = value,
            .balance = value,
            .exports_growth = value,
            .imports_growth = value,
            .cover = value,
        };
    return chart;
}

Test(charts, flat_figures)
{
    static const double numbers[] = {0, 1, -1, 1e-320, 1e300, -1e308, NAN, 42};

    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        struct arena arena = {0};
        struct chart chart = flat_chart(&arena, value_derived(numbers[i]), 1 + i * 9);

        draw_fenced(&chart, 24, 118, &glyphs_unicode);
        draw_fenced(&chart, 9, 40, &glyphs_ascii);
        arena_clear(&arena);
    }
    for (int absence = 1; absence < ABSENCE_COUNT; absence++) {
        struct arena arena = {0};
        struct chart chart =
            flat_chart(&arena, value_missing((enum absence)absence), 12);

        draw_fenced(&chart, 24, 118, &glyphs_unicode);
        arena_clear(&arena);
    }
}

static int count_style(const struct cells *cells, int row, enum style style)
{
    int count = 0;

    for (int col = 0; col < cells->cols; col++)
        count += cells->cell[row * cells->cols + col].style == style;
    return count;
}

static int first_of_style(const struct cells *cells, int row, enum style style)
{
    for (int col = 0; col < cells->cols; col++)
        if (cells->cell[row * cells->cols + col].style == style)
            return col;
    return -1;
}

/* Three partners: the numbers given, in billions, and nothing else. */
static struct chart small_chart(struct arena *arena, const double exports[3],
                                const double imports[3])
{
    static const char *const labels[] = {"Alpha", "Beta", "Gamma"};
    struct chart chart = sample_odd(arena, 3);
    struct chart_point *points = sample_points(&chart);

    for (size_t i = 0; i < 3; i++)
        points[i] = (struct chart_point){
            .label = labels[i],
            .exports = value_derived(exports[i] * 1e9),
            .imports = value_derived(imports[i] * 1e9),
            .balance = value_derived((exports[i] - imports[i]) * 1e9),
            .exports_growth = value_missing(ABSENCE_NO_ROW),
            .imports_growth = value_missing(ABSENCE_NO_ROW),
            .cover = value_missing(ABSENCE_NO_ROW),
        };
    chart.selected = 3;
    chart.is_compact = true;
    return chart;
}

static struct cells *drawn(const struct chart_ops *ops, const struct chart *chart,
                           int rows, int cols)
{
    struct cells *cells = cells_new(chart->arena, rows, cols, &glyphs_unicode);

    ops->draw(chart, cells, cells_rect(cells));
    return cells;
}

Test(charts, bars_of_exports_and_imports_share_one_scale)
{
    struct arena arena = {0};
    const struct chart chart =
        small_chart(&arena, (double[]){400, 200, 100}, (double[]){200, 400, 0});
    const struct cells *cells = drawn(&chart_pairs, &chart, 6, 60);
    const int full = count_style(cells, 0, STYLE_EXPORTS);

    cr_assert(full > 20);
    cr_expect(abs(count_style(cells, 1, STYLE_IMPORTS) - full / 2) <= 1);
    cr_expect(abs(count_style(cells, 2, STYLE_EXPORTS) - full / 2) <= 1);
    cr_expect_eq(count_style(cells, 3, STYLE_IMPORTS), full);
    cr_expect(abs(count_style(cells, 4, STYLE_EXPORTS) - full / 4) <= 1);
    cr_expect_eq(count_style(cells, 5, STYLE_IMPORTS), 0);
    arena_clear(&arena);
}

Test(charts, the_least_number_draws_something)
{
    struct arena arena = {0};
    const struct chart chart =
        small_chart(&arena, (double[]){1e6, 1e-9, 0}, (double[]){0, 0, 1e-9});
    const struct cells *pairs = drawn(&chart_pairs, &chart, 6, 60);
    const struct cells *diverging = drawn(&chart_diverging, &chart, 3, 60);

    cr_expect_eq(count_style(pairs, 2, STYLE_EXPORTS), 1);
    cr_expect_eq(count_style(pairs, 5, STYLE_IMPORTS), 1);
    cr_expect_eq(count_style(diverging, 1, STYLE_SURPLUS), 1);
    cr_expect_eq(count_style(diverging, 2, STYLE_DEFICIT) +
                     count_style(diverging, 2, STYLE_DEFICIT_FLIP),
                 1);
    arena_clear(&arena);
}

Test(charts, the_least_change_has_a_column)
{
    struct arena arena = {0};
    const struct chart chart =
        small_chart(&arena, (double[]){1e6, 1e-9, 0}, (double[]){0, 0, 1e-9});
    const struct cells *cells = drawn(&chart_columns, &chart, 10, 60);
    int surplus = 0;
    int deficit = 0;

    for (int row = 0; row < 10; row++) {
        surplus += first_of_style(cells, row, STYLE_SURPLUS) >= 0;
        deficit += first_of_style(cells, row, STYLE_DEFICIT) >= 0;
    }
    cr_expect(surplus >= 7);
    cr_expect_eq(deficit, 1);
    arena_clear(&arena);
}

Test(charts, negative_numbers_go_the_other_way)
{
    struct arena arena = {0};
    struct chart chart =
        small_chart(&arena, (double[]){50, -100, 0}, (double[]){0, 0, 0});

    for (int pass = 0; pass < 2; pass++) {
        const struct chart_ops *ops = pass == 0 ? &chart_pairs : &chart_diverging;
        const enum style style = pass == 0 ? STYLE_EXPORTS : STYLE_SURPLUS;

        chart.has_imports = false;
        const struct cells *cells = drawn(ops, &chart, 3, 60);
        const int right = count_style(cells, 0, style);
        const int left = count_style(cells, 1, STYLE_DEFICIT);

        cr_assert(right > 5);
        cr_expect(abs(left - 2 * right) <= 2);
        cr_expect(first_of_style(cells, 1, STYLE_DEFICIT) + left <=
                  first_of_style(cells, 0, style));
    }
    arena_clear(&arena);
}

Test(charts, what_is_missing_has_words_and_no_bar)
{
    struct arena arena = {0};
    struct chart chart =
        small_chart(&arena, (double[]){300, 0, 100}, (double[]){100, 200, 0});
    struct chart_point *points = sample_points(&chart);

    points[1].exports = value_missing(ABSENCE_CONFIDENTIAL);
    points[2].balance = value_missing(ABSENCE_NOT_AVAILABLE);

    const struct cells *pairs = drawn(&chart_pairs, &chart, 6, 60);
    const struct cells *diverging = drawn(&chart_diverging, &chart, 3, 60);
    const char *pair = cells_row_text(pairs, 2, &arena);
    const char *last = cells_row_text(diverging, 2, &arena);

    cr_expect(strstr(pair, "confidential") && strstr(pair, "·"), "%s", pair);
    cr_expect_eq(count_style(pairs, 2, STYLE_EXPORTS), 0);
    cr_expect(strstr(last, "not available") && strstr(last, "·"), "%s", last);
    cr_expect_eq(count_style(diverging, 2, STYLE_SURPLUS), 0);
    arena_clear(&arena);
}

Test(charts, a_ranking_counts_what_has_no_balance)
{
    struct arena arena = {0};
    struct chart chart = sample_balances(&arena);
    struct chart_point *points = sample_points(&chart);

    for (size_t i = 27; i < 32; i++)
        points[i].balance = value_missing(ABSENCE_NOT_AVAILABLE);

    struct cells *cells = drawn(&chart_diverging, &chart, 14, 110);

    cr_expect(strstr(cells_row_text(cells, 13, &arena), "5 without balance"));
    chart.is_compact = true;
    cells = drawn(&chart_diverging, &chart, 10, 40);
    cr_expect(strstr(cells_row_text(cells, 9, &arena), "5 without balance"));
    /* A selected one is shown all the same. */
    chart.selected = 29;
    cells = drawn(&chart_diverging, &chart, 10, 40);
    cr_expect(strstr(cells_row_text(cells, 9, &arena), points[29].label));
    arena_clear(&arena);
}

Test(charts, sums_of_a_ranking_are_those_of_all_points)
{
    struct arena arena = {0};
    const struct chart chart = sample_balances(&arena);
    const struct cells *cells = drawn(&chart_diverging, &chart, 14, 110);
    const char *foot = cells_row_text(cells, 13, &arena);
    double net = 0;

    for (size_t i = 0; i < chart.count; i++)
        net += chart.points[i].balance.number;
    cr_expect(strstr(foot, "16 surplus") && strstr(foot, "16 deficit"), "%s", foot);
    cr_expect(
        strstr(foot, chart_figure(&chart, &glyphs_unicode, value_derived(net), true)),
        "%s", foot);
    arena_clear(&arena);
}

Test(charts, the_cursor_follows_the_selected_point)
{
    struct arena arena = {0};
    struct chart chart = sample_balances(&arena);

    chart.selected = 16;
    chart.has_cursor = true;
    for (size_t i = 0; i < CHART_COUNT; i++) {
        chart.first = i == 0 ? 12 : 0;

        const struct cells *cells = drawn(charts[i], &chart, 20, 80);

        cr_expect(cells->cursor_is_shown, "%s", charts[i]->name);
    }
    arena_clear(&arena);
}

/* The axis and every centre of the two charts of one series are in the same columns. */
Test(charts, line_and_columns_stand_in_line)
{
    for (int cols = 30; cols < 160; cols += 7) {
        struct arena arena = {0};
        struct chart chart = sample_years(&arena);
        int line_col[2] = {0};

        chart.selected = 17;
        for (int pass = 0; pass < 2; pass++) {
            const struct chart_ops *ops = pass == 0 ? &chart_line : &chart_columns;
            const struct cells *cells = drawn(ops, &chart, 20, cols);

            for (int row = 0; row < 20 && line_col[pass] <= 0; row++)
                line_col[pass] = first_of_style(cells, row, STYLE_SELECTED);
        }
        cr_expect(line_col[0] > 0 && line_col[0] == line_col[1], "%d cols: %d, %d",
                  cols, line_col[0], line_col[1]);
        arena_clear(&arena);
    }
}

static bool has_text(const struct cells *cells, const char *text, struct arena *arena)
{
    for (int row = 0; row < cells->rows; row++)
        if (strstr(cells_row_text(cells, row, arena), text))
            return true;
    return false;
}

/* Exports from 90 to 92 and imports of 89: still the scale starts at zero. */
Test(charts, scales_of_lines_start_at_zero)
{
    struct arena arena = {0};
    const struct chart chart =
        small_chart(&arena, (double[]){90, 92, 91}, (double[]){89, 89, 89});
    const struct cells *cells = drawn(&chart_line, &chart, 12, 60);

    cr_expect(has_text(cells, " 0 ┼──", &arena));
    arena_clear(&arena);
}

Test(charts, missing_marks_give_way_to_lines)
{
    struct arena arena = {0};
    struct chart chart =
        small_chart(&arena, (double[]){0, 0, 1000}, (double[]){0, 1, 1});
    struct chart_point *points = sample_points(&chart);

    points[0].exports = value_missing(ABSENCE_NO_ROW);
    points[1].exports = value_missing(ABSENCE_NO_ROW);
    cr_expect_not(has_text(drawn(&chart_line, &chart, 8, 60), "·", &arena));
    points[0].imports = value_missing(ABSENCE_NO_ROW);
    cr_expect(has_text(drawn(&chart_line, &chart, 8, 60), "·", &arena));
    arena_clear(&arena);
}

/* The balance in a corner of an overview of 80 x 24. */
Test(charts, small_columns_have_ticks_and_periods)
{
    for (int power = -2; power < 6; power++) {
        struct arena arena = {0};
        struct chart chart = sample_years(&arena);
        struct chart_point *points = sample_points(&chart);

        for (size_t i = 0; i < chart.count; i++)
            points[i].balance.number *= pow(10, power) / 1e3;
        chart.is_compact = true;

        struct cells *cells = drawn(&chart_columns, &chart, 8, 32);
        const char *last = cells_row_text(cells, 7, &arena);

        cr_expect(has_text(cells, "0 ┤", &arena) || has_text(cells, "1 ┤", &arena));
        cr_expect(has_text(cells, "0 ┼", &arena));
        cr_expect(strstr(last, "1978") && strstr(last, "2024"), "%s", last);
        arena_clear(&arena);
    }
}

Test(charts, sums_that_cancel_out_are_zero)
{
    struct arena arena = {0};
    struct chart chart =
        small_chart(&arena, (double[]){0.1, 0.2, 0}, (double[]){0, 0, 0.3});

    chart.is_compact = false;
    cr_expect(has_text(drawn(&chart_diverging, &chart, 14, 110), "net 0.0", &arena));
    arena_clear(&arena);
}

Test(charts, sparklines_go_from_the_least_to_the_greatest)
{
    struct arena arena = {0};
    const struct value values[] = {value_derived(9), value_derived(-4),
                                   value_missing(ABSENCE_NO_ROW), value_derived(3),
                                   value_derived(10)};
    struct cells *cells = cells_new(&arena, 1, 6, &glyphs_unicode);

    chart_spark(cells, cells_rect(cells), 0, 0, 6, STYLE_EXPORTS, values + 1, 4);
    cr_expect_str_eq(cells_row_text(cells, 0, &arena), "  ▁·▅█");
    chart_spark(cells, cells_rect(cells), 0, 1, 2, STYLE_EXPORTS, values, 5);
    cr_expect_str_eq(cells_row_text(cells, 0, &arena), " ▁█·▅█");
    arena_clear(&arena);
}
