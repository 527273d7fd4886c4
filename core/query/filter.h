/*
 * Filter: which rows are wanted, in words as a person types them.
 *
 *     asia                a word in the row's names, code, ancestors or groups
 *     -asia               rows that do not have it
 *     continent:Asia      what the row is, or lies in, at that level of its dimension
 *     exports > 100       a column, in the unit and scale of the screen
 *     balance <= -2bn     the same in billions, whatever the scale
 *     exports > imports   two columns of one unit
 *     asia | exports > 5  one of them is enough
 *
 * A row must satisfy every term, and of a term's tests one; a figure that is missing
 * satisfies no comparison. What is not finished, or wrong, is ignored and says so:
 * nothing disappears while somebody types. The whole grammar is in README.md.
 */
#ifndef CORE_QUERY_FILTER_H
#define CORE_QUERY_FILTER_H

#include "core/base/arena.h"
#include "core/model/dataset.h"
#include "core/query/indicator.h"

#include <stdbool.h>
#include <stddef.h>

enum filter_kind { FILTER_WORD, FILTER_FIELD, FILTER_COMPARISON };

enum filter_state {
    FILTER_HOLDS,
    FILTER_UNFINISHED, /* ignored so far: `exports >` */
    FILTER_MISTAKEN    /* ignored: `expots > 5` */
};

enum filter_field {
    FIELD_LEVEL,  /* the row, or its ancestor, at one level */
    FIELD_SELF,   /* the row's own names and code: the id of the dimension */
    FIELD_NAME,   /* its names alone */
    FIELD_CODE,   /* its code alone */
    FIELD_GROUP,  /* a group that it is in, or one of its ancestors is */
    FIELD_WITHIN, /* any ancestor or group */
    FIELD_COUNT
};

enum filter_op { OP_LESS, OP_AT_MOST, OP_MORE, OP_AT_LEAST, OP_EQUAL, OP_OTHER };

struct folded;

/* One thing that can be asked of a row. */
struct filter_test {
    struct filter_test *next; /* what is enough instead, or NULL */
    enum filter_kind kind;
    enum filter_state state;
    bool is_negated;
    const char *shown;   /* for people: "exports > 100" for "x>100" */
    const char *mistake; /* why it is ignored, and what would be right; else NULL */
    const char *text;    /* FILTER_WORD, FILTER_FIELD: folded */
    enum filter_field field;
    size_t level;  /* FIELD_LEVEL */
    bool is_exact; /* FILTER_FIELD: something is called exactly so, so nothing else fits
                    */
    struct column_spec column; /* FILTER_COMPARISON */
    enum filter_op op;
    bool has_other;           /* compared with another column and not with a number */
    struct column_spec other; /* of the same unit */
    double number;   /* in 10^exponent base units, percent, or as a bare number */
    int decimals;    /* of the number as written: = means equal to so many */
    bool has_suffix; /* else the exponent is that of the screen */
    int exponent;
    size_t number_at;     /* in the text: where its digits begin, */
    size_t number_length; /* how long they are; 0 when it is no bare amount of money */
};

/* What every row must satisfy: one of the tests that hold. */
struct filter_term {
    struct filter_test *tests; /* one at least */
    enum filter_state state;   /* holds when one of the tests does */
    size_t start;              /* in the text, with its sign */
    size_t length;
    const char *shown;         /* for people: "asia | europe" */
    size_t regained;           /* rows that this term alone keeps out, and */
    const char *regained_name; /* the first of them (frame.h) */
};

struct filter {
    const char *text;
    struct filter_term *terms;
    size_t count;
    size_t holding; /* terms that hold */
};

/* Reads the text for rows of a dimension, or ROWS_PERIOD (query.h). Any text will do;
 * memory is the arena's. */
struct filter filter_read(const struct dataset *dataset, size_t rows, const char *text,
                          struct arena *arena);
/* The same with what is folded of the rows' members already; NULL with periods. */
struct filter filter_read_with(const struct dataset *dataset, size_t rows,
                               const char *text, struct folded *folded,
                               struct arena *arena);

/* The first test that does not hold: a mistaken one before an unfinished one; or NULL.
 */
const struct filter_test *filter_problem(const struct filter *filter);

/* The text without one of its terms. */
const char *filter_without(const struct filter *filter, size_t term,
                           struct arena *arena);

/* The text with the suffix of 10^`scale` behind every bare amount, so that it means the
 * same on a screen of any scale: `exports > 500` is `exports > 500 bn` for 9. */
const char *filter_fixed(const struct filter *filter, int scale, struct arena *arena);

/* `word` as a value in a filter, within quotes where it needs some; NULL when it has
 * quotes of its own. */
const char *filter_quoted(const char *word, struct arena *arena);

/* What follows from the states of the term's tests, after one of them changed. */
void filter_term_settle(struct filter_term *term);

/* "<", "<=", ... */
const char *filter_op_word(enum filter_op op);

#endif
