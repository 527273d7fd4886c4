/*
 * The index: from a period and a member of each dimension to the observation.
 *
 * Open addressing, at most half full, seeded by where it lies in memory, as in
 * core/model/builder_duplicates.c. The loader has refused duplicates, so a key has one
 * observation.
 */
#include "core/query/audit_internal.h"

struct key {
    uint32_t period;
    uint32_t member[DIMENSION_MAX];
};

static struct key key_of(const struct dataset *dataset, size_t observation)
{
    struct key key = {.period = codes_get(&dataset->period, observation)};

    for (size_t d = 0; d < dataset->dimension_count; d++)
        key.member[d] = codes_get(&dataset->dimension[d].column, observation);
    return key;
}

static uint64_t hash(const struct dataset *dataset, const struct key *key,
                     uint64_t seed)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t state = (seed ^ key->period) * factor;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        state ^= state >> 32;
        state = (state ^ key->member[d]) * factor;
    }
    return state ^ (state >> 29);
}

/* Whether the observation has the key; `skipped` is a dimension that does not count. */
static bool has_key(const struct dataset *dataset, size_t observation,
                    const struct key *key, size_t skipped)
{
    if (codes_get(&dataset->period, observation) != key->period)
        return false;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != skipped &&
            codes_get(&dataset->dimension[d].column, observation) != key->member[d])
            return false;
    return true;
}

static size_t table_size(const struct dataset *dataset)
{
    size_t size = 16;

    while (size < dataset->observation_count * 2)
        size *= 2;
    return size;
}

static void find_first(struct audit *audit, struct arena *arena)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, dataset->period_count);

    for (size_t i = dataset->observation_count; i-- > 0;)
        first[codes_get(&dataset->period, i)] = (uint32_t)i;
    audit->first_of = first;
}

void audit_index(struct audit *audit, struct arena *arena)
{
    const struct dataset *dataset = audit->dataset;
    size_t size = table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(arena, uint32_t, size);

    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct key key = key_of(dataset, i);
        size_t slot = hash(dataset, &key, (uintptr_t)slots) & (size - 1);

        while (slots[slot])
            slot = (slot + 1) & (size - 1);
        slots[slot] = (uint32_t)i + 1;
    }
    audit->slots = slots;
    audit->slot_count = size;
    find_first(audit, arena);
}

uint32_t audit_lookup(const struct audit *audit, size_t observation, size_t dimension,
                      uint32_t replacement)
{
    const struct dataset *dataset = audit->dataset;
    struct key key = key_of(dataset, observation);
    size_t mask = audit->slot_count - 1;
    size_t slot;

    if (dimension == AUDIT_PERIOD)
        key.period = replacement;
    else
        key.member[dimension] = replacement;
    slot = hash(dataset, &key, (uintptr_t)audit->slots) & mask;
    for (; audit->slots[slot]; slot = (slot + 1) & mask)
        if (has_key(dataset, audit->slots[slot] - 1, &key, SIZE_MAX))
            return audit->slots[slot] - 1;
    return OBSERVATION_NONE;
}

uint32_t audit_before(const struct audit *audit, size_t observation)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t period = codes_get(&dataset->period, observation);

    if (period == 0 ||
        dataset->periods[period - 1].index + 1 != dataset->periods[period].index)
        return OBSERVATION_NONE;
    return audit_lookup(audit, observation, AUDIT_PERIOD, period - 1);
}

uint32_t audit_period_from(const struct audit *audit, struct period period)
{
    uint32_t low = 0;
    uint32_t high = audit->dataset->period_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (period_compare(audit->dataset->periods[middle], period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t audit_year_before(const struct audit *audit, size_t observation)
{
    const struct dataset *dataset = audit->dataset;
    struct period wanted;
    uint32_t found;

    if (!period_year_before(dataset->periods[codes_get(&dataset->period, observation)],
                            &wanted))
        return OBSERVATION_NONE;
    found = audit_period_from(audit, wanted);
    if (!period_equal(dataset->periods[found], wanted))
        return OBSERVATION_NONE;
    return audit_lookup(audit, observation, AUDIT_PERIOD, found);
}

uint32_t audit_groups(const struct audit *audit, size_t dimension, uint32_t *group)
{
    const struct dataset *dataset = audit->dataset;
    size_t size = table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(audit->scratch, uint32_t, size);
    uint32_t count = 0;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct key key = key_of(dataset, i);
        key.member[dimension] = 0;
        size_t slot = hash(dataset, &key, (uintptr_t)slots) & (size - 1);

        while (slots[slot] && !has_key(dataset, slots[slot] - 1, &key, dimension))
            slot = (slot + 1) & (size - 1);
        if (slots[slot]) {
            group[i] = group[slots[slot] - 1];
        } else {
            slots[slot] = (uint32_t)i + 1;
            group[i] = count++;
        }
    }
    return count;
}

void audit_parents(const struct audit *audit, size_t dimension, uint32_t *up)
{
    const struct dataset *dataset = audit->dataset;
    const struct member *members = dataset->dimension[dimension].members;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t parent = members[audit_member(audit, dimension, i)].parent;

        up[i] = OBSERVATION_NONE;
        while (parent != MEMBER_NONE && up[i] == OBSERVATION_NONE) {
            if (members[parent].has_rows)
                up[i] = audit_lookup(audit, i, dimension, parent);
            parent = members[parent].parent;
        }
    }
}
