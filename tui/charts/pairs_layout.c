#include "tui/charts/pairs_layout.h"

#include "core/base/translate.h"
#include "tui/charts/figure.h"

#include <math.h>

enum {
    BALANCE_COLS_MIN = 100, /* an area that wide shows balance and cover */
    AXIS_COLS_MIN = 44,
    AXIS_ROWS_MIN = 5,
    AXIS_LINE_ROWS_MIN = 10, /* an area that high has a line above the scale */
    MARGIN_COLS_MIN = 24,    /* ... that wide a blank on the right */
    BAR_COLS_GOOD = 12,
    BAR_COLS_MIN = 5,
    LABEL_COLS_MIN = 8,
    LABEL_COLS_LEAST = 3,
    GAP = 1,
    WIDE_GAP = 2
};

static int rows_per_point(const struct chart *chart)
{
    return chart->has_imports ? 2 : 1;
}

/* A second axis row is shown when it costs no point. */
static int axis_rows(const struct chart *chart, int rows)
{
    if (chart->is_compact || rows < AXIS_ROWS_MIN)
        return 0;
    if (rows < AXIS_LINE_ROWS_MIN)
        return 1;
    return (rows - 1) % rows_per_point(chart) == 0 && chart->has_imports ? 1 : 2;
}

size_t pairs_capacity(const struct chart *chart, int rows)
{
    const int left = rows - axis_rows(chart, rows);

    if (left <= 0)
        return 0;
    return left < rows_per_point(chart) ? 1 : (size_t)(left / rows_per_point(chart));
}

static int longer(int width, const char *text)
{
    const int other = text_width(text);

    return other > width ? other : width;
}

static void extend(struct pairs *pairs, struct value value)
{
    const double number = figure_number(&pairs->chart, value);

    pairs->low = fmin(pairs->low, number);
    pairs->high = fmax(pairs->high, number);
}

static void measure_extent(struct pairs *pairs)
{
    for (size_t i = pairs->chart.first; i < pairs->end && pairs->chart.is_local; i++) {
        const struct chart_point point = chart_point(&pairs->chart, i);
        extend(pairs, point.exports);
        if (pairs->chart.has_imports)
            extend(pairs, point.imports);
    }
    if (pairs->chart.is_local)
        return;
    pairs->low = pairs->whole->low;
    pairs->high = pairs->whole->high;
}

/* Of all points, so that the bars keep their place when the chart scrolls. */
static int label_width(const struct pairs *pairs)
{
    const int most =
        pairs->chart.is_compact ? pairs->area.cols * 3 / 8 : pairs->area.cols / 5 + 2;
    const int width = pairs->whole->label_cols;

    if (width > most && most >= LABEL_COLS_MIN)
        return most;
    return width > LABEL_COLS_MIN && most < LABEL_COLS_MIN ? LABEL_COLS_MIN : width;
}

static int figure_width(const struct pairs *pairs)
{
    const struct glyphs *glyphs = pairs->cells->glyphs;
    const struct chart *chart = &pairs->chart;
    int width = text_width(figure_text(chart, glyphs, pairs->high, chart->is_signed));

    width = longer(width, figure_text(chart, glyphs, pairs->low, chart->is_signed));
    /* The greatest is not the longest when it is written with an exponent. */
    for (size_t i = chart->first; i < pairs->end; i++) {
        const struct chart_point point = chart_point(chart, i);

        width =
            longer(width, chart_figure(chart, glyphs, point.exports, chart->is_signed));
        if (chart->has_imports)
            width = longer(width, chart_figure(chart, glyphs, point.imports, false));
    }
    return width;
}

static int growth_width(const struct pairs *pairs)
{
    const struct chart *chart = &pairs->chart;
    const struct glyphs *glyphs = pairs->cells->glyphs;
    int width = text_width(_("y/y %"));
    bool has_growth = false;

    for (size_t i = chart->first; i < pairs->end; i++) {
        const struct chart_point point = chart_point(chart, i);

        has_growth |= figure_is_number(point.exports_growth);
        width = longer(width, chart_growth(chart->arena, glyphs, point.exports_growth));
        if (!chart->has_imports)
            continue;
        has_growth |= figure_is_number(point.imports_growth);
        width = longer(width, chart_growth(chart->arena, glyphs, point.imports_growth));
    }
    return has_growth ? width : 0;
}

const char *pairs_cover_text(const struct pairs *pairs, struct value cover)
{
    struct arena *arena = pairs->chart.arena;
    const char *text = chart_cover(arena, pairs->cells->glyphs, cover);
    const bool is_percent = text[0] == '<' || (text[0] >= '0' && text[0] <= '9');

    return arena_printf(arena, _("cover %s%s"), text, is_percent ? " %" : "");
}

const char *pairs_balance_text(const struct pairs *pairs, struct value balance)
{
    const struct glyphs *glyphs = pairs->cells->glyphs;

    return chart_figure(&pairs->chart, glyphs, balance, true);
}

