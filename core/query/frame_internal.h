/*
 * What the files of the frame share while one is being made.
 */
#ifndef CORE_QUERY_FRAME_INTERNAL_H
#define CORE_QUERY_FRAME_INTERNAL_H

#include "core/query/cube.h"
#include "core/query/folded.h"
#include "core/query/frame.h"
#include "core/query/row_set.h"

/* A frame in the making, with the cube of each measure. */
struct making {
    const struct dataset *dataset;
    const struct query *query;
    struct frame *frame;
    const struct cube *cubes; /* by measure */
    struct arena *arena;
    const struct dimension *rows; /* NULL when the rows are periods */
    uint32_t top;                 /* dimension_whole() of `rows` */
    uint64_t parts;               /* query_parts() */
    struct row_set *set;          /* what the frame is made of */
    const uint8_t *fails; /* by row of it: how many terms of the filter it fails;
                             NULL: there is none */
    const uint32_t *hits; /* numbers of the rows that fail none, from 0; NULL: all */
    size_t hit_count;
    const struct frame_row *rest; /* the row of what is not allocated, or NULL */
    /* Of the set (frame_rows.c): */
    uint32_t whole;              /* member that the total row is of */
    struct value *whole_figures; /* by measure, in the query's period */
    const uint32_t *roots;       /* members without a parent; NULL: not yet */
    size_t root_count;
    struct folded *folded;      /* of `rows` (folded.h); NULL with them */
    struct making_lazy *lazy;   /* see indicator_lazy.h */
    struct making_ranks *ranks; /* by measure; see frame_rank.c */
    size_t scaled_columns; /* the first columns, which decide the scale of the screen:
                              not those that only a filter needs */
    struct making_spans *spans; /* see frame_spans.c */
};

/* A row whose values are wanted: of the cube, or a sum when `figures` (by measure) is
 * not NULL. */
struct row_source {
    uint32_t member;
    uint32_t period;
    const struct value *figures;
};

/* The figure of a measure for a row: a member in a period. */
struct value making_figure(const struct making *making, size_t measure, uint32_t member,
                           uint32_t period);

/* The same in the currency of the query, where that is another: with the rate of the
 * period that it is of, or not at all. */
struct value making_converted(const struct making *making, size_t measure,
                              struct value value, struct period period);

/* What a dataset in other periods (spans.h) has beside its figures (frame_spans.c). A
 * growth that needs the same part of the year before finds it there: */
struct making_spans *making_spans_new(struct arena *arena);
void making_like(const struct making *making, const struct row_source *row,
                 size_t measure, struct indicator_input *input);
/* The figure of the year up to the row's period, in a file of such figures. */
struct value making_stated(const struct making *making, const struct row_source *row,
                           size_t measure);
/* These of all measures; NULL for other files. */
const struct value *making_stated_all(const struct making *making, uint32_t period);
/* A figure in the query's currency as the sum of the file's own periods, each at the
 * rate of its own. */
struct value making_converted_parts(const struct making *making, size_t measure,
                                    uint32_t member, uint32_t period);

/* "2013 (Jan-Jun)" for a period that the file has no more of, "2013 (incomplete: 5)"
 * where something else lacks. */
const char *making_period_name(const struct making *making, uint32_t period,
                               const char *name);

/* Which measures are exports and imports (frame_flows.c): where there are both, both;
 * else the first measure that is no growth. */
void frame_find_flows(struct frame *frame);
/* The same for the query, of which the cubes are there. Where a publisher changes the
 * currency in a period, rows of that period have figures in the other one only: these
 * are its exports and imports, in their own unit. */
void making_flows(struct making *making);

/* What the indicators look at (indicator_input.c): of every row, and of one column as
 * far as its indicator needs it. What costs something is kept in `lazy`, in an arena of
 * its own, so that making->arena may be cleared after each row that is looked at. */
struct making_lazy *making_lazy_new(struct arena *arena);
/* The members below each, groups left out; MEMBER_NONE ends a list. */
struct making_children {
    const uint32_t *first; /* by member; the last is of those without a parent */
    const uint32_t *next;  /* by member */
};
struct making_children children_new(const struct dimension *dimension,
                                    struct arena *arena);
const struct making_children *making_children(const struct making *making);
struct indicator_input making_input(const struct making *making,
                                    const struct row_source *row);
