/*
 * What the files of the cube share: cells in the making, and one pass over the
 * observations.
 */
#ifndef CORE_QUERY_CUBE_INTERNAL_H
#define CORE_QUERY_CUBE_INTERNAL_H

#include "core/query/alternatives.h"
#include "core/query/scan.h"

/* How a figure was found (struct value): the combination of sets, and besides: */
enum {
    BASIS_SETS = 0xff,      /* its number, 0: the coarsest */
    BASIS_CHILDREN = 0x100, /* each step down the dimension of the rows, */
    BASIS_STEPS = 0x3f00,   /* all of them */
    BASIS_GAPS = 0x4000     /* sums stand in for totals that lack (gaps.h) */
};

/* What a cell has collected so far. */
struct tally {
    struct sum sum;
    uint32_t flag;
    uint32_t covered; /* the least of what was added, 0 when all is whole */
    uint8_t absence;  /* enum absence: the strongest reason why there is none */
    uint16_t basis;   /* see struct value */
    uint8_t origin;   /* enum origin of a single figure that the file has not; else 0 */
    bool has_number;
    bool is_summed; /* of more than one published figure */
    bool is_found;  /* by an earlier pass */
};

/* The cubes of some measures, which are found together. */
struct work {
    const struct dataset *dataset;
    const struct dimension *rows; /* NULL: the periods */
    uint32_t member_count;
    size_t cells;
    size_t count;
    const struct measure *measure[MEASURE_MAX];
    struct tally *tally[MEASURE_MAX];
    const struct stop *stop;
    struct arena *arena;   /* of the cubes */
    struct arena *scratch; /* of all that is thrown away when they are made */
};

/* The sets of the other dimensions that a pass is over. */
struct pass {
    const struct alternatives *others;
    const size_t *choice;
    size_t other_count;
    uint16_t basis;
    bool is_single; /* one member each: no cell has more than one figure */
};

bool tally_is_empty(const struct tally *tally);
struct tally *tallies_new(struct arena *arena, size_t count);
/* To what a sum has so far: why a part has no figure, and how much of its period a part
 * is of. */
void tally_absorb_absence(struct tally *tally, enum absence absence);
void tally_absorb_coverage(struct tally *tally, uint32_t covered);

/* Gives the cells that have nothing so far what the observations have in these sets. */
void cube_pass(const struct work *work, const struct pass *pass);

#endif
