/*
 * Plots: the frame of charts over time, with the scale of figures on the left, periods
 * below and the last figures on the right.
 *
 * Margins and columns depend on the chart's points and the width alone, so the charts
 * that are drawn of the same points below each other stand in line.
 */
#ifndef TUI_CHARTS_PLOT_H
#define TUI_CHARTS_PLOT_H

#include "tui/charts/chart.h"

/* What a plot is of. */
enum plot_measure {
    PLOT_FIGURES, /* exports and imports */
    PLOT_CHANGES  /* the balance; growth when there is only one measure */
};

/* The least and the greatest number, zero among them. */
struct plot_domain {
    double low;
    double high;
    bool is_empty;
};

enum { PLOT_TICKS_MAX = 9 };

/* A figure on the scale, in the row of the body that it is at. */
struct plot_tick {
    double number;
    int row;
};

/* The columns of one point, relative to the body. */
struct plot_slot {
    size_t point;
    int col;
    int cols;
    int centre;
};

struct plot {
    const struct chart *chart;
    enum plot_measure measure;
    struct plot_domain domain;
    struct cells *cells;
    struct rect area;
    struct rect body; /* where the points are drawn */
    int label_cols;   /* of the figures on the left; 0: none, and no axis */
    int end_cols;     /* of what stands right of the body; 0: none */
    int mark_rows;    /* below the body: marks, 0 or 1 */
    int period_rows;  /* below that: periods, 0 or 1 */
    struct plot_slot *slots;
    size_t slot_count;
    /* Of a log scale: the decimal logarithm at the foot, and of one row; its ticks. */
    bool is_log;
    double log_foot;
    double log_per_row;
    struct plot_tick ticks[PLOT_TICKS_MAX];
    size_t tick_count;
    /* Any other scale: zero is at row `zero_row` of the body. */
    int zero_row;
    double per_row; /* above 0 */
    double step;    /* from one tick to the next, tick_rows rows */
    int tick_rows;
};

/* Lays out a plot; the chart has points and the area is not empty. */
struct plot plot_new(const struct chart *chart, enum plot_measure measure,
                     struct cells *cells, struct rect area);

/* Sets zero_row .. tick_rows for the domain and the body's rows: ticks fall on whole
 * rows, and zero is one of them (plot_scale.c). */
void plot_scale(struct plot *plot);

/* Sets log_foot .. tick_count for the domain and the body's rows: the foot and the top
 * are 1, 2 or 5 times a power of ten (plot_log.c). */
void plot_scale_log(struct plot *plot);

/* Whether the scale has a place for it: a log scale has none for zero and less. */
bool plot_has_place(const struct plot *plot, struct value value);

/* The row of a number in the body; it has a place. */
int plot_row(const struct plot *plot, double number);

/* The change of a point: its balance, or its growth. */
struct value plot_change(const struct chart *chart, const struct chart_point *point);
/* The chart as changes are shown: in the unit of the balance, growth in percent. */
struct chart plot_change_chart(const struct chart *chart);
/* A change in the plot's scale. */
double plot_change_number(const struct chart *chart, struct value change);

/* The slot that shows a point or stands for it. */
const struct plot_slot *plot_slot_of(const struct plot *plot, size_t point);

/* How far the slots reach, in columns of the body. */
int plot_slots_end(const struct plot *plot);

#endif
