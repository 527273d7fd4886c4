/*
 * Whole: what a picture of some points must know of all of them.
 *
 * Who has a chart of many points finds it when the points are there, and hands it over
 * with each picture; else it is found while drawing.
 */
#ifndef TUI_CHARTS_WHOLE_H
#define TUI_CHARTS_WHOLE_H

#include "tui/charts/chart.h"

/* For paired bars. */
struct chart_whole {
    size_t count; /* of the chart that it is of, */
    int scale;    /* its scale, */
    bool has_imports;
    double low; /* of its figures and of zero, in that scale */
    double high;
    int label_cols; /* of the widest label */
};

/* Sums in the chart's scale. Muted points (residuals) count in `other` alone. */
struct balance_sums {
    size_t surplus_count;
    size_t deficit_count;
    size_t other_count;
    size_t missing_count;
    double surplus;
    double deficit;
    double other;
    double exports;
    double imports;
    bool has_cover; /* both sides of all points are known */
};

/* For a ranking by balance. */
struct balance_whole {
    size_t count;
    int scale;
    /* Point numbers in the order of drawing: those with a balance come first, and how
     * many they are; their balances, in that order. */
    const uint32_t *order;
    size_t known;
    const double *balance;
    struct balance_sums sums;
    double low; /* of all balances and of zero */
    double high;
    int label_cols;
};

struct chart_whole *chart_whole_new(const struct chart *chart, struct arena *arena);
struct balance_whole *balance_whole_new(const struct chart *chart, struct arena *arena);

/* What the chart was handed, if it is of this chart; else found now. */
const struct chart_whole *chart_whole_of(const struct chart *chart);
const struct balance_whole *balance_whole_of(const struct chart *chart);

#endif
