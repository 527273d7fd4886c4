#include "tui/charts/chart.h"
#include "tui/charts/figure.h"

#include <math.h>

enum { LEVEL_COUNT = 8, LEVEL_FLAT = 3 };

struct extent {
    double least;
    double greatest;
};

static struct extent extent_of(const struct value *values, size_t count)
{
    struct extent extent = {INFINITY, -INFINITY};

    for (size_t i = 0; i < count; i++) {
        if (!figure_is_number(values[i]))
            continue;
        extent.least = fmin(extent.least, values[i].number);
        extent.greatest = fmax(extent.greatest, values[i].number);
    }
    return extent;
}

static int level_of(struct extent extent, double number)
{
    /* Halves, because the difference of two doubles may be none. */
    const double range = extent.greatest / 2 - extent.least / 2;

    if (!(range > 0))
        return LEVEL_FLAT;
    return (int)lround((number / 2 - extent.least / 2) / range * (LEVEL_COUNT - 1));
}

void chart_spark(struct cells *cells, struct rect area, int row, int col, int cols,
                 enum style style, const struct value *values, size_t count)
{
    if (cols <= 0)
        return;
    if (count > (size_t)cols) {
        values += count - (size_t)cols;
        count = (size_t)cols;
    }

    const struct extent extent = extent_of(values, count);
    const int start = col + cols - (int)count;

    for (size_t i = 0; i < count; i++) {
        if (figure_is_number(values[i]))
            cells_put(cells, area, row, start + (int)i, style,
                      cells->glyphs->spark[level_of(extent, values[i].number)]);
        else
            cells_put(cells, area, row, start + (int)i, STYLE_MUTED,
                      cells->glyphs->missing);
    }
}
