#include "tui/charts/figure.h"
#include "tui/charts/plot.h"
#include "tui/charts/scale.h"

#include <math.h>

enum { TICKS_GOOD = 6, TICKS_MAX = 9, LOW_BODY_ROWS = 6 };

#define SLACK 1e-9

/* A scale with a tick every `tick_rows` rows, and how much of the body it fills. */
struct candidate {
    double step;
    double per_row;
    int up;   /* rows above zero */
    int down; /* rows below it */
    int tick_rows;
};

static struct candidate candidate_new(struct plot_domain domain, double step,
                                      int tick_rows)
{
    struct candidate candidate = {
        .step = step, .per_row = step / tick_rows, .tick_rows = tick_rows};

    candidate.up = (int)ceil(domain.high / candidate.per_row - SLACK);
    candidate.down = (int)ceil(-domain.low / candidate.per_row - SLACK);
    return candidate;
}

/* The closest scale with that many rows from tick to tick. */
static struct candidate candidate_fit(struct plot_domain domain, int tick_rows,
                                      int rows)
{
    const double range = domain.high - domain.low;
    double step = scale_step(range / rows * tick_rows);
    struct candidate candidate = candidate_new(domain, step, tick_rows);

    while (candidate.up + candidate.down > rows) {
        step = scale_step(step * (1 + 1e-6));
        candidate = candidate_new(domain, step, tick_rows);
    }
    return candidate;
}

/* Full use of the rows, ticks neither crowded nor rare. */
static double candidate_score(const struct candidate *candidate,
                              struct plot_domain domain, int rows)
{
    const double range = domain.high - domain.low;
    const int ticks = rows / candidate->tick_rows + 1;
    double score = range / candidate->per_row / rows;

    if (ticks < 2 || ticks > TICKS_MAX)
        score *= 0.5;
    if (ticks == 2)
        score *= rows < LOW_BODY_ROWS ? 0.85 : 0.7;
    if (candidate->tick_rows == 1 && rows >= LOW_BODY_ROWS)
        score *= 0.5;
    if (candidate->tick_rows == 2 || ticks > TICKS_GOOD)
        score *= 0.96;
    return score;
}

static struct candidate candidate_best(struct plot_domain domain, int rows)
{
    struct candidate best = candidate_fit(domain, 1, rows);
    double best_score = candidate_score(&best, domain, rows);
    const int most = rows < LOW_BODY_ROWS ? rows : rows / 2;

    for (int tick_rows = 2; tick_rows <= most; tick_rows++) {
        struct candidate other = candidate_fit(domain, tick_rows, rows);
        double score = candidate_score(&other, domain, rows);

        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    return best;
}

void plot_scale(struct plot *plot)
{
    const int rows = plot->body.rows - 1;
    struct plot_domain domain = plot->domain;

    if (!(domain.high - domain.low > 1e-280))
        domain.high = domain.low + 1;
    if (rows < 1) {
        plot->per_row = plot->step = domain.high - domain.low;
        plot->tick_rows = 1;
        plot->zero_row = 0;
        return;
    }

    const struct candidate best = candidate_best(domain, rows);

    plot->zero_row = rows - best.down;
    plot->per_row = best.per_row;
    plot->step = best.step;
    plot->tick_rows = best.tick_rows;
}

bool plot_has_place(const struct plot *plot, struct value value)
{
    return figure_is_number(value) &&
           (!plot->is_log || figure_number(plot->chart, value) > 0);
}

int plot_row(const struct plot *plot, double number)
{
    const double rows =
        plot->is_log ? plot->body.rows - 1 -
                           round((log10(number) - plot->log_foot) / plot->log_per_row)
                     : plot->zero_row - round(number / plot->per_row);
    const double row = isfinite(rows) ? rows : plot->body.rows - 1;

    return (int)fmax(0, fmin(row, plot->body.rows - 1));
}
