/*
 * Cross table: the rows of a frame by the periods of its dataset, one column of it in
 * the cells, and the place that each row has by it in each period.
 *
 * A place is among the members of the level that have the figure in that period, the
 * largest first, whatever a filter hides; equal figures share one. What is missing has
 * a kind of absence in its cell and no place, never the last one. The totals are the
 * published ones where there are any, and what the rows leave of them is in the cells
 * of the row that is not allocated, period by period.
 *
 * Cells are found when they are asked for, so that a screen costs what is on it.
 *
 * The rows should come of a query `is_over_time`, so that a member that has figures in
 * other periods alone is among them.
 */
#ifndef CORE_QUERY_CROSS_H
#define CORE_QUERY_CROSS_H

#include "core/base/arena.h"
#include "core/query/frame.h"

/* A place, from 1; 0: none. */
struct cross_place {
    uint32_t number;
    uint32_t sharing; /* members that have this place, itself among them */
};

struct cross_found;
struct cross_magnitudes;

struct cross {
    const struct frame *frame;
    struct frame_column column;          /* what the cells show */
    size_t row_count;                    /* of the frame */
    uint32_t period_count;               /* of the dataset */
    struct cross_found *found;           /* so far: most of it nobody asks for */
    struct cross_magnitudes *magnitudes; /* for cross_magnitudes() */
};

/* Whether rows of this kind have a cross table: members have, periods have none. */
bool cross_is_possible(const struct frame *frame);

/* The frame must have rows that are members and a column `spec`. Memory is the arena's,
 * also what is found later; the frame must live as long. */
struct cross *cross_new(const struct frame *frame, struct column_spec spec,
                        struct arena *arena);

/* What is shown in a cell. What has many cells takes numbers, NAN for none: of a
 * period they are found together. */
struct value cross_value(const struct cross *cross, size_t row, uint32_t period);
double cross_number(const struct cross *cross, size_t row, uint32_t period);
struct cross_place cross_place(const struct cross *cross, size_t row, uint32_t period);

/* Of what the rows are parts of, and how many have a place. */
struct value cross_total(const struct cross *cross, uint32_t period);
uint32_t cross_ranked(const struct cross *cross, uint32_t period);

/* The first period from `from` on in which any member has a place; UINT32_MAX: none. */
uint32_t cross_first_ranked(const struct cross *cross, uint32_t from);

/* The first period from `from` on, and the last before `end`, in which the row has a
 * place; UINT32_MAX: none. */
uint32_t cross_first_placed(const struct cross *cross, size_t row, uint32_t from);
uint32_t cross_last_placed(const struct cross *cross, size_t row, uint32_t end);

/* The rows in the order of their places in a period, those without one behind in the
 * order of the frame, and how many have a place. */
const uint32_t *cross_order(const struct cross *cross, uint32_t period, size_t *placed);
/* Where the row stands in it; SIZE_MAX: there is no such row. */
size_t cross_position(const struct cross *cross, uint32_t period, size_t row);

/* Finds the order of these periods now, until the frame's stop is wanted. */
void cross_prepare(const struct cross *cross, uint32_t first, uint32_t end);

/* The magnitudes of all cells: the largest, with the totals, and where the fifths of
 * those that are not zero begin, without what is not allocated. Found once, and wrong
 * after a stop. */
enum { CROSS_FIFTHS = 5 };

struct cross_magnitudes {
    bool is_found;
    double largest;
    size_t count; /* in the fifths */
    double least[CROSS_FIFTHS];
};

struct cross_magnitudes cross_magnitudes(const struct cross *cross);

#endif
