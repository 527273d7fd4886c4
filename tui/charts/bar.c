#include "tui/charts/bar.h"

#include "tui/charts/figure.h"
#include "tui/charts/scale.h"

#include <math.h>

enum {
    EIGHTHS = 8,
    TICK_COLS = 9, /* what a tick's label takes at least, gap included */
    TICK_GAP = 2,
    TICKS_MIN = 2
};

/* A length in `steps` of a cell; what is not zero is never without one. */
static int length_in(double part, int cols, int steps)
{
    if (!(part > 0))
        return 0;
    if (part >= 1)
        return cols * steps;

    const int length = (int)lround(part * cols * steps);

    return length > 0 ? length : 1;
}

void chart_bar(struct cells *cells, struct rect area, int row, int col, int cols,
               enum style style, const uint32_t eighths[9], double part)
{
    if (cols <= 0)
        return;

    const int length = length_in(part, cols, EIGHTHS);
    const int full = length / EIGHTHS;
    const int rest = length % EIGHTHS;

    cells_run(cells, area, row, col, full, style, eighths[EIGHTHS]);
    if (rest == 0)
        return;
    /* A texture may have nothing thinner than a cell. */
    if (eighths[rest] != ' ')
        cells_put(cells, area, row, col + full, style, eighths[rest]);
    else if (full == 0)
        cells_put(cells, area, row, col, style, eighths[EIGHTHS]);
}

/* The end of a bar to the left: Unicode has no such eighths, but the left eighths that
 * are missing, with ink and paper exchanged, look the same. */
static void bar_left_flipped(const struct bar_place *place, double part)
{
    const struct glyphs *glyphs = place->cells->glyphs;
    const int length = length_in(part, place->span.left, EIGHTHS);
    const int full = length / EIGHTHS;
    const int rest = length % EIGHTHS;

    cells_run(place->cells, place->area, place->row, place->axis_col - full, full,
              STYLE_DEFICIT, glyphs->deficit_full);
    if (rest > 0)
        cells_put(place->cells, place->area, place->row, place->axis_col - full - 1,
                  STYLE_DEFICIT_FLIP, glyphs->surplus_bar[EIGHTHS - rest]);
}

static void bar_left_halves(const struct bar_place *place, double part)
{
    const struct glyphs *glyphs = place->cells->glyphs;
    const int steps = glyphs->deficit_half == glyphs->deficit_full ? 1 : 2;
    const int length = length_in(part, place->span.left, steps);
    const int full = length / steps;

    cells_run(place->cells, place->area, place->row, place->axis_col - full, full,
              STYLE_DEFICIT, glyphs->deficit_full);
    if (length % steps)
        cells_put(place->cells, place->area, place->row, place->axis_col - full - 1,
                  STYLE_DEFICIT, glyphs->deficit_half);
}

void bar_draw(const struct bar_place *place, double number, enum style style,
              const uint32_t eighths[9])
{
    const struct bar_span span = place->span;
    const int right_col = place->axis_col + place->axis_cols;

    if (number > 0 && span.right > 0)
        chart_bar(place->cells, place->area, place->row, right_col, span.right, style,
                  eighths, number / span.per_cell / span.right);
    else if (number < 0 && span.left > 0 && place->cells->glyphs->has_flip)
        bar_left_flipped(place, -number / span.per_cell / span.left);
    else if (number < 0 && span.left > 0)
        bar_left_halves(place, -number / span.per_cell / span.left);
}

struct bar_span bar_span_new(int cols, double low, double high)
{
    struct bar_span span = {.per_cell = 1};
    const double deficit = fmax(0, -low);
    const double surplus = fmax(0, high);
    const double range = deficit + surplus;

    if (cols <= 0)
        return span;
    span.right = cols;
    if (!(range > 0))
        return span;
    if (deficit > 0) {
        span.left = (int)lround(deficit / range * cols);
        span.left = span.left < 1 ? 1 : span.left;
        if (surplus > 0 && span.left >= cols)
            span.left = cols - 1;
        span.right = cols - span.left;
    }
    span.per_cell = fmax(span.left > 0 ? deficit / span.left : 0,
                         span.right > 0 ? surplus / span.right : 0);
    if (!(span.per_cell > 0))
        span.per_cell = 1;
    return span;
}

int bar_col(const struct bar_place *place, double number)
{
    const int distance = (int)lround(number / place->span.per_cell);

    if (number > 0)
        return place->axis_col + place->axis_cols - 1 + distance;
    return place->axis_col + distance;
}

/* The ticks that lie within the field: from *first on, *count of them. */
static double ticks_of(const struct bar_place *place, double *first, int *count)
{
    const struct bar_span span = place->span;
    const double low = -span.left * span.per_cell;
    const double high = span.right * span.per_cell;
    const int most = (span.left + span.right) / TICK_COLS;
    double last;
    const double step =
        chart_ticks(low, high, most > TICKS_MIN ? most : TICKS_MIN, first, &last);

    *first = ceil(low / step - 1e-9) * step;
    *count = (int)floor((high - *first) / step + 1e-9) + 1;
    return step;
}

void bar_scale_labels(const struct bar_place *place, struct arena *arena, int end)
{
    const struct glyphs *glyphs = place->cells->glyphs;
    int count;
    double first;
    const double step = ticks_of(place, &first, &count);
    int free_col = place->axis_col - place->span.left - 1;

    for (int i = 0; i < count; i++) {
        /* Rounding must not turn the zero into a tiny number with a sign. */
        const double tick = round(first / step + i) * step;
        const char *label = figure_tick(arena, glyphs, tick, step);
        const int width = text_width(label);
        int col = bar_col(place, tick) - (width - 1) / 2;

        if (col < free_col && i == 0)
            col = free_col;
        if (col < free_col || col < 0 || col + width > end)
            continue;
        cells_text(place->cells, place->area, place->row, col, STYLE_AXIS, label);
        free_col = col + width + TICK_GAP;
    }
}

void bar_scale_line(const struct bar_place *place)
{
    const struct glyphs *glyphs = place->cells->glyphs;
    const struct bar_span span = place->span;
    const int from = place->axis_col - span.left;
    const int cols = span.left + place->axis_cols + span.right;
    int count;
    double first;
    const double step = ticks_of(place, &first, &count);

    cells_run(place->cells, place->area, place->row, from, cols, STYLE_AXIS,
              glyphs->horizontal);
    for (int i = 0; i < count; i++)
        cells_put(place->cells, place->area, place->row,
                  bar_col(place, round(first / step + i) * step), STYLE_AXIS,
                  glyphs->tee_up);
    if (span.left == 0 && place->axis_cols > 0)
        cells_put(place->cells, place->area, place->row, from, STYLE_AXIS,
                  glyphs->bottom_left);
}
