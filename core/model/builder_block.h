/*
 * Blocks: many observations at once, by column, for readers that know what they read.
 *
 * A reader that has met every code and every spelling of a period of some rows before,
 * and whose numbers are numbers, need not ask the builder about each: it looks the
 * numbers up itself, fills a block, and hands it over. The observations are then those
 * that builder_row() to builder_row_end() would have made.
 */
#ifndef CORE_MODEL_BUILDER_BLOCK_H
#define CORE_MODEL_BUILDER_BLOCK_H

#include "core/model/builder.h"

struct builder_block {
    size_t count;
    size_t capacity;
    size_t line;                   /* of the first row; the others follow it */
    uint32_t column;               /* where every row begins in its line, from 1 */
    uint32_t *period;              /* by row: number of the period */
    uint32_t *code[DIMENSION_MAX]; /* by row: number of the member */
    double *number[MEASURE_MAX];   /* by row; NAN: not available */
    int decimals_max[MEASURE_MAX];

    /* What builder_survey_block() finds, and where builder_place_block() puts it. */
    uint32_t period_bits;
    uint32_t code_bits[DIMENSION_MAX]; /* see codes_bits() */
    bool has_new[DIMENSION_MAX];       /* a member that had no rows */
    bool has_missing[MEASURE_MAX];
    double largest[MEASURE_MAX]; /* without its sign */
    size_t first;                /* observation */
};

/* The spellings of periods that were read: of the number that `dict` has for one,
 * `period` has that of its period. Valid until the next builder_period(). */
struct builder_spellings {
    const struct dict *dict;
    const uint32_t *period;
};

/* An empty block for the dimensions and measures that there are now. */
struct builder_block *builder_block_new(const struct builder *builder, size_t capacity,
                                        struct arena *arena);
void builder_block_clear(struct builder_block *block);
/* An empty block of the room behind the rows that another has. */
struct builder_block builder_block_rest(const struct builder_block *block);

struct builder_spellings builder_spellings(const struct builder *builder);

/* Whether so many more observations have room. */
bool builder_has_room(const struct builder *builder, size_t count);

/* Adds the rows. Each has all dimensions and all measures, whose numbers are below the
 * present counts. */
void builder_add_block(struct builder *builder, struct builder_block *block);

/* The same in three steps. The first and the last change nothing but their block and
 * its rows of the columns: while the builder is left alone, several threads may take
 * them for blocks of their own. What the second has placed must be filled in before
 * anything else is done to the dataset but to place more. */
void builder_survey_block(const struct builder *builder, struct builder_block *block);
void builder_place_block(struct builder *builder, struct builder_block *block);
void builder_fill_block(const struct builder *builder,
                        const struct builder_block *block);

#endif
