/*
 * Log scales: equal distances for equal ratios.
 */
#include "tui/charts/plot.h"
#include "tui/charts/scale.h"

#include "core/base/number.h"

#include <math.h>

enum { MANTISSAS_MAX = 6, TICK_GAP = 2, EXPONENTS = 700 };

#define SLACK 1e-9

/* Ticks within a power of ten, the densest first; 0 ends each. */
static const double mantissas[][MANTISSAS_MAX + 1] = {
    {1, 1.5, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1}};
enum { DENSITY_COUNT = sizeof(mantissas) / sizeof(mantissas[0]) };

static void set_ends(struct plot *plot)
{
    const double foot = log10(scale_round(plot->domain.low, false));
    const double top = log10(scale_round(plot->domain.high, true));
    const int rows = plot->body.rows > 1 ? plot->body.rows - 1 : 1;

    plot->log_foot = foot;
    plot->log_per_row = (top > foot ? top - foot : 1) / rows;
}

static bool is_on_scale(const struct plot *plot, double number)
{
    const double rows = (log10(number) - plot->log_foot) / plot->log_per_row;

    return rows > -SLACK && rows < plot->body.rows - 1 + SLACK;
}

/* Ticks at these parts of each `step`th power of ten, at least `gap` rows apart. */
struct pattern {
    const double *parts;
    int step;
    int gap;
};

/* Whether the tick stands clear of the one before it; then it is added. */
static bool add_tick(struct plot *plot, double number, int gap)
{
    const int row = plot_row(plot, number);

    if (plot->tick_count == PLOT_TICKS_MAX ||
        (plot->tick_count && plot->ticks[plot->tick_count - 1].row - row < gap))
        return false;
    plot->ticks[plot->tick_count++] = (struct plot_tick){number, row};
    return true;
}

/* False when they are crowded. */
static bool add_ticks(struct plot *plot, struct pattern pattern)
{
    const int first = (int)floor(plot->log_foot + SLACK);
    const double top = plot->log_foot + plot->log_per_row * plot->body.rows;

    plot->tick_count = 0;
    for (int exponent = first; exponent <= top; exponent++)
        for (int i = 0; exponent % pattern.step == 0 && pattern.parts[i] > 0; i++) {
            const double number = number_scale(pattern.parts[i], exponent);

            if (is_on_scale(plot, number) && !add_tick(plot, number, pattern.gap))
                return false;
        }
    return true;
}

/* The densest ticks that stand apart; one says nothing of the scale. */
void plot_scale_log(struct plot *plot)
{
    const double *const tens = mantissas[DENSITY_COUNT - 1];

    if (plot->domain.is_empty)
        return;
    set_ends(plot);
    for (int gap = TICK_GAP; gap > 0; gap--)
        for (int i = 0; i < DENSITY_COUNT; i++)
            if (add_ticks(plot, (struct pattern){mantissas[i], 1, gap}) &&
                plot->tick_count > 1)
                return;
    for (int step = 2; step < EXPONENTS; step++)
        if (add_ticks(plot, (struct pattern){tens, step, 1}) && plot->tick_count)
            return;
    plot->tick_count = 0;
}
