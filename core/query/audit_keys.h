/*
 * Keys: the period and the members of an observation, for the index of the audits
 * (audit_index.c). A key has a hash and, where the keys that there could be are few, a
 * number of its own.
 */
#ifndef CORE_QUERY_AUDIT_KEYS_H
#define CORE_QUERY_AUDIT_KEYS_H

#include "core/query/audit_internal.h"

enum { AUDIT_ROWS_AT_ONCE = 1024 };

struct audit_key {
    uint32_t period;
    uint32_t member[DIMENSION_MAX];
};

struct audit_key audit_key_of(const struct dataset *dataset, size_t observation);
uint64_t audit_key_hash(const struct dataset *dataset, const struct audit_key *key,
                        uint64_t seed);

/* Whether the observation has the key; `skipped` is a dimension that does not count. */
bool audit_has_key(const struct dataset *dataset, size_t observation,
                   const struct audit_key *key, size_t skipped);

/* Whether the keys that there could be are few, without one dimension, and how many
 * they are. */
bool audit_has_few_keys(const struct dataset *dataset, size_t skipped, size_t *count);

/* The number of a key: digits of a number whose bases are how many members there are.
 */
size_t audit_key_number(const struct dataset *dataset, const struct audit_key *key);

/* The numbers of rows from `from` on, without one dimension; returns how many, at most
 * AUDIT_ROWS_AT_ONCE. */
size_t audit_number_rows(const struct dataset *dataset, size_t from, size_t skipped,
                         size_t *number);

/* Of a table of all observations, at most half full. */
size_t audit_table_size(const struct dataset *dataset);

#endif
