/*
 * Columns: growing arrays of one kind, the storage of observations.
 *
 * A code column is as narrow as its largest code allows (1, 2 or 4 bytes) and
 * widens by itself; a number column holds doubles. Memory is the column's own
 * (pages.h, in large steps) and freed by codes_close(); when it runs out the
 * arena's failure is raised (arena.h), and the column stays as it was.
 */
#ifndef CORE_BASE_COLUMN_H
#define CORE_BASE_COLUMN_H

#include "core/base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct codes {
    void *data;
    size_t count;
    size_t capacity;
    uint8_t width; /* bytes a code: 1, 2 or 4; 0 before the first */
};

struct numbers {
    double *data;
    size_t count;
    size_t capacity;
};

/* Room for `count` elements in all, so that the column need not move until then. A
 * wish: no more memory is used for what does not come, and without any nothing happens.
 */
void codes_expect(struct codes *codes, const struct arena *arena, size_t count);
void numbers_expect(struct numbers *numbers, const struct arena *arena, size_t count);

void codes_add(struct codes *codes, const struct arena *arena, uint32_t code);
/* Adds `count` codes at once. */
void codes_add_all(struct codes *codes, const struct arena *arena, const uint32_t *code,
                   size_t count);
/* The same in two steps: room for codes that have no other bits, and later the codes,
 * which several threads may fill in at once, each its own. */
void codes_extend(struct codes *codes, const struct arena *arena, size_t count,
                  uint32_t bits);
void codes_fill(const struct codes *codes, size_t index, const uint32_t *code,
                size_t count);
/* All bits of the codes together, which are as wide as the largest of them. */
uint32_t codes_bits(const uint32_t *code, size_t count);
uint32_t codes_get(const struct codes *codes, size_t index);
/* How many codes from `index` on are those from `other` on, up to `count`. */
size_t codes_same(const struct codes *codes, size_t index, size_t other, size_t count);
/* Copies `count` codes from `index` on, which are there. */
void codes_unpack(const struct codes *codes, size_t index, size_t count, uint32_t *out);
/* Replaces every code c by map[c]; the map's values must fit 32 bits. */
void codes_remap(struct codes *codes, const struct arena *arena, const uint32_t *map);
void codes_close(struct codes *codes);

/* Leaves out the elements of which `is_gone` is not 0; it has one of each. */
void codes_keep(struct codes *codes, const uint8_t *is_gone);
void numbers_keep(struct numbers *numbers, const uint8_t *is_gone);

/* Adds first, first + step, ..., modulo 2^32. */
struct codes_run {
    uint32_t first;
    uint32_t step;
    size_t count;
};
void codes_add_run(struct codes *codes, const struct arena *arena,
                   struct codes_run run);

void numbers_add(struct numbers *numbers, const struct arena *arena, double value);
void numbers_add_all(struct numbers *numbers, const struct arena *arena,
                     const double *value, size_t count);
/* In two steps, as of codes. */
void numbers_extend(struct numbers *numbers, const struct arena *arena, size_t count);
void numbers_fill(const struct numbers *numbers, size_t index, const double *value,
                  size_t count);
void numbers_close(struct numbers *numbers);

/* A sparse code column: nothing is stored until the first code other than 0. */
void codes_add_sparse(struct codes *codes, const struct arena *arena, size_t index,
                      uint32_t code);
/* 0 beyond what is stored. */
uint32_t codes_get_sparse(const struct codes *codes, size_t index);

#endif