static int balance_width(const struct pairs *pairs)
{
    const struct chart *chart = &pairs->chart;
    int width = 0;

    for (size_t i = chart->first; i < pairs->end; i++) {
        const struct chart_point point = chart_point(chart, i);
        const char *balance = pairs_balance_text(pairs, point.balance);

        width = longer(width, pairs_cover_text(pairs, point.cover));
        if (text_width(balance) + 2 > width)
            width = text_width(balance) + 2;
    }
    return width;
}

static int bar_width(const struct pairs *pairs)
{
    const struct pairs_columns *columns = &pairs->columns;
    int taken = columns->cursor + columns->axis + columns->margin;

    taken += columns->label > 0 ? columns->label + GAP : 0;
    taken += columns->figure > 0 ? columns->figure + GAP : 0;
    taken += columns->growth > 0 ? columns->growth + GAP : 0;
    taken += columns->balance > 0 ? columns->balance + WIDE_GAP : 0;
    return pairs->area.cols - taken;
}

static void columns_measure(struct pairs *pairs)
{
    struct pairs_columns *columns = &pairs->columns;
    const int cols = pairs->area.cols;

    columns->cursor = 1;
    columns->axis = !pairs->chart.is_compact && cols >= AXIS_COLS_MIN;
    columns->margin = cols >= MARGIN_COLS_MIN;
    columns->label = label_width(pairs);
    columns->figure = figure_width(pairs);
    if (!pairs->chart.is_compact)
        columns->growth = growth_width(pairs);
    if (!pairs->chart.is_compact && pairs->chart.has_imports &&
        cols >= BALANCE_COLS_MIN)
        columns->balance = balance_width(pairs);
}

/* Gives up columns until the bars have room. */
static void columns_fit(struct pairs *pairs)
{
    struct pairs_columns *columns = &pairs->columns;

    if (bar_width(pairs) < 3 * BAR_COLS_GOOD)
        columns->balance = 0;
    if (bar_width(pairs) < BAR_COLS_GOOD)
        columns->growth = 0;
    if (bar_width(pairs) < BAR_COLS_GOOD) {
        pairs->chart.decimals = 0;
        columns->figure = figure_width(pairs);
    }
    while (bar_width(pairs) < BAR_COLS_GOOD && columns->label > LABEL_COLS_MIN)
        columns->label--;
    if (bar_width(pairs) < BAR_COLS_MIN)
        columns->figure = 0;
    while (bar_width(pairs) < BAR_COLS_MIN && columns->label > LABEL_COLS_LEAST)
        columns->label--;
    if (bar_width(pairs) < 2)
        columns->label = 0;
}

int pairs_label_col(const struct pairs *pairs)
{
    return pairs->columns.cursor;
}

int pairs_bar_col(const struct pairs *pairs)
{
    const int label = pairs->columns.label;

    return pairs_label_col(pairs) + (label > 0 ? label + GAP : 0);
}

int pairs_bar_end(const struct pairs *pairs)
{
    return pairs_bar_col(pairs) + bar_width(pairs) + pairs->columns.axis;
}

int pairs_figure_end(const struct pairs *pairs)
{
    const int figure = pairs->columns.figure;

    return pairs_bar_end(pairs) + (figure > 0 ? GAP + figure : 0);
}

int pairs_growth_end(const struct pairs *pairs)
{
    const int growth = pairs->columns.growth;

    return pairs_figure_end(pairs) + (growth > 0 ? GAP + growth : 0);
}

int pairs_balance_end(const struct pairs *pairs)
{
    const int balance = pairs->columns.balance;

    return pairs_growth_end(pairs) + (balance > 0 ? WIDE_GAP + balance : 0);
}

int pairs_pitch(const struct pairs *pairs)
{
    const size_t drawn = pairs->end - pairs->chart.first;
    const size_t room = (size_t)(pairs->area.rows - pairs->axis_rows);
    const bool is_loose = pairs->rows_per_point == 2 && drawn * 3 <= room;

    return pairs->rows_per_point + is_loose;
}

struct pairs pairs_layout(const struct chart *chart, struct cells *cells,
                          struct rect area)
{
    const size_t capacity = pairs_capacity(chart, area.rows);
    const size_t left = chart->count - chart->first;
    struct pairs pairs = {
        .cells = cells,
        .area = area,
        .chart = *chart,
        .whole = chart_whole_of(chart),
        .rows_per_point = rows_per_point(chart),
        .axis_rows = axis_rows(chart, area.rows),
        .end = chart->first + (left < capacity ? left : capacity),
    };

    measure_extent(&pairs);
    columns_measure(&pairs);
    columns_fit(&pairs);
    pairs.span = bar_span_new(bar_width(&pairs), pairs.low, pairs.high);
    return pairs;
}
