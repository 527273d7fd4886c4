/*
 * Frame: a small labelled table, the answer to a query.
 *
 * Every value carries its status and says whether it was published, summed or derived.
 * The total row is the published figure of the whole where there is one; the part of it
 * that the rows do not explain is a row of its own (ROW_UNALLOCATED). Groups never
 * enter a sum.
 */
#ifndef CORE_QUERY_FRAME_H
#define CORE_QUERY_FRAME_H

#include "core/base/arena.h"
#include "core/query/filter.h"
#include "core/query/indicator.h"
#include "core/query/query.h"

enum {
    FRAME_COLUMN_MAX = MEASURE_MAX + INDICATOR_COUNT + 2, /* in one frame */
    AVAILABLE_MAX = (MEASURE_MAX + 1) * INDICATOR_COUNT
};

enum row_kind {
    ROW_MEMBER,
    ROW_REPORTER,    /* goods that come back to the reporter itself: never ranked */
    ROW_RESIDUAL,    /* "Other Asia": part of the level, marked */
    ROW_GROUP,       /* overlaps with others, not in any sum */
    ROW_PERIOD_KIND, /* a period */
    ROW_UNALLOCATED  /* what the rows do not explain of the total */
};

struct frame_column {
    struct column_spec spec;
    const char *id;    /* "exports", "exports-growth", "balance" */
    const char *title; /* "Exports", "Exports, growth" */
    const char *head;  /* short: "Exports", "y/y %" */
    struct unit unit;
    bool is_percent; /* percent or points of percent */
    bool is_plain;   /* a bare number, a ratio or an index, never scaled */
    int decimals;    /* of a bare number */
    bool is_signed;
    /* The period that an index or an average growth starts from, which the title says;
     * UINT32_MAX: none. */
    uint32_t base;
    const struct value *values; /* by number of a row, from 0; see frame_cell() */
};

struct frame_row {
    enum row_kind kind;
    uint32_t member; /* MEMBER_NONE for periods and what is not allocated */
    uint32_t period; /* index into dataset.periods */
    const char *code;
    const char *name;
    const char *axis; /* of a period: its name in figures, "2024-07"; else NULL */
    /* One per column, of a row that is a sum of others; NULL: frame_cell() knows. */
    const struct value *values;
    /* Of a period, by measure: of the year up to its end, in a file of such figures;
     * else NULL. */
    const struct value *stated;
    uint32_t number; /* among the rows that were not filtered yet, from 1; 0: none */
    uint32_t rank;   /* by the sort, from 1; 0 where a rank makes no sense */
    uint16_t history_count; /* figures that frame_history() gives */
    uint8_t name_bytes;     /* of the name; 0 or UINT8_MAX: they are to be counted */
    bool is_marked;
};

/* What the rows with a mark add up to, whether a filter or a limit hides them or not.
 */
struct frame_marked {
    size_t count;      /* marked rows at this level; the query may have others */
    size_t on_display; /* of them, those that are among the rows */
    bool has_groups;   /* they overlap, so there is no sum */
    struct frame_row sum;
    struct frame_row average; /* of the figures that are there, by column; amounts only
                               */
};

/* What stands in a column. */
struct frame_extremes {
    struct value low; /* of all numbers; missing: there is none */
    struct value high;
    bool lacks_rate;  /* whether something has ABSENCE_NO_RATE, */
    bool has_covered; /* something is of a part (value_is_of_part()), */
    bool has_summed;  /* something is a sum */
};

struct making;

struct frame {
    const struct dataset *dataset;
    const struct making *making; /* what the figures were found with, for records */
    struct query query;
    struct frame_column *columns;
    size_t column_count;    /* all that are computed */
    size_t shown_count;     /* the first of them are the table's; the rest is there for
                               charts and the sort, and there is none by default */
    struct frame_row *rows; /* filtered, sorted, cut: copies of those of a set
                               (row_set.h) */
    size_t row_count;
    uint32_t *places; /* by the number of a row, from 0: its place among `rows` from 1;
                         0: it is none of them */
    size_t
        member_count; /* rows before filter and limit, without what is not allocated */
    size_t matched_count; /* the same that the filter leaves, before the limit */
    struct frame_row
        total; /* of everything the query is narrowed to; name says of what */
    bool has_total;
    /* How many rows of the level have one flow and no row of the other, which adds
     * nothing to a total that is a sum; 0 when it is published. */
    size_t one_sided;
    struct frame_row
        shown; /* the sum of the rows, when a filter or a limit hides some */
    bool has_shown;
    struct frame_marked marked;
    struct filter filter; /* of the query, and which of its terms is in the way */
    int filter_scale;     /* power of ten of its numbers */
    bool rows_overlap;    /* groups, or members that are never added: there is no sum */
    bool has_imports;     /* exports and imports, so there is a balance */
    size_t exports;       /* measure of the exports, or the only one; MEASURE_NONE: no
                             measures */
    size_t imports;       /* MEASURE_NONE when !has_imports */
    const char *noun;     /* "partners", "continents", "months" */
    /* Greatest magnitude of a currency figure, base units. It is of all rows, whatever
     * the filter drops, so that no filter changes the scale of the screen. */
    double largest;
};

