/*
 * Query: what is asked of a dataset, whole and plain.
 *
 * A query says which dimension the rows show, at which level, what every other
 * dimension is narrowed to, which periods count, and how the rows are filtered, sorted
 * and cut. It is everything that a screen depends on; frame_new() answers it.
 */
#ifndef CORE_QUERY_QUERY_H
#define CORE_QUERY_QUERY_H

#include "core/base/diag.h"
#include "core/model/dataset.h"
#include "core/query/indicator.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As `rows`: the periods themselves. */
#define ROWS_PERIOD SIZE_MAX
/* As `level`: the members that nothing stands below, whatever their level. */
#define LEVEL_FINEST SIZE_MAX
/* As `level`: the groups (blocs) instead of a level; they overlap and are not summed.
 */
#define LEVEL_GROUPS (SIZE_MAX - 1)

/* Keys of the sort after the first one. */
enum { SORT_THEN_MAX = 4 };

enum sort_kind { SORT_FILE, SORT_NAME, SORT_CODE, SORT_COLUMN };

struct sort_key {
    enum sort_kind kind;
    struct column_spec column; /* with SORT_COLUMN */
    bool is_descending;
};

/* A row that somebody marked, found again whatever its place: a member, or with rows
 * ROWS_PERIOD a period. */
struct mark {
    size_t rows;
    uint32_t member;
    struct period period;
};

struct cube_store;
struct folded_store;
struct stop;

struct query {
    size_t rows;                    /* a dimension, or ROWS_PERIOD */
    size_t level;                   /* of the rows, or LEVEL_FINEST, LEVEL_GROUPS */
    uint32_t within[DIMENSION_MAX]; /* a member or group; MEMBER_NONE: the whole */
    struct period period;           /* of the rows; with ROWS_PERIOD the first period */
    struct period last_period;      /* with ROWS_PERIOD the last one */
    bool has_base;                  /* whether indices and averages begin at `base` */
    struct period base;             /* or later, where figures do */
    const char *filter;             /* what rows must have (filter.h); NULL: nothing */
    struct sort_key sort;
    size_t limit;         /* rows kept after sorting; 0: all */
    const char *language; /* of the names, "en" */
    const char *currency; /* to show figures in; NULL or "": the dataset's own */
    bool has_scale;       /* whether the power of ten is chosen, not found */
    int scale;
    /* The columns of the table; NULL: those that every dataset's frame has. */
    const struct column_spec *columns;
    size_t column_count;
    const struct column_spec *measure; /* what charts show besides; NULL: nothing */
    const struct column_spec *extras;  /* columns that are computed, not shown */
    size_t extra_count;
    struct sort_key then[SORT_THEN_MAX]; /* decide where `sort` finds no difference */
    size_t then_count;
    /* The power of ten of the numbers in `filter`; NULL: that of the frame, found
     * before any row is dropped (frame_scale()). */
    const int *filter_scale;
    const char *scale_language; /* of the powers of ten; NULL: as `language` */
    /* By dimension, by member: what sums over it leave out (alike.h); NULL: nothing. */
    const bool *const *without;
    struct cube_store
        *cubes; /* to take cubes from (cube_store.h); NULL: they are made */
    struct folded_store *folded; /* the same of folded names (folded.h) */
    const struct stop *stop;     /* ends the work early (stop.h); NULL: nothing does */
    const struct mark *marks;    /* rows to mark; see frame.h */
    bool is_over_time; /* rows of members with figures in any period, not in `period`
                          alone: what a cross table (cross.h) is made of */
    size_t mark_count;
};

/* The natural first question to a dataset: the finest level of the first dimension
 * in the latest period, largest total trade first; the periods where there is no
 * dimension. */
struct query query_new(const struct dataset *dataset);

/* The level of the dimension `rows` that lies below what `rows` is narrowed to, i.e.
 * the next finer one; LEVEL_FINEST where there is none. */
size_t query_level_below(const struct dataset *dataset, const struct query *query,
                         uint32_t member);

/* The member that a dimension is narrowed to, by the query or, where it leaves that
 * open, by what stands for all members (dimension_standing()); MEMBER_NONE: to none. Of
 * the dimension of the rows only what the query says counts. */
uint32_t query_member(const struct dataset *dataset, const struct query *query,
                      size_t dimension);

/* Readers of the words of the command line. Each says in `diags` what would be right.
 */
bool query_read_rows(struct query *query, const struct dataset *dataset,
                     const char *word, struct diag_list *diags);
bool query_read_level(struct query *query, const struct dataset *dataset,
                      const char *word, struct diag_list *diags);
bool query_read_period(struct query *query, const struct dataset *dataset,
                       const char *word, struct diag_list *diags);
bool query_read_currency(struct query *query, const struct dataset *dataset,
                         const char *word, struct diag_list *diags);
/* "auto", "one", "thousand", "mn", "bn", "tn"; "wan", "yi", "wanyi" or the characters
 * 万, 亿, 万亿 (10^4, 10^8, 10^12). */
bool query_read_scale(struct query *query, const char *word, struct diag_list *diags);
/* "balance", or several apart by commas: "balance,-name". */
bool query_read_sort(struct query *query, const struct dataset *dataset,
                     const char *word, struct diag_list *diags);
bool sort_key_equal(struct sort_key a, struct sort_key b);

/* In which dimensions the query is narrowed to something below the whole, a bit each.
 */
uint64_t query_parts(const struct query *query, const struct dataset *dataset);

#endif
