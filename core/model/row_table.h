/*
 * Keys of observations, the period and a member of each dimension, and a table of which
 * row was the first to have one.
 *
 * A key is a number: its digits are period and members, its bases how many of each
 * there are. Where all possible keys are few, the table has a place for each; else it
 * is an open-addressing table of row numbers + 1, at most half full, whose seed is
 * where it lies in memory, so that no file can be written to collide on every run. Keys
 * that do not fit 64 bits are compared member by member.
 */
#ifndef CORE_MODEL_ROW_TABLE_H
#define CORE_MODEL_ROW_TABLE_H

#include "core/model/dataset.h"

enum { ROW_KEYS_AT_ONCE = 1024 };

/* Whether all possible keys fit 64 bits. */
bool row_keys_fit(const struct dataset *dataset);
/* How many keys are possible; 0: none, or more than `limit`. */
uint64_t row_keys_count(const struct dataset *dataset, uint64_t limit);
/* The keys of up to ROW_KEYS_AT_ONCE rows from one on, where they fit. */
void row_keys(const struct dataset *dataset, size_t from, size_t count, uint64_t *key);

struct row_table {
    const struct dataset *dataset;
    uint32_t *slots; /* row + 1, 0 is empty */
    size_t size;
    bool is_direct; /* slots are by key */
    uint64_t *key;  /* by row, of those up to `keyed`; NULL: keys do not fit */
    size_t keyed;
    uint64_t some[ROW_KEYS_AT_ONCE]; /* of a direct one: keys from `some_from` on */
    size_t some_from;
    size_t some_count;
};

/* Memory is the arena's. No rows, members or periods may come while it is in use. */
struct row_table *row_table_new(const struct dataset *dataset, struct arena *arena);
/* The row itself when it is the first of its kind. */
size_t row_table_add(struct row_table *table, size_t row);
/* The same where slots are by key, of a row whose key is known: several threads may
 * do that at once, each for keys of its own. */
static inline size_t row_table_add_key(const struct row_table *table, uint64_t key,
                                       size_t row)
{
    uint32_t *slot = &table->slots[key];

    if (!*slot)
        *slot = (uint32_t)row + 1;
    return *slot - 1;
}

/* The row of a period and a member of each dimension; SIZE_MAX: there is none. */
size_t row_table_find(const struct row_table *table, uint32_t period,
                      const uint32_t *code);

#endif
