/*
 * Drill part: the rows of one query as drill shows them.
 *
 * What a picture says of rows is found once, when a part is made: how far their figures
 * reach, how wide their names are, what they add up to. The part of the lens' own frame
 * takes the rows from there and lives as long as it (charting.h). Any other copies what
 * it says of them, so that it needs neither a frame nor cubes when it is there: it
 * lives until what decides it changes (drilling.h).
 */
#ifndef TUI_DRILL_PART_H
#define TUI_DRILL_PART_H

#include "core/query/frame.h"

#include <stdbool.h>
#include <stddef.h>

/* A row, as a column has it. */
struct drill_entry {
    const char *name;
    enum row_kind kind;
    bool is_marked;
    uint32_t member; /* MEMBER_NONE for periods and what is not allocated */
    uint32_t period;
    struct value figure;
    struct value beside; /* its share of the total; of a period its growth */
};

/* What is shown of each entry. */
struct drill_figures {
    struct column_spec spec;  /* the figure */
    struct column_spec share; /* of what the column is part of */
    bool has_share;
};

/* Figures of which each is greater than all before it, as many as can differ in the
 * width of their text. */
enum { DRILL_RECORDS_MAX = 64 };

struct drill_extent {
    double largest; /* magnitude */
    int name_cols;  /* of the widest name */
    struct value record[DRILL_RECORDS_MAX];
    size_t record_count;
};

struct drill_part {
    /* What decides it; filter and marks are the part's own. */
    struct query query;
    struct drill_figures figures;
    /* The lens' own frame; NULL: the entries from `first` on are copies. */
    const struct frame *frame;
    const struct drill_entry *entries;
    size_t first;
    size_t kept;

    size_t count;             /* entries in all */
    size_t counted;           /* without what is not allocated */
    const char *noun;         /* "partners" */
    struct frame_column info; /* of the figure; title NULL: the rows have none */
    size_t imports;           /* measure of the imports, or MEASURE_NONE */
    struct drill_extent extent;
    struct value sum; /* of the rows */
    struct value total;
    const char *total_name;
};

/* Of the frame, which must live as long as the part, as must the arena. */
struct drill_part *drill_part_of(const struct frame *frame,
                                 const struct drill_figures *figures,
                                 struct arena *arena);

/* The same where a part of the same rows and figures is there already, which need not
 * live on: what it has found is the new one's. */
struct drill_part *drill_part_again(const struct drill_part *part,
                                    const struct frame *frame, struct arena *arena);

/* Which entries are copied: all of them, or those around one. */
struct drill_around {
    bool has_all;
    bool is_end;     /* around the last one; else around this member, */
    uint32_t member; /* or MEMBER_NONE: around the first one */
    size_t rows;     /* so many before and after it */
};

/* The rows of a query; the frame is made and gone. Memory is the arena's; it is wrong
 * when a stop was wanted. */
struct drill_part *drill_part_new(const struct dataset *dataset,
                                  const struct query *query,
                                  const struct drill_figures *figures,
                                  const struct drill_around *around,
                                  struct arena *arena);

/* A part of a frame as one that the frame need not outlive, with entries around one. */
struct drill_part *drill_part_copy(const struct drill_part *part,
                                   const struct drill_around *around,
                                   struct arena *arena);

/* Whether a query of that dataset asks for the same rows in the same order. */
bool drill_same_rows(const struct dataset *dataset, const struct query *a,
                     const struct query *b);
bool drill_same_figures(const struct drill_figures *a, const struct drill_figures *b);
/* Whether the part has the entries that are wanted. */
bool drill_part_covers(const struct drill_part *part,
                       const struct drill_around *around);

/* The entry of a member; SIZE_MAX where there is none among those that are kept. */
size_t drill_part_find(const struct drill_part *part, uint32_t member);

/* Whether the entry is kept. */
bool drill_part_keeps(const struct drill_part *part, size_t entry);
/* An entry that is; the arena is for what is found for it. */
struct drill_entry drill_part_entry(const struct drill_part *part, size_t entry,
                                    struct arena *arena);

#endif
