#include "tui/charts/plot_slots.h"

#include "tui/charts/figure.h"

#include <math.h>

enum {
    SLOT_COLS_MAX = 16,
    COLUMN_COLS_MAX = 8,
    /* Whole columns per point must fill that much of the width, in percent; else the
     * points' widths differ by one, without gaps, which would show it. */
    FILL_PERCENT = 80
};

int plot_slots_pitch(const struct chart *chart, int cols)
{
    if (cols <= 0 || (size_t)cols < chart->count)
        return 0;

    const size_t pitch = (size_t)cols / chart->count;

    return pitch < SLOT_COLS_MAX ? (int)pitch : SLOT_COLS_MAX;
}

static void share_whole(struct plot *plot, int pitch)
{
    int cols = pitch > 1 ? pitch - (pitch + 4) / 5 : 1;

    if (cols > COLUMN_COLS_MAX)
        cols = COLUMN_COLS_MAX;
    for (size_t i = 0; i < plot->slot_count; i++) {
        const int col = (int)i * pitch + (pitch - cols) / 2;

        plot->slots[i] = (struct plot_slot){
            .point = i, .col = col, .cols = cols, .centre = col + cols / 2};
    }
}

static void share_parts(struct plot *plot, int cols)
{
    const double width = (double)cols / (double)plot->slot_count;

    for (size_t i = 0; i < plot->slot_count; i++) {
        const int col = (int)((double)i * width);
        const int end = (int)((double)(i + 1) * width);

        plot->slots[i] = (struct plot_slot){
            .point = i, .col = col, .cols = end - col, .centre = (col + end) / 2};
    }
}

/* What decides about a point when only one of many can be shown. */
struct sampler {
    const struct chart *chart;
    size_t extremes[4]; /* of exports and imports; point numbers */
    double level;       /* of the exports shown last */
};

static void sampler_note(struct sampler *sampler, size_t point, struct value value,
                         int which)
{
    const struct chart_point *points = sampler->chart->points;
    size_t *least = &sampler->extremes[which];
    size_t *greatest = &sampler->extremes[which + 1];
    const struct value at_least =
        which == 0 ? points[*least].exports : points[*least].imports;
    const struct value at_greatest =
        which == 0 ? points[*greatest].exports : points[*greatest].imports;

    if (!figure_is_number(value))
        return;
    if (!figure_is_number(at_least) || value.number < at_least.number)
        *least = point;
    if (!figure_is_number(at_greatest) || value.number > at_greatest.number)
        *greatest = point;
}

static double sampler_weight(const struct sampler *sampler, size_t point)
{
    const struct chart *chart = sampler->chart;
    const struct value value = chart->points[point].exports;

    if (point == chart->selected)
        return INFINITY;
    for (int i = 0; i < 4; i++)
        if (point == sampler->extremes[i])
            return 3 * FIGURE_MAX;
    if (point == 0 || point + 1 == chart->count)
        return 2.5 * FIGURE_MAX;
    if (!figure_is_number(value))
        return -1;
    return fabs(figure_number(chart, value) - sampler->level);
}

static size_t sampler_pick(struct sampler *sampler, size_t from, size_t end)
{
    size_t best = from;
    double best_weight = sampler_weight(sampler, from);

    for (size_t i = from + 1; i < end; i++) {
        double weight = sampler_weight(sampler, i);

        if (weight > best_weight) {
            best = i;
            best_weight = weight;
        }
    }
    sampler->level =
        figure_number(sampler->chart, sampler->chart->points[best].exports);
    return best;
}

static void sample(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct sampler sampler = {.chart = chart};

    for (size_t i = 0; i < chart->count; i++) {
        sampler_note(&sampler, i, chart->points[i].exports, 0);
        if (chart->has_imports)
            sampler_note(&sampler, i, chart->points[i].imports, 2);
    }
    for (size_t i = 0; i < plot->slot_count; i++) {
        const size_t from = i * chart->count / plot->slot_count;
        const size_t end = (i + 1) * chart->count / plot->slot_count;

        plot->slots[i] =
            (struct plot_slot){sampler_pick(&sampler, from, end), (int)i, 1, (int)i};
    }
}

void plot_slots_share(struct plot *plot, int cols)
{
    const size_t count = plot->chart->count;
    const int pitch = plot_slots_pitch(plot->chart, cols);
    const double fill = pitch * 100.0 * (double)count;

    if (cols <= 0)
        return;
    plot->slot_count = pitch > 0 ? count : (size_t)cols;
    plot->slots = ARENA_ARRAY(plot->chart->arena, struct plot_slot, plot->slot_count);
    if (pitch == 0)
        sample(plot);
    else if (pitch == SLOT_COLS_MAX || fill >= (double)FILL_PERCENT * cols)
        share_whole(plot, pitch);
    else
        share_parts(plot, cols);
}
