/*
 * Indicators: what is computed from the figures of one row, one file each.
 *
 * Each says what it is, its formula with the source, its unit, and what it answers when
 * something that it needs lacks. What is derived from something missing is missing.
 */
#ifndef CORE_QUERY_INDICATOR_H
#define CORE_QUERY_INDICATOR_H

#include "core/model/unit.h"
#include "core/model/value.h"

#include <stdbool.h>
#include <stddef.h>

/* constant, name of the ops table indicator_NAME */
#define INDICATORS(X)   \
    X(FIGURE, figure)   \
    X(GROWTH, growth)   \
    X(BALANCE, balance) \
    X(SHARE, share)     \
    X(COVER, cover)     \
    X(TOTAL, total)

enum indicator {
#define X(constant, name) INDICATOR_##constant,
    INDICATORS(X)
#undef X
        INDICATOR_COUNT
};

/* What an indicator may look at. All figures are in base units. */
struct indicator_input {
    struct value exports; /* of this row and period; or the only measure */
    struct value imports;
    struct value figure;           /* of the measure that the column names */
    struct value figure_before;    /* the same, a year before */
    struct value published_growth; /* of that measure, where the file has it */
    bool is_broken;             /* the two do not compare: the series breaks between */
    struct value exports_whole; /* of all rows together, as published or summed */
    struct value imports_whole;
    bool has_imports; /* whether there are two flows at all */
};

enum indicator_unit {
    INDICATOR_IN_CURRENCY, /* in the unit of the measure */
    INDICATOR_IN_PERCENT
};

struct indicator_ops {
    const char *id;      /* "cover" */
    const char *title;   /* "Cover ratio" */
    const char *head;    /* "X/M %" */
    const char *formula; /* "100 X / M" */
    const char *source;  /* publication or page */
    enum indicator_unit unit;
    bool is_signed;      /* shown with + and - */
    bool is_per_measure; /* one column for each measure (figure, growth) */
    bool needs_imports;  /* makes sense only with two flows */
    bool is_summable;    /* a total row may add it up */
    struct value (*compute)(const struct indicator_input *input);
};

#define X(constant, name) extern const struct indicator_ops indicator_##name;
INDICATORS(X)
#undef X

const struct indicator_ops *indicator_ops(enum indicator indicator);

/* One column of a frame: an indicator, of one measure where it is per measure. */
struct column_spec {
    enum indicator indicator;
    size_t measure;
};

bool column_spec_equal(struct column_spec a, struct column_spec b);

#endif
