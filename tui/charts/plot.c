#include "tui/charts/plot.h"

#include "core/base/translate.h"
#include "tui/charts/figure.h"
#include "tui/charts/plot_draw.h"
#include "tui/charts/plot_slots.h"
#include "tui/charts/scale.h"

#include <math.h>

enum {
    LABELS_COLS_MIN = 22, /* narrower areas have no figures on the left */
    ENDS_COLS_MIN = 36,
    LONG_NAMES_COLS_MIN = 90,
    LONG_NAME_COLS_MAX = 12,
    PERIODS_ROWS_MIN = 4,
    COMPACT_PERIODS_ROWS_MIN = 6,
    MARKS_ROWS_MIN = 8,
    TICKS_MOST = 8,
    LEFT_PERCENT_MAX = 40, /* of the columns */
    MARGINS_PERCENT_MAX = 66,
    MARGIN = 1,
    END_GAP = 1
};

struct value plot_change(const struct chart *chart, const struct chart_point *point)
{
    return chart->has_imports ? point->balance : point->exports_growth;
}

struct chart plot_change_chart(const struct chart *chart)
{
    struct chart scaled = *chart;

    if (!chart->has_imports) {
        scaled.scale = 0;
        scaled.unit = _("y/y %");
    } else if (chart->has_balance_unit) {
        scaled.scale = chart->balance_scale;
        scaled.decimals = chart->balance_decimals;
        scaled.unit = chart->balance_unit;
    }
    return scaled;
}

double plot_change_number(const struct chart *chart, struct value change)
{
    const struct chart scaled = plot_change_chart(chart);

    return figure_number(&scaled, change);
}

static void domain_add(struct plot_domain *domain, double number)
{
    domain->low = domain->is_empty ? number : fmin(domain->low, number);
    domain->high = domain->is_empty ? number : fmax(domain->high, number);
    domain->is_empty = false;
}

static struct plot_domain domain_of_changes(const struct chart *chart)
{
    struct plot_domain domain = {.is_empty = true};

    for (size_t i = 0; i < chart->count; i++) {
        struct value change = plot_change(chart, &chart->points[i]);

        if (figure_is_number(change))
            domain_add(&domain, plot_change_number(chart, change));
    }
    return domain;
}

static void domain_add_figure(struct plot_domain *domain, const struct chart *chart,
                              struct value figure)
{
    const double number = figure_number(chart, figure);

    if (figure_is_number(figure) && (!chart->is_log || number > 0))
        domain_add(domain, number);
}

static struct plot_domain domain_of_figures(const struct chart *chart)
{
    struct plot_domain domain = {.is_empty = true};

    for (size_t i = 0; i < chart->count; i++) {
        domain_add_figure(&domain, chart, chart->points[i].exports);
        if (chart->has_imports)
            domain_add_figure(&domain, chart, chart->points[i].imports);
    }
    return domain;
}

/* Scales start at zero, but for those that have none. */
static struct plot_domain domain_of(const struct chart *chart,
                                    enum plot_measure measure)
{
    struct plot_domain domain =
        measure == PLOT_FIGURES ? domain_of_figures(chart) : domain_of_changes(chart);

