#include "tui/charts/plot_draw.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_GAP = 2, YEAR_DIGITS = 4, STRIDES_MAX = 10 };

/* How points follow each other, from the form of their labels. */
enum cadence { CADENCE_YEARS, CADENCE_QUARTERS, CADENCE_MONTHS, CADENCE_OTHER };

/* Round distances between labels, ascending, 0 at the end. */
static const int strides[][STRIDES_MAX] = {
    [CADENCE_YEARS] = {1, 2, 5, 10, 20, 25, 50, 100},
    [CADENCE_QUARTERS] = {1, 2, 4, 8, 20, 40, 80, 200},
    [CADENCE_MONTHS] = {1, 3, 6, 12, 24, 60, 120, 240, 600},
    [CADENCE_OTHER] = {1, 2, 5, 10, 20, 50, 100, 200, 500},
};

static const int per_year[] = {
    [CADENCE_YEARS] = 1,
    [CADENCE_QUARTERS] = 4,
    [CADENCE_MONTHS] = 12,
    [CADENCE_OTHER] = 0,
};

/* A label that was read: 2023, 2023-Q3 or 2023Q3, 2023-07. */
struct period_label {
    enum cadence cadence;
    long ordinal; /* counts in steps of the cadence */
};

static bool is_digits(const char *text, size_t count)
{
    return strspn(text, "0123456789") >= count;
}

static struct period_label read_label(const char *label)
{
    const struct period_label other = {.cadence = CADENCE_OTHER};

    if (!is_digits(label, YEAR_DIGITS))
        return other;

    const long year =
        strtol((char[]){label[0], label[1], label[2], label[3], 0}, NULL, 10);
    const char *rest = label + YEAR_DIGITS;

    if (*rest == '\0')
        return (struct period_label){CADENCE_YEARS, year};
    rest += *rest == '-';
    if (*rest == 'Q' && rest[1] >= '1' && rest[1] <= '4' && rest[2] == '\0')
        return (struct period_label){CADENCE_QUARTERS, year * 4 + rest[1] - '1'};
    if (is_digits(rest, 2) && rest[2] == '\0')
        return (struct period_label){CADENCE_MONTHS,
                                     year * 12 + strtol(rest, NULL, 10) - 1};
    return other;
}

/* A row in which labels keep clear of each other. */
struct label_row {
    const struct plot *plot;
    int row;
    int from; /* columns of the area */
    int end;
    bool *is_taken;
};

static bool is_free(const struct label_row *labels, int from, int end)
{
    for (int col = from; col < end; col++)
        if (col >= labels->from && col < labels->end &&
            labels->is_taken[col - labels->from])
            return false;
    return true;
}

/* Places a label in the middle of a slot or, near the ends, as close as it gets;
 * leaves it out when another one is in the way. */
static void place_label(struct label_row *labels, int centre, enum style style,
                        const char *text)
{
    const int width = text_width(text);
    int col = labels->from + centre - width / 2;

    if (col + width > labels->end)
        col = labels->end - width;
    if (col < labels->from)
        col = labels->from;
    if (col + width > labels->end || width == 0 ||
        !is_free(labels, col - LABEL_GAP, col + width + LABEL_GAP))
        return;
    cells_text(labels->plot->cells, labels->plot->area, labels->row, col, style, text);
    for (int i = col; i < col + width; i++)
        labels->is_taken[i - labels->from] = true;
}

static void place_point(struct label_row *labels, size_t point, enum style style)
{
    const struct plot *plot = labels->plot;

    place_label(labels, plot_slot_of(plot, point)->centre, style,
                plot->chart->points[point].label);
}

/* The least round distance at which labels of that width stand clear. */
static int stride_for(const struct plot *plot, enum cadence cadence, int width)
{
    const double pitch = (double)plot->slots[plot->slot_count - 1].centre /
                         (double)(plot->chart->count > 1 ? plot->chart->count - 1 : 1);
    int stride = 1;

    for (int i = 0; i < STRIDES_MAX && strides[cadence][i] > 0; i++) {
        stride = strides[cadence][i];
        if (stride * pitch >= width + LABEL_GAP)
            break;
        /* Whole years need the year alone. */
        if (per_year[cadence] > 0 && stride % per_year[cadence] == 0 &&
            stride * pitch >= YEAR_DIGITS + LABEL_GAP)
            break;
    }
    return stride;
}

static void place_round(struct label_row *labels)
{
    const struct chart *chart = labels->plot->chart;
    const struct period_label first = read_label(chart->points[0].label);
    const int stride =
        stride_for(labels->plot, first.cadence, text_width(chart->points[0].label));
    const int year = per_year[first.cadence];

    for (size_t i = 0; i < chart->count; i++) {
        const struct period_label period = read_label(chart->points[i].label);
        const long ordinal = period.cadence == CADENCE_OTHER ? (long)i : period.ordinal;
        char text[YEAR_DIGITS + 1] = "";

        if (ordinal % stride != 0)
            continue;
        if (year <= 1 || stride % year != 0 || period.cadence != first.cadence) {
            place_point(labels, i, STYLE_MUTED);
            continue;
        }
        memcpy(text, chart->points[i].label, YEAR_DIGITS);
        place_label(labels, plot_slot_of(labels->plot, i)->centre, STYLE_MUTED, text);
    }
}

void plot_draw_periods(const struct plot *plot, int row)
{
    const struct chart *chart = plot->chart;
    struct label_row labels = {
        .plot = plot,
        .row = row,
        .from = plot->body.col - plot->area.col,
        .end = plot->area.cols,
        .is_taken = ARENA_ARRAY(chart->arena, bool, (size_t)plot->area.cols),
    };

    if (chart->selected < chart->count)
        place_point(&labels, chart->selected, STYLE_SELECTED);
    place_point(&labels, chart->count - 1, STYLE_MUTED);
    place_point(&labels, 0, STYLE_MUTED);
    place_round(&labels);
}
