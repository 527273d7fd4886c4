/*
 * Sequence: a column of whole numbers that mostly go on by the same step, as the lines
 * of a file's rows do.
 *
 * As long as there are few changes of step, only those are kept; from then on it is a
 * column of codes (column.h), whose rules for memory hold.
 */
#ifndef CORE_BASE_SEQUENCE_H
#define CORE_BASE_SEQUENCE_H

#include "core/base/column.h"

/* first, first + step, ... from an element on to the next stretch, modulo 2^32. */
struct sequence_stretch {
    uint32_t from;
    uint32_t first;
    uint32_t step;
};

struct sequence {
    struct sequence_stretch *stretch; /* NULL: none, or all are in `codes` */
    size_t stretch_count;
    size_t stretch_capacity;
    size_t count;
    struct codes codes; /* all of them, once there are any */
};

void sequence_add(struct sequence *sequence, const struct arena *arena,
                  uint32_t number);
void sequence_add_run(struct sequence *sequence, const struct arena *arena,
                      struct codes_run run);
uint32_t sequence_get(const struct sequence *sequence, size_t index);

/* Keeps those of the first `count` that are not gone. */
void sequence_keep(struct sequence *sequence, const struct arena *arena,
                   const uint8_t *is_gone, size_t count);

/* Keeps no more than the first `count`. */
void sequence_cut(struct sequence *sequence, size_t count);

/* The numbers as a column, which the sequence is from now on. */
struct codes *sequence_codes(struct sequence *sequence, const struct arena *arena);
void sequence_close(struct sequence *sequence);

#endif
