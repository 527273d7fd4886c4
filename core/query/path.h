/*
 * Path: when, if ever, do exports and imports meet, if each keeps growing at a rate?
 *
 * With exports X and imports M of one year and growth gx and gm a year they are equal
 * after t years, where X (1 + gx)^t = M (1 + gm)^t. So (arithmetic)
 *
 *     t  = ln(X / M) / ln((1 + gm) / (1 + gx))
 *     gm = (1 + gx) (X / M)^(1 / N) - 1      to be equal after N years
 *
 * for a surplus as for a deficit. It is arithmetic, not a forecast. Growth is in
 * percent a year and figures are in base units (see struct value).
 */
#ifndef CORE_QUERY_PATH_H
#define CORE_QUERY_PATH_H

#include "core/query/frame.h"

struct path {
    double exports;
    double imports;
    double exports_growth;
    double imports_growth;
};

enum path_kind {
    PATH_BALANCED, /* equal already */
    PATH_MEETS,    /* equal in `years` */
    PATH_NEVER,    /* both grow at one rate: the gap keeps its share of trade */
    PATH_WIDENS,   /* the gap's share of trade grows; it was nothing -`years` ago */
    PATH_UNDEFINED
};

struct path_outcome {
    enum path_kind kind;
    double years;       /* below zero when the gap widens; 0 unless MEETS or WIDENS */
    const char *reason; /* why it is UNDEFINED: "there are no imports" */
};

struct path_outcome path_outcome(const struct path *path);

/* The growth of imports, in percent a year, with which the two are equal after `years`;
 * undefined where the outcome is, and for no time at all. */
struct value path_needed(const struct path *path, double years);

/* Exports and imports after so many years. */
struct path_point {
    double exports;
    double imports;
    double balance;
    double gap; /* |X - M| / (X + M), in percent; 0 where there is no trade */
};

struct path_point path_at(const struct path *path, double years);

/* The whole year, up to `years`, at which the balance is farthest from zero. */
int path_peak(const struct path *path, int years);

/* Round rates around those of a path: exports growth by row, imports growth by column.
 * The path's own are among them, between the round ones where they are not round. */
enum { PATH_RATES_MAX = 15 };

struct path_rates {
    double rate[PATH_RATES_MAX]; /* ascending, all above -100 */
    size_t count;
    size_t own; /* which one is the path's */
};

struct path_grid {
    struct path_rates exports;
    struct path_rates imports;
};

/* At most so many rows and columns, each at most PATH_RATES_MAX. */
struct path_grid path_grid_new(const struct path *path, size_t rows, size_t cols);

/* What the path is when the growth rates are those of a row and a column. */
struct path_outcome path_grid_outcome(const struct path *path,
                                      const struct path_grid *grid, size_t row,
                                      size_t col);

/* A whole year to start from. */
struct path_start {
    const char *reason; /* why there is none; NULL: there is one */
    int year;
    size_t periods; /* that the figures are the sum of; 1: the year's own */
    double exports;
    double imports;
    struct value exports_growth; /* as published, else on the year before */
    struct value imports_growth;
};

/* The latest year not after `last` that has both figures in full, from a frame whose
 * rows are periods, oldest first; `back` years of that kind are skipped as long as
 * there are others before them. A year of months needs all twelve. */
struct path_start path_start_new(const struct frame *periods, struct period last,
                                 int back);

#endif
