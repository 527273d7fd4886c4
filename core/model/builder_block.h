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

struct builder_spellings builder_spellings(const struct builder *builder);

/* Whether so many more observations have room. */
bool builder_has_room(const struct builder *builder, size_t count);

/* Adds the rows. Each has all dimensions and all measures, whose numbers are below the
 * present counts. */
void builder_add_block(struct builder *builder, const struct builder_block *block);

#endif
