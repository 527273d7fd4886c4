#include "tui/charts/scale.h"

#include "core/base/number.h"
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"

#include <math.h>

enum { DECIMALS_MAX = 15 };

/* Below this, ranges and steps count as nothing: products of them would vanish. */
#define RANGE_MIN 1e-280
/* What rounding may add to a quotient of a bound and a step. */
#define SLACK 1e-9

static const double mantissas[] = {1, 2, 2.5, 3, 5, 10};
enum { MANTISSA_COUNT = sizeof(mantissas) / sizeof(mantissas[0]) };

double scale_step(double least)
{
    if (!isfinite(least) || least < RANGE_MIN)
        return 1;

    const int exponent = (int)floor(log10(least));

    for (int i = 0; i < MANTISSA_COUNT; i++) {
        double step = number_scale(mantissas[i], exponent);

        if (step >= least * (1 - SLACK))
            return step;
    }
    return number_scale(1, exponent + 2); /* log10 rounded down; not known to happen */
}

double scale_round(double number, bool is_up)
{
    static const double rounds[] = {1, 2, 5, 10};

    if (!isfinite(number) || number < RANGE_MIN)
        return 1;

    const int exponent = (int)floor(log10(number) + SLACK);

    for (int i = 0; i < 4; i++) {
        const double round = number_scale(rounds[i], exponent);
        const double next = number_scale(rounds[i < 3 ? i + 1 : 3], exponent);

        if (is_up ? round >= number * (1 - SLACK) : next > number * (1 + SLACK))
            return round;
    }
    return number_scale(1, exponent + 1);
}

int scale_decimals(double step)
{
    for (int decimals = 0; decimals < DECIMALS_MAX; decimals++) {
        double shifted = fabs(number_scale(step, decimals));

        if (fabs(shifted - round(shifted)) <= shifted * SLACK)
            return decimals;
    }
    return DECIMALS_MAX;
}

/* A bound that arithmetic can be done with. */
static double tame(double bound)
{
    if (isnan(bound))
        return 0;
    return fmax(-FIGURE_MAX, fmin(FIGURE_MAX, bound));
}

double chart_ticks(double low, double high, int most, double *first, double *last)
{
    const double from = fmin(tame(low), tame(high));
    double to = fmax(tame(low), tame(high));

    most = most < 1 ? 1 : most;
    if (to - from < RANGE_MIN)
        to = from + fmax(fabs(from), 1);

    double step = scale_step((to - from) / most);

    for (;;) {
        *first = floor(from / step + SLACK) * step;
        *last = ceil(to / step - SLACK) * step;
        /* Two steps may be needed for the least range on either side of a multiple. */
        if ((*last - *first) / step <= most + 0.5 || most < 2)
            return step;
        step = scale_step(step * 1.01);
    }
}
