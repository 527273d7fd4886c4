#include "tui/charts/balance_layout.h"

#include "core/base/translate.h"
#include "tui/charts/figure.h"

#include <math.h>

enum {
    FULL_COLS_MIN = 56, /* narrower areas have no rank and no cover */
    COVER_COLS_MIN = 64,
    MARGIN_COLS_MIN = 24,
    HEAD_ROWS_MIN = 8,
    FOOT_ROWS_MIN = 9,
    RULE_ROWS_MIN = 12,
    MISSING_ROWS_MIN = 5,
    BAR_COLS_GOOD = 12,
    BAR_COLS_MIN = 5,
    LABEL_COLS_MIN = 8,
    LABEL_COLS_LEAST = 3,
    GAP = 1,
    WIDE_GAP = 2,
    FOLD_MARK_COLS = 2
};

/* The part of what was added up that rounding of doubles may leave. */
#define DUST 1e-12

static int longer(int width, const char *text)
{
    const int other = text_width(text);

    return other > width ? other : width;
}

/* Decimal fractions that cancel out leave dust in a double: that is zero. */
static double without_dust(double sum, double magnitude)
{
    return fabs(sum) < magnitude * DUST ? 0 : sum;
}

double balance_net(const struct balance_sums *sums)
{
    return without_dust(sums->surplus + sums->deficit + sums->other,
                        sums->surplus - sums->deficit + fabs(sums->other));
}

static size_t place_in_order(const struct balance_layout *layout, size_t point)
{
    for (size_t i = 0; i < layout->chart.count; i++)
        if (layout->whole->order[i] == point)
            return i;
    return layout->chart.count;
}

/* The ranking's own ends; muted points do not stand in the way of the split. */
static size_t fold_known(struct balance_layout *layout, size_t rows, size_t selected)
{
    const struct fold_wish wish = {
        .count = layout->whole->known,
        .surplus = layout->whole->sums.surplus_count,
        .deficit = layout->whole->sums.deficit_count,
        .selected = selected,
        .rows = rows,
    };

    return fold_plan(&wish, layout->rows);
}

/* Points without a balance come last if all points fit; else the selected one or a row
 * that counts them does, unless the foot counts them. */
static void plan_rows(struct balance_layout *layout, int area_rows)
{
    const size_t rows = area_rows > 0 ? (size_t)area_rows : 0;
    const size_t count = layout->chart.count;
    const size_t selected = layout->chart.is_still
                                ? layout->chart.count
                                : place_in_order(layout, layout->chart.selected);
    const bool is_missing = selected < count && selected >= layout->whole->known;
    size_t kept = 0;

    layout->rows = ARENA_ARRAY(layout->chart.arena, struct fold_row, rows + 1);
    if (count <= rows) {
        for (size_t i = 0; i < count; i++)
            layout->rows[i] = (struct fold_row){i, 1};
        layout->row_count = count;
        return;
    }
    if (rows > 0 && is_missing)
        kept = 1;
    else if (layout->whole->sums.missing_count > 0 && layout->foot_rows == 0 &&
             rows >= MISSING_ROWS_MIN)
        kept = 1;
    layout->row_count = fold_known(layout, rows - kept, selected);
    if (is_missing && kept > 0)
        layout->rows[layout->row_count++] = (struct fold_row){selected, 1};
    layout->names_missing = kept > 0 && !is_missing;
}

double balance_row_sum(const struct balance_layout *layout, struct fold_row row)
{
    const struct balance_whole *whole = layout->whole;
    double sum = 0;
    double magnitude = 0;

    for (size_t i = row.first; i < row.first + row.count && i < whole->known; i++) {
        sum += whole->balance[i];
        magnitude += fabs(whole->balance[i]);
    }
    return without_dust(sum, magnitude);
}

const char *balance_count_text(const struct balance_layout *layout, size_t count)
{
    const struct chart *chart = &layout->chart;

    if (chart->noun && !chart->is_compact)
        return arena_printf(chart->arena, C_("count of rows", "%s %s"),
                            figure_count(chart->arena, count), chart->noun);
    return arena_printf(chart->arena, "%s %s", figure_count(chart->arena, count),
                        _("more"));
}

const char *balance_rank_text(const struct balance_layout *layout, size_t rank)
{
    return rank ? arena_printf(layout->chart.arena, "%zu", rank) : "";
}

const char *balance_cover_text(const struct balance_layout *layout, struct value cover)
{
    return chart_cover(layout->chart.arena, layout->cells->glyphs, cover);
}

static int figure_width(const struct balance_layout *layout)
{
    const struct glyphs *glyphs = layout->cells->glyphs;
    int width = 0;

    for (size_t i = 0; i < layout->row_count; i++) {
        double sum = balance_row_sum(layout, layout->rows[i]);

        width = longer(width, figure_text(&layout->chart, glyphs, sum, true));
    }
    if (layout->foot_rows > 0)
        width = longer(width, figure_text(&layout->chart, glyphs,
                                          balance_net(&layout->whole->sums), true));
    return width;
}

