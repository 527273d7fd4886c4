/*
 * Order: numbers of things, sorted by a key of each; equal ones stay as they are.
 *
 *     struct order order = order_new(count, &arena);   0, 1, 2, ...
 *     order.key[i] = order_key(figure[i]);             of every thing
 *     order_sort(&order);                              order.at[0] is the first
 *
 * By counting digits, or by merging where there are few. To sort by several keys,
 * begin with the last. A part of the things may be sorted by itself, with keys of all.
 */
#ifndef CORE_BASE_ORDER_H
#define CORE_BASE_ORDER_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct order {
    size_t count;
    uint32_t *at;    /* the things in order */
    uint64_t *key;   /* by thing */
    uint32_t *other; /* room for as many as `at` */
};

struct order order_new(size_t count, struct arena *arena);

/* In the order of numbers, which are none of them NAN; ~key for the other one. */
uint64_t order_key(double number);

void order_sort(struct order *order);

/* Whether two things have the same key, once they are sorted by it. */
bool order_has_equals(const struct order *order);

/* The numbers of texts, in the order of their bytes; equal ones stay as they are.
 * Memory is the arena's. */
const uint32_t *order_texts(const char *const *text, size_t count, struct arena *arena);

#endif
