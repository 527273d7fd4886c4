/*
 * Blocks: many observations at once, by column, for readers that know what they read.
 *
 * A reader that has met every code and every spelling of a period of some rows before,
 * and whose numbers are numbers, need not ask the builder about each: it looks the
 * numbers up itself, fills a block, and hands it over. The observations are then those
 * that builder_row() to builder_row_end() would have made.
 *
 * A row has a figure of every measure; or, in a table of flows and values, one figure,
 * and of the other measures there is no row.
 */
#ifndef CORE_MODEL_BUILDER_BLOCK_H
#define CORE_MODEL_BUILDER_BLOCK_H

#include "core/model/builder.h"

/* What rows have besides their period and a member of each dimension. */
struct builder_block_form {
    bool has_flows; /* one figure, of a measure that the row says */
    bool has_attribute[ATTRIBUTE_COUNT];
};

struct builder_block {
    size_t count;
    size_t capacity;
    size_t line;                   /* of the first row; the others follow it */
    uint32_t column;               /* where every row begins in its line, from 1 */
    uint32_t *period;              /* by row: number of the period */
    uint32_t *code[DIMENSION_MAX]; /* by row: number of the member */
    double *number[MEASURE_MAX];   /* by row; NAN: not available */
    uint32_t *flow;                /* by row: number of the measure; NULL: of each */
    double *value;                 /* by row: its figure of that measure, as `number` */
    uint32_t *attribute[ATTRIBUTE_COUNT]; /* by row: number of its text; NULL: none */
    int decimals_max[MEASURE_MAX];

    /* What builder_survey_block() finds, and where builder_place_block() puts it. */
    uint32_t period_bits;
    uint32_t code_bits[DIMENSION_MAX]; /* see codes_bits() */
    bool has_new[DIMENSION_MAX];       /* a member that had no rows */
    bool has_missing[MEASURE_MAX];
    double largest[MEASURE_MAX]; /* without its sign */
    size_t first;                /* observation */
};

/* Texts that were read: of the number that `dict` has for one, `number` has that of
 * what it means. */
struct builder_words {
    const struct dict *dict;
    const uint32_t *number;
};

/* An empty block for the dimensions and measures that there are now. */
struct builder_block *builder_block_new(const struct builder *builder,
                                        struct builder_block_form form, size_t capacity,
                                        struct arena *arena);
void builder_block_clear(struct builder_block *block);
/* An empty block of the room behind the rows that another has. */
struct builder_block builder_block_rest(const struct builder_block *block);

/* Spellings of periods; valid until the next builder_period(). */
struct builder_words builder_spellings(const struct builder *builder);

/* Words of flows, whose measures a reader has found; valid until the next is kept. */
struct builder_words builder_flows(const struct builder *builder);
void builder_keep_flow(struct builder *builder, struct builder_text word,
                       size_t measure);
/* They mean something else from now on: another file begins. */
void builder_forget_flows(struct builder *builder);

/* Whether so many more observations have room. */
bool builder_has_room(const struct builder *builder, size_t count);

/* Adds the rows. Numbers of members, periods, measures and texts are below the present
 * counts. */
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