/* Everything in the frame is the arena's, but for names that are the dataset's. */
struct frame *frame_new(const struct dataset *dataset, const struct query *query,
                        struct arena *arena);

/* The power of ten that figures are shown in: the query's, else by the largest of them
 * in the steps of the language. */
int frame_scale(const struct frame *frame, const char *language);
/* The unit of exports and imports, which may be another currency. */
struct unit frame_unit(const struct frame *frame);

/* The same rows in another order, which has no column that the frame has not. Figures
 * and all that is not of the order are shared. */
struct frame *frame_in_order(const struct frame *frame, struct sort_key sort,
                             struct arena *arena);

/* Drops all rows that are none of the other frame's, which has the same ones before
 * any filter. */
void frame_keep_rows_of(struct frame *frame, const struct frame *other);

/* The column's number, or SIZE_MAX. */
size_t frame_column(const struct frame *frame, struct column_spec spec);
/* The value of a row, or of one of the totals, in a column of that number;
 * ABSENCE_NO_ROW where it has none, and for SIZE_MAX. */
struct value frame_cell(const struct frame *frame, const struct frame_row *row,
                        size_t column);
/* The value of a row in the column that is `spec`; ABSENCE_NO_ROW without it. */
struct value frame_value(const struct frame *frame, const struct frame_row *row,
                         struct column_spec spec);
/* All rows before the filter, in the order of the file; frame->places says where they
 * are on display. */
const struct frame_row *frame_all_rows(const struct frame *frame, size_t *count);
/* Of the rows on display. */
struct frame_extremes frame_extremes(const struct frame *frame, size_t column);
/* The same also where the frame has no such column, but might: it is found now, of this
 * row alone. Memory is the arena's. */
struct value frame_value_now(const struct frame *frame, const struct frame_row *row,
                             struct column_spec spec, struct arena *arena);
/* Short forms for the columns that charts draw. */
struct value frame_exports(const struct frame *frame, const struct frame_row *row);
struct value frame_imports(const struct frame *frame, const struct frame_row *row);
struct value frame_balance(const struct frame *frame, const struct frame_row *row);
struct value frame_growth(const struct frame *frame, const struct frame_row *row,
                          size_t measure);

/* "the same 2 reporters": what a value compares that is marked (value_compared()). */
const char *frame_compared_words(const struct frame *frame, struct value value,
                                 struct arena *arena);

/* Why the row has no balance though it has exports and imports: one is published and
 * the other a sum, so that they are of two wholes; NULL: they are of one. To be shown.
 */
const char *frame_unlike_words(const struct frame *frame, const struct frame_row *row);

/* What the rows on display add up to in a column: groups, which overlap, and what is
 * not allocated stay out; one that is missing makes the sum missing. */
struct value frame_sum(const struct frame *frame, struct column_spec spec,
                       struct arena *arena);

/* The figures of a measure up to the row's period, oldest first, row->history_count of
 * them; NULL for none. Memory is the arena's. */
struct value *frame_history(const struct frame *frame, const struct frame_row *row,
                            size_t measure, struct arena *arena);

/* Rows on display without the part that is not allocated, which is no partner. */
size_t frame_counted(const struct frame *frame);

/* The row of this member or period, or SIZE_MAX. */
size_t frame_find(const struct frame *frame, uint32_t member, uint32_t period);

/* The next row from `start` on (in steps of +1 or -1, round the ends) whose name, in
 * any language, or code has `text` in it; SIZE_MAX when there is none. */
size_t frame_search(const struct frame *frame, const char *text, size_t start, int step,
                    struct arena *arena);

/* The columns that every dataset's frame has, in the order of the table. */
size_t frame_column_specs(const struct dataset *dataset, struct column_spec *specs,
                          size_t limit);
/* These and all others that the dataset has what they need for (indicator_spec.h). */
size_t frame_available_specs(const struct dataset *dataset, struct column_spec *specs,
                             size_t limit);

#endif