    if (measure == PLOT_FIGURES && chart->is_log)
        return domain;
    domain.low = fmin(domain.low, 0);
    domain.high = fmax(domain.high, 0);
    return domain;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int step_width(const struct plot *plot, struct plot_domain domain, double step)
{
    const struct glyphs *glyphs = plot->cells->glyphs;
    struct arena *arena = plot->chart->arena;
    const double top = ceil(domain.high / step) * step;
    const double bottom = floor(domain.low / step) * step;

    return larger(text_width(figure_tick(arena, glyphs, top, step)),
                  text_width(figure_tick(arena, glyphs, bottom, step)));
}

/* The widest label that a scale for the domain may have: fine steps have decimals,
 * wide ones reach far below zero. */
static int domain_width(const struct plot *plot, struct plot_domain domain)
{
    const double range = domain.high - domain.low;

    int width = 0;

    /* Every number of steps: 2.5 needs a decimal that 2 and 3 do without. */
    for (int steps = 2; steps <= TICKS_MOST; steps++)
        width = larger(width, step_width(plot, domain, scale_step(range / steps)));
    return width;
}

static int tick_width(const struct plot *plot, double number)
{
    return text_width(
        figure_tick(plot->chart->arena, plot->cells->glyphs, number, number));
}

/* The widest label of a log scale: at an end, or one and a half times the lower. */
static int log_width(const struct plot *plot, struct plot_domain domain)
{
    const double low = scale_round(domain.low, false);

    if (domain.is_empty)
        return 0;
    return larger(larger(tick_width(plot, low), tick_width(plot, 1.5 * low)),
                  tick_width(plot, scale_round(domain.high, true)));
}

static int unit_width(const char *unit)
{
    return unit ? text_width(unit) : 0;
}

/* Of both measures, so that plots of either stand in line. */
static int label_width(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct plot_domain figures = domain_of(chart, PLOT_FIGURES);
    const struct plot_domain changes = domain_of(chart, PLOT_CHANGES);
    int width =
        larger(chart->is_log ? log_width(plot, figures) : domain_width(plot, figures),
               domain_width(plot, changes));

    if (plot->area.cols < LONG_NAMES_COLS_MIN)
        return width;
    width = larger(width, unit_width(chart->unit));
    return chart->has_balance_unit ? larger(width, unit_width(chart->balance_unit))
                                   : width;
}

static const struct chart_point *last_point(const struct chart *chart)
{
    return &chart->points[chart->count - 1];
}

const char *plot_end_text(const struct plot *plot, const char *name, struct value last)
{
    const struct chart *chart = plot->chart;
    const struct glyphs *glyphs = plot->cells->glyphs;
    const char *mark = figure_glyph(chart->arena, glyphs->left);

    if (name)
        return arena_printf(chart->arena, "%s %s%s%s", mark, name, *name ? " " : "",
                            chart_figure(chart, glyphs, last, chart->is_signed));
    if (chart->has_imports) {
        const struct chart scaled = plot_change_chart(chart);

        return arena_printf(chart->arena, "%s %s", mark,
                            chart_figure(&scaled, glyphs, last, true));
    }
    return arena_printf(chart->arena, "%s %s", mark,
                        chart_growth(chart->arena, glyphs, last));
}

static int end_width(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const struct chart_point *last = last_point(chart);
    const char *exports =
        plot_end_text(plot, chart->has_imports ? "X" : "", last->exports);
    const char *change = plot_end_text(plot, NULL, plot_change(chart, last));
    int width = larger(text_width(exports), text_width(change));

    if (chart->has_imports)
        width = larger(width, text_width(plot_end_text(plot, "M", last->imports)));
    return width;
}

static void layout_cols(struct plot *plot)
{
    const int cols = plot->area.cols;
    int left = 0;
    int right = 0;

    if (cols >= LABELS_COLS_MIN) {
        plot->label_cols = label_width(plot);
        left = MARGIN + plot->label_cols + 2;
    }
    if (cols >= ENDS_COLS_MIN) {
        plot->end_cols = end_width(plot);
        right = END_GAP + plot->end_cols + MARGIN;
    }
    if (left > cols * LEFT_PERCENT_MAX / 100)
        plot->label_cols = left = 0;
    if (right > cols / 3 || left + right > cols * MARGINS_PERCENT_MAX / 100)
        plot->end_cols = right = 0;
    rect_cut_left(&plot->body, left);
    rect_cut_right(&plot->body, right);
}

static void layout_rows(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    const int rows = plot->area.rows;
    const bool has_marks = chart->mark_count > 0 || chart->selected < chart->count;

    plot->period_rows =
        rows >= (chart->is_compact ? COMPACT_PERIODS_ROWS_MIN : PERIODS_ROWS_MIN);
    plot->mark_rows = !chart->is_compact && has_marks && rows >= MARKS_ROWS_MIN;
    rect_cut_bottom(&plot->body, plot->period_rows + plot->mark_rows);
}

struct plot plot_new(const struct chart *chart, enum plot_measure measure,
                     struct cells *cells, struct rect area)
{
    struct plot plot = {
        .chart = chart,
        .measure = measure,
        .is_log = chart->is_log && measure == PLOT_FIGURES,
        .domain = domain_of(chart, measure),
        .cells = cells,
        .area = area,
        .body = area,
    };

    layout_cols(&plot);
    layout_rows(&plot);
    plot_slots_share(&plot, plot.body.cols);
    if (plot.is_log)
        plot_scale_log(&plot);
    else
        plot_scale(&plot);
    return plot;
}