void making_input_column(const struct making *making, const struct row_source *row,
                         const struct column_spec *spec, struct indicator_input *input);

/* The period a year before, as a number; UINT32_MAX where the file has none. */
uint32_t making_year_before(const struct making *making, uint32_t period);
/* Whether the figures of this row are those of the whole. */
bool making_is_whole(const struct making *making, const struct row_source *row);
/* In which dimensions the row is of something below the whole, a bit each. */
uint64_t making_parts(const struct making *making, const struct row_source *row);
/* Whether the series of the measure breaks after `from` begins and up to `to`. */
bool breaks_within(const struct dataset *dataset, size_t measure, uint64_t parts,
                   struct period from, struct period to);
/* Sets input->first and last: the periods of its series that no break parts from the
 * row's. */
void breaks_around(const struct dataset *dataset, size_t measure, uint64_t parts,
                   struct indicator_input *input);

/* Fills frame->columns but for their values (frame_columns.c). */
void making_columns(struct making *making);
/* Once the set is there: the values, of all rows. */
void making_column_values(struct making *making);
/* Once each, where the dataset and the rows have what it needs: periods are no parts of
 * a whole. */
void making_add_column(struct making *making, struct column_spec spec);
/* Finds frame->largest and the scale of the filter, before any row is dropped. */
void making_largest(struct making *making);
/* The columns that comparisons need; a term without its column is a mistake. */
void making_filter_columns(struct making *making);
/* The values of all columns; `figures` by measure overrides the cube when not NULL
 * (rows that are sums). */
struct value *making_values(const struct making *making, uint32_t member,
                            uint32_t period, const struct value *figures);
/* The column says what it starts from, where the row was the first to know or knows
 * better. */
void making_note_base(const struct making *making, struct frame_column *column,
                      const struct indicator_input *input);
/* Whether the member is a row that has a rank (row_set.c). */
bool making_is_ranked(const struct making *making, uint32_t member);
/* Sets how much history the row has. */
void making_history(const struct making *making, struct frame_row *row);
/* The number of the query's period; that of the last where there is none such. */
uint32_t making_period(const struct making *making);
/* The rank of the member by a measure's figures in a period among the members of the
 * level, whatever the filter; 0 when it has none (frame_rank.c). */
struct making_ranks *making_ranks_new(const struct making *making);
size_t making_rank(const struct making *making, size_t measure, uint32_t member,
                   uint32_t period);
/* Finds which rows there are, their totals and counts (frame_rows.c). */
void making_rows(struct making *making);
/* The value of one column for a row that need be no row of the frame
 * (frame_columns.c). */
struct value making_value(const struct making *making, const struct row_source *row,
                          struct column_spec spec);
/* The sum of the frame's rows by measure; of members in this period, while rows that
 * are periods have their own (frame_sums.c). */
struct value *making_sum(const struct making *making, uint32_t period, bool spreads);
/* The same of what the filter leaves of all rows. */
struct value *making_sum_of_hits(const struct making *making, uint32_t period,
                                 bool spreads);
/* What the rows are parts of, in a period, by measure: sets `whole` and
 * `whole_figures`. */
void making_whole(struct making *making, uint32_t period);
/* What the rows that have figures leave of that, by measure; whether it is anything. */
bool making_leftover(const struct making *making, uint32_t period,
                     struct value *figures);
/* Whether the rows of a query over time leave anything in any period. */
bool making_has_leftover(const struct making *making);
/* Adds up the rows that are marked, and marks those on display (frame_marks.c). */
void making_marks(struct making *making);
void making_mark(const struct making *making);
/* Finds the hits, and counts what each term alone keeps out (frame_filter.c). */
void making_filter(struct making *making);
/* The row of a sum of the rows that are left, with these figures (frame_rows.c). */
void making_shown(struct making *making, uint32_t period, const struct value *figures);
/* Copies the rows in order, ranks and cuts them (frame_sort.c). */
void making_sort(struct making *making);

/* Whether a word is in the names of a member, or begins its code; folded. Not anywhere:
 * only where a word of the name begins, and as the whole code (frame_filter.c). */
bool member_has_word(struct folded *folded, uint32_t member, const char *word,
                     bool is_anywhere);

/* The index of the period, or UINT32_MAX. */
uint32_t period_index(const struct dataset *dataset, struct period period);

#endif
