/*
 * Set indicators: what is computed from all rows of a frame together.
 *
 *     struct figure_set set = figure_set_new(frame, frame->exports, &arena);
 *     struct value hhi = set_indicator_ops(SET_INDICATOR_HHI)->compute(&set);
 *
 * What counts: members, residuals and what comes back to the reporter itself, all of
 * which are parts of the total. What never counts: groups, totals, what is not
 * allocated, and rows without a figure; `left_out` says how many, to be shown beside
 * the result. Shares are of the rows that count, and never rounded.
 */
#ifndef CORE_QUERY_CONCENTRATION_H
#define CORE_QUERY_CONCENTRATION_H

#include "core/query/frame.h"

#include <stdbool.h>
#include <stddef.h>

/* constant, name of the ops table set_indicator_NAME */
#define SET_INDICATORS(X)                             \
    X(HHI, hhi)                                       \
    X(HHI_POINTS, hhi_points)                         \
    X(HHI_NORMALISED, hhi_normalised)                 \
    X(HHI_UNCTAD, hhi_unctad)                         \
    X(EFFECTIVE, effective)                           \
    X(GINI, gini)                                     \
    X(GRUBEL_LLOYD, grubel_lloyd)                     \
    X(GRUBEL_LLOYD_CORRECTED, grubel_lloyd_corrected) \
    X(COMPLEMENTARITY, complementarity)

enum set_indicator {
#define X(constant, name) SET_INDICATOR_##constant,
    SET_INDICATORS(X)
#undef X
        SET_INDICATOR_COUNT
};

struct left_out {
    size_t groups;
    size_t unallocated;
    size_t missing; /* rows without the figure, or without one of the two */
    size_t hidden;  /* by the filter or the limit: the set is not the whole level */
};

/* The figures of one measure over the rows that count. */
struct figure_set {
    const double *figures; /* base units, zeros among them */
    size_t count;
    size_t nonzero; /* n of all formulas */
    bool has_negative;
    double sum;
    struct left_out left_out;
};

/* Exports and imports over the rows that have both. */
struct pair_set {
    const double *exports;
    const double *imports;
    size_t count;
    bool has_negative;
    double exports_sum;
    double imports_sum;
    struct left_out left_out;
};

struct set_indicator_ops {
    const char *id;      /* "hhi" */
    const char *title;   /* "Herfindahl-Hirschman index" */
    const char *formula; /* with the scale: "sum of squared shares, 0 to 1" */
    const char *range;
    const char *source;
    const char *lacks; /* what it says when something that it needs lacks */
    int decimals;
    /* One of the two: over one measure, or over exports and imports. */
    struct value (*compute)(const struct figure_set *set);
    struct value (*compute_pairs)(const struct pair_set *set);
};

#define X(constant, name) extern const struct set_indicator_ops set_indicator_##name;
SET_INDICATORS(X)
#undef X

const struct set_indicator_ops *set_indicator_ops(enum set_indicator indicator);

/* The rows of the frame that count; memory is the arena's. A frame without the measure
 * (or without imports) gives an empty set, of which every indicator is undefined. */
struct figure_set figure_set_new(const struct frame *frame, size_t measure,
                                 struct arena *arena);
struct pair_set pair_set_new(const struct frame *frame, struct arena *arena);

/* All of them over the rows of a frame: of each flow, or of the two together. */
struct set_values {
    struct value exports[SET_INDICATOR_COUNT];
    struct value imports[SET_INDICATOR_COUNT];
    struct value pairs[SET_INDICATOR_COUNT];
    size_t nonzero; /* exports */
    struct left_out left_out;
};

struct set_values set_values_new(const struct frame *frame);

#endif