static int label_width(const struct balance_layout *layout)
{
    const int most = layout->chart.is_compact ? layout->area.cols * 3 / 8
                                              : layout->area.cols / 5 + 2;
    int width =
        FOLD_MARK_COLS + text_width(balance_count_text(layout, layout->whole->known));

    if (layout->whole->label_cols > width)
        width = layout->whole->label_cols;
    if (width <= most)
        return width;
    return most < LABEL_COLS_MIN ? LABEL_COLS_MIN : most;
}

static int rank_width(const struct balance_layout *layout)
{
    int width = 0;

    for (size_t i = 0; i < layout->row_count; i++) {
        const size_t point = layout->whole->order[layout->rows[i].first];

        width = longer(
            width, balance_rank_text(layout, chart_point(&layout->chart, point).rank));
    }
    return width;
}

static int cover_width(const struct balance_layout *layout)
{
    int width = text_width(_("X/M %"));

    for (size_t i = 0; i < layout->row_count; i++) {
        size_t point = layout->whole->order[layout->rows[i].first];

        width = longer(width, balance_cover_text(
                                  layout, chart_point(&layout->chart, point).cover));
    }
    return width;
}

static int bar_width(const struct balance_layout *layout)
{
    const struct balance_columns *columns = &layout->columns;
    int taken = columns->cursor + columns->margin + 1; /* the axis */

    taken += columns->rank > 0 ? columns->rank + GAP : 0;
    taken += columns->label > 0 ? columns->label + GAP : 0;
    taken += columns->figure > 0 ? columns->figure + GAP : 0;
    taken += columns->cover > 0 ? columns->cover + WIDE_GAP : 0;
    return layout->area.cols - taken;
}

static void columns_measure(struct balance_layout *layout)
{
    struct balance_columns *columns = &layout->columns;
    const int cols = layout->area.cols;
    const bool is_full = !layout->chart.is_compact && cols >= FULL_COLS_MIN;

    columns->cursor = 1;
    columns->margin = cols >= MARGIN_COLS_MIN;
    columns->figure = figure_width(layout);
    columns->label = label_width(layout);
    columns->rank = is_full ? rank_width(layout) : 0;
    columns->cover = is_full && cols >= COVER_COLS_MIN ? cover_width(layout) : 0;
}

/* Gives up columns until the bars have room. */
static void columns_fit(struct balance_layout *layout)
{
    struct balance_columns *columns = &layout->columns;

    if (bar_width(layout) < 2 * BAR_COLS_GOOD)
        columns->cover = 0;
    if (bar_width(layout) < BAR_COLS_GOOD) {
        layout->chart.decimals = 0;
        columns->figure = figure_width(layout);
    }
    while (bar_width(layout) < BAR_COLS_GOOD && columns->label > LABEL_COLS_MIN)
        columns->label--;
    if (bar_width(layout) < BAR_COLS_MIN)
        columns->rank = 0;
    if (bar_width(layout) < BAR_COLS_MIN)
        columns->figure = 0;
    while (bar_width(layout) < BAR_COLS_MIN && columns->label > LABEL_COLS_LEAST)
        columns->label--;
    if (bar_width(layout) < 2)
        columns->label = 0;
}

int balance_rank_col(const struct balance_layout *layout)
{
    return layout->columns.cursor;
}

int balance_label_col(const struct balance_layout *layout)
{
    const int rank = layout->columns.rank;

    return balance_rank_col(layout) + (rank > 0 ? rank + GAP : 0);
}

int balance_bar_col(const struct balance_layout *layout)
{
    const int label = layout->columns.label;

    return balance_label_col(layout) + (label > 0 ? label + GAP : 0);
}

int balance_bar_end(const struct balance_layout *layout)
{
    return balance_bar_col(layout) + bar_width(layout) + 1;
}

int balance_figure_end(const struct balance_layout *layout)
{
    const int figure = layout->columns.figure;

    return balance_bar_end(layout) + (figure > 0 ? GAP + figure : 0);
}

int balance_cover_end(const struct balance_layout *layout)
{
    const int cover = layout->columns.cover;

    return balance_figure_end(layout) + (cover > 0 ? WIDE_GAP + cover : 0);
}

struct balance_layout balance_layout_new(const struct chart *chart, struct cells *cells,
                                         struct rect area)
{
    const bool is_full = !chart->is_compact;
    struct balance_layout layout = {
        .cells = cells,
        .area = area,
        .chart = *chart,
        .whole = balance_whole_of(chart),
        .head_rows = is_full && area.rows >= HEAD_ROWS_MIN,
        .rule_rows = is_full && area.rows >= RULE_ROWS_MIN,
        .foot_rows = is_full && area.rows >= FOOT_ROWS_MIN,
    };

    plan_rows(&layout,
              area.rows - layout.head_rows - layout.rule_rows - layout.foot_rows);
    columns_measure(&layout);
    columns_fit(&layout);
    layout.span =
        bar_span_new(bar_width(&layout), layout.whole->low, layout.whole->high);
    return layout;
}
