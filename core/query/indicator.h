/*
 * Indicators: what is computed from the figures of one row, one file each.
 *
 * Each says what it is, its formula with the source, its unit and range, and what it
 * answers when something that it needs lacks. What is derived from something missing is
 * missing. What is computed from a whole table is in concentration.h.
 */
#ifndef CORE_QUERY_INDICATOR_H
#define CORE_QUERY_INDICATOR_H

#include "core/model/unit.h"
#include "core/query/indicator_input.h"

#include <stddef.h>

/* constant, name of the ops table indicator_NAME */
#define INDICATORS(X)                       \
    X(FIGURE, figure)                       \
    X(GROWTH, growth)                       \
    X(BALANCE, balance)                     \
    X(SHARE, share)                         \
    X(COVER, cover)                         \
    X(TOTAL, total)                         \
    X(GROWTH_PREVIOUS, growth_previous)     \
    X(GROWTH_AVERAGE, growth_average)       \
    X(GROWTH_TREND, growth_trend)           \
    X(CONTRIBUTION, contribution)           \
    X(FLOW_SHARE, flow_share)               \
    X(ROLLING, rolling)                     \
    X(YEAR_TO_DATE, year_to_date)           \
    X(SEASONAL, seasonal)                   \
    X(INDEX, index)                         \
    X(MIRROR, mirror)                       \
    X(NORMALISED, normalised)               \
    X(GRUBEL_LLOYD, grubel_lloyd)           \
    X(BALANCE_SHARE, balance_share)         \
    X(LAFAY, lafay)                         \
    X(RCA, rca)                             \
    X(RSCA, rsca)                           \
    X(INTENSITY, intensity)                 \
    X(TERMS, terms)                         \
    X(MIRROR_RATIO, mirror_ratio)           \
    X(MIRROR_DIFFERENCE, mirror_difference) \
    X(MIRROR_BALANCE, mirror_balance)       \
    X(RANK, rank)

enum indicator {
#define X(constant, name) INDICATOR_##constant,
    INDICATORS(X)
#undef X
        INDICATOR_COUNT
};

enum indicator_unit {
    INDICATOR_IN_CURRENCY, /* in the unit of the measure */
    INDICATOR_IN_PERCENT,
    INDICATOR_IN_POINTS, /* of percent */
    INDICATOR_AS_RATIO,  /* a bare number: neutral or largest at 1 */
    INDICATOR_AS_INDEX,  /* a bare number: 100 at the base */
    INDICATOR_AS_RANK    /* a bare whole number */
};

struct indicator_ops {
    const char *id;      /* "cover" */
    const char *title;   /* "Cover ratio" */
    const char *head;    /* "X/M %"; '*' stands for X, M or the measure's name */
    const char *formula; /* "100 X / M"; Xt and Mt are those of the total */
    const char *range;   /* "0 and more", "-1 to 1" */
    const char *source;  /* publication or page */
    const char *lacks;   /* what it says when something that it needs lacks */
    enum indicator_unit unit;
    unsigned needs;      /* of enum indicator_need */
    bool is_default;     /* a column of every table where it makes sense */
    bool is_signed;      /* shown with + and - */
    bool is_per_measure; /* one column for each measure (figure, growth) */
    bool is_summable;    /* a total row may add it up */
    struct value (*compute)(const struct indicator_input *input);
};

#define X(constant, name) extern const struct indicator_ops indicator_##name;
INDICATORS(X)
#undef X

const struct indicator_ops *indicator_ops(enum indicator indicator);

/* What the indicator computes. Of figures that are sums of the members that all periods
 * have (input.compared) the basis of the value is how many these are. */
struct value indicator_value(const struct indicator_ops *ops,
                             const struct indicator_input *input);

/* One column of a frame: an indicator, of one measure where it is per measure. */
struct column_spec {
    enum indicator indicator;
    size_t measure;
};

bool column_spec_equal(struct column_spec a, struct column_spec b);

#endif
