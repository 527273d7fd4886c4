/*
 * What a table measures of all its rows, once for each frame: with 100,000 of them it
 * is too much for every picture.
 */
#ifndef TUI_VIEWS_TABLE_MEASURE_H
#define TUI_VIEWS_TABLE_MEASURE_H

#include "core/query/frame.h"

/* Names up to so many cells are shown whole as a rule, and where there is room. */
enum { TABLE_NAME_MIN = 8, TABLE_NAME_MAX = 24, TABLE_NAME_MOST = 60 };

struct table_measure {
    const struct frame *frame;
    bool has_suffixes; /* whether any may be behind a name */
    int name_cols;     /* of the widest name, within the first two of these */
    int wanted_cols;   /* with what stands behind it, up to the last */
    /* For views over time, by what is written alone: */
    int widest_name;
    int widest_code;
    bool has_codes; /* whether any is not its name once more */
    /* By column, the extremes of the rows and of the totals; missing: no number. */
    struct value low[FRAME_COLUMN_MAX];
    struct value high[FRAME_COLUMN_MAX];
    bool is_marked[FRAME_COLUMN_MAX];  /* something derived is of a part */
    bool lacks_rate[FRAME_COLUMN_MAX]; /* somewhere: the one absence told in words */
};

struct table_measure *table_measure_new(const struct frame *frame, struct arena *arena);

#endif
