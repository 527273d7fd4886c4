/*
 * The index: from a period and a member of each dimension to the observation.
 *
 * Files are sorted by something, so what one observation is looked up as is mostly what
 * follows where the one before it was found; that is tried first. Only where it fails
 * is there a table. Open addressing, at most half full, seeded by where it lies in
 * memory, as in core/model/builder_duplicates.c. The loader has refused duplicates, so
 * a key has one observation.
 */
#include "core/query/audit_internal.h"

/* What is replaced for a look-up: a dimension, or the period by the one before or by
 * that of a year before. Each has a trace of its own. */
enum { TRACE_BEFORE = DIMENSION_MAX, TRACE_YEAR_BEFORE, TRACE_COUNT };

struct audit_index {
    struct arena *arena;
    uint32_t *slots; /* observation + 1, 0 is empty; NULL: nobody needed them yet */
    size_t slot_count;
    size_t next[TRACE_COUNT]; /* behind what was found last */
    /* By period, UINT32_MAX for none. */
    const uint32_t *before;
    const uint32_t *year_before;
};

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

static void find_before(struct audit *audit, struct arena *arena)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t *before = ARENA_ARRAY(arena, uint32_t, dataset->period_count);
    uint32_t *year_before = ARENA_ARRAY(arena, uint32_t, dataset->period_count);

    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct period wanted;
        uint32_t found = p;
        before[p] =
            p > 0 && dataset->periods[p - 1].index + 1 == dataset->periods[p].index
                ? p - 1
                : UINT32_MAX;
        if (period_year_before(dataset->periods[p], &wanted))
            found = audit_period_from(audit, wanted);
        year_before[p] = found < p && period_equal(dataset->periods[found], wanted)
                             ? found
                             : UINT32_MAX;
    }
    audit->index->before = before;
    audit->index->year_before = year_before;
}

void audit_index(struct audit *audit, struct arena *arena)
{
    audit->index = ARENA_NEW(arena, struct audit_index);
    audit->index->arena = arena;
    find_first(audit, arena);
    find_before(audit, arena);
}

static void make_slots(const struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    struct audit_index *index = audit->index;
    size_t size = table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(index->arena, uint32_t, size);

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct key key = key_of(dataset, i);
        size_t slot = hash(dataset, &key, (uintptr_t)slots) & (size - 1);

        while (slots[slot])
            slot = (slot + 1) & (size - 1);
        slots[slot] = (uint32_t)i + 1;
    }
    index->slots = slots;
    index->slot_count = size;
}

static uint32_t find_slot(const struct audit *audit, const struct key *key)
{
    const struct audit_index *index = audit->index;
    size_t mask;
    size_t slot;

    if (!index->slots)
        make_slots(audit);
    mask = index->slot_count - 1;
    slot = hash(audit->dataset, key, (uintptr_t)index->slots) & mask;
    for (; index->slots[slot]; slot = (slot + 1) & mask)
        if (has_key(audit->dataset, index->slots[slot] - 1, key, SIZE_MAX))
            return index->slots[slot] - 1;
    return OBSERVATION_NONE;
}

static uint32_t find(const struct audit *audit, const struct key *key, size_t trace)
{
    size_t *next = &audit->index->next[trace];
    uint32_t found = (uint32_t)*next;

    if (*next >= audit->dataset->observation_count ||
        !has_key(audit->dataset, *next, key, SIZE_MAX))
        found = find_slot(audit, key);
    if (found != OBSERVATION_NONE)
        *next = (size_t)found + 1;
    return found;
}

uint32_t audit_lookup(const struct audit *audit, size_t observation, size_t dimension,
                      uint32_t replacement)
{
    struct key key = key_of(audit->dataset, observation);

    key.member[dimension] = replacement;
    return find(audit, &key, dimension);
}

static uint32_t find_in(const struct audit *audit, size_t observation, size_t trace,
                        const uint32_t *periods)
{
    uint32_t period = periods[codes_get(&audit->dataset->period, observation)];
    struct key key;

    if (period == UINT32_MAX)
        return OBSERVATION_NONE;
    key = key_of(audit->dataset, observation);
    key.period = period;
    return find(audit, &key, trace);
}

uint32_t audit_before(const struct audit *audit, size_t observation)
{
    return find_in(audit, observation, TRACE_BEFORE, audit->index->before);
}

uint32_t audit_year_before(const struct audit *audit, size_t observation)
{
    return find_in(audit, observation, TRACE_YEAR_BEFORE, audit->index->year_before);
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

uint32_t audit_groups(const struct audit *audit, size_t dimension, uint32_t *group)
{
    const struct dataset *dataset = audit->dataset;
    size_t size = table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(audit->scratch, uint32_t, size);
    uint32_t count = 0;

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
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

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        uint32_t parent = members[audit_member(audit, dimension, i)].parent;

        up[i] = OBSERVATION_NONE;
        while (parent != MEMBER_NONE && up[i] == OBSERVATION_NONE) {
            if (members[parent].has_rows)
                up[i] = audit_lookup(audit, i, dimension, parent);
            parent = members[parent].parent;
        }
    }
}
