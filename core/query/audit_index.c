/*
 * The index: from a period and a member of each dimension to the observation.
 *
 * Files are sorted by something, so what one observation is looked up as is mostly what
 * follows where the one before it was found, or as far from the first of its period;
 * that is tried first. Only where it fails is there a table: a place for each key there
 * could be, where these are few, else open addressing, at most half full, seeded by
 * where it lies in memory, as in core/model/builder_duplicates.c. The loader has
 * refused duplicates, so a key has one observation.
 */
#include "core/query/audit_keys.h"

/* What is replaced for a look-up: a dimension, or the period by that of a year before.
 * Each has a trace of its own. */
enum { TRACE_YEAR_BEFORE = DIMENSION_MAX, TRACE_COUNT };

struct audit_index {
    struct arena *arena;
    bool is_dense;   /* the slot of a key is its number */
    uint32_t *slots; /* observation + 1, 0 is empty; NULL: nobody needed them yet */
    size_t slot_count;
    size_t next[TRACE_COUNT]; /* behind what was found last */
    /* By period, UINT32_MAX for none. */
    const uint32_t *before;
    const uint32_t *year_before;
    uint32_t *row_before; /* by observation, once somebody has asked */
};

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

static void make_dense(const struct audit *audit, size_t keys)
{
    const struct dataset *dataset = audit->dataset;
    struct audit_index *index = audit->index;
    uint32_t *slots = ARENA_ARRAY(index->arena, uint32_t, keys);
    size_t number[AUDIT_ROWS_AT_ONCE];
    size_t count;

    for (size_t from = 0; from < dataset->observation_count && !audit_stops(audit);
         from += count) {
        count = audit_number_rows(dataset, from, SIZE_MAX, number);
        for (size_t i = 0; i < count; i++)
            slots[number[i]] = (uint32_t)(from + i) + 1;
    }
    index->slots = slots;
    index->is_dense = true;
}

static void make_slots(const struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    struct audit_index *index = audit->index;
    size_t size = audit_table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(index->arena, uint32_t, size);

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct audit_key key = audit_key_of(dataset, i);
        size_t slot = audit_key_hash(dataset, &key, (uintptr_t)slots) & (size - 1);

        while (slots[slot])
            slot = (slot + 1) & (size - 1);
        slots[slot] = (uint32_t)i + 1;
    }
    index->slots = slots;
    index->slot_count = size;
}

static uint32_t find_slot(const struct audit *audit, const struct audit_key *key)
{
    const struct audit_index *index = audit->index;
    size_t mask;
    size_t slot;
    size_t keys;

    if (!index->slots && audit_has_few_keys(audit->dataset, SIZE_MAX, &keys))
        make_dense(audit, keys);
    else if (!index->slots)
        make_slots(audit);
    if (index->is_dense)
        /* An empty slot is 0, and so becomes OBSERVATION_NONE. */
        return index->slots[audit_key_number(audit->dataset, key)] - 1;
    mask = index->slot_count - 1;
    slot = audit_key_hash(audit->dataset, key, (uintptr_t)index->slots) & mask;
    for (; index->slots[slot]; slot = (slot + 1) & mask)
        if (audit_has_key(audit->dataset, index->slots[slot] - 1, key, SIZE_MAX))
            return index->slots[slot] - 1;
    return OBSERVATION_NONE;
}

/* Where the key is if its period has the same rows as that of another observation. */
static size_t in_parallel(const struct audit *audit, size_t observation,
                          const struct audit_key *key)
{
    uint32_t period = codes_get(&audit->dataset->period, observation);

    return audit->first_of[key->period] + (observation - audit->first_of[period]);
}

static bool is_at(const struct audit *audit, const struct audit_key *key,
                  size_t observation)
{
    return observation < audit->dataset->observation_count &&
           audit_has_key(audit->dataset, observation, key, SIZE_MAX);
}

static uint32_t find(const struct audit *audit, const struct audit_key *key,
                     size_t trace)
{
    size_t *next = &audit->index->next[trace];
    uint32_t found = (uint32_t)*next;

    if (!is_at(audit, key, *next))
        found = find_slot(audit, key);
    if (found != OBSERVATION_NONE)
        *next = (size_t)found + 1;
    return found;
}

uint32_t audit_lookup(const struct audit *audit, size_t observation, size_t dimension,
                      uint32_t replacement)
{
    struct audit_key key = audit_key_of(audit->dataset, observation);

    key.member[dimension] = replacement;
    return find(audit, &key, dimension);
}

/* How many observations from `row` on have the members of those from `other` on, and
 * the periods of both go on, up to `count`. */
static size_t same_rows(const struct dataset *dataset, size_t row, size_t other,
                        size_t count)
{
    if (other + count > dataset->observation_count)
        count = dataset->observation_count - other;
    count = codes_same(&dataset->period, row, row + 1, count - 1) + 1;
    count = codes_same(&dataset->period, other, other + 1, count - 1) + 1;
    for (size_t d = 0; d < dataset->dimension_count && count; d++)
        count = codes_same(&dataset->dimension[d].column, row, other, count);
    return count;
}

/* For each observation the one of the period before: of those that are in the same
 * order in both, all at once. */
static void find_rows_before(const struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    size_t count = dataset->observation_count;
    uint32_t *out = ARENA_ARRAY(audit->index->arena, uint32_t, count);
    size_t next = 0;

    for (size_t i = 0; i < count && !audit_stops(audit);) {
        struct audit_key key = audit_key_of(dataset, i);
        size_t same = 0;
        key.period = audit->index->before[key.period];
        if (key.period == UINT32_MAX) {
            out[i++] = OBSERVATION_NONE;
            continue;
        }
        if (!is_at(audit, &key, next))
            next = in_parallel(audit, i, &key);
        if (is_at(audit, &key, next))
            same = same_rows(dataset, i, next, count - i);
        for (size_t k = 0; k < same; k++)
            out[i++] = (uint32_t)next++;
        if (same)
            continue;
        out[i] = find_slot(audit, &key);
        next = (size_t)out[i++] + 1;
    }
    audit->index->row_before = out;
}

uint32_t audit_before(const struct audit *audit, size_t observation)
{
    if (!audit->index->row_before)
        find_rows_before(audit);
    return audit->index->row_before[observation];
}

uint32_t audit_year_before(const struct audit *audit, size_t observation)
{
    struct audit_key key = audit_key_of(audit->dataset, observation);
    size_t parallel;

    key.period = audit->index->year_before[key.period];
    if (key.period == UINT32_MAX)
        return OBSERVATION_NONE;
    parallel = in_parallel(audit, observation, &key);
    return is_at(audit, &key, parallel) ? (uint32_t)parallel
                                        : find(audit, &key, TRACE_YEAR_BEFORE);
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

static uint32_t group_dense(const struct audit *audit, size_t dimension, size_t keys,
                            uint32_t *group)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t *slots = ARENA_ARRAY(audit->scratch, uint32_t, keys);
    size_t number[AUDIT_ROWS_AT_ONCE];
    uint32_t groups = 0;
    size_t count;

    for (size_t from = 0; from < dataset->observation_count && !audit_stops(audit);
         from += count) {
        count = audit_number_rows(dataset, from, dimension, number);
        for (size_t i = 0; i < count; i++) {
            uint32_t *slot = &slots[number[i]];
            if (!*slot)
                *slot = ++groups;
            group[from + i] = *slot - 1;
        }
    }
    return groups;
}

static uint32_t group_hashed(const struct audit *audit, size_t dimension,
                             uint32_t *group)
{
    const struct dataset *dataset = audit->dataset;
    size_t size = audit_table_size(dataset);
    uint32_t *slots = ARENA_ARRAY(audit->scratch, uint32_t, size);
    uint32_t count = 0;

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct audit_key key = audit_key_of(dataset, i);
        key.member[dimension] = 0;
        size_t slot = audit_key_hash(dataset, &key, (uintptr_t)slots) & (size - 1);

        while (slots[slot] && !audit_has_key(dataset, slots[slot] - 1, &key, dimension))
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

uint32_t audit_groups(const struct audit *audit, size_t dimension, uint32_t *group)
{
    size_t keys;

    return audit_has_few_keys(audit->dataset, dimension, &keys)
               ? group_dense(audit, dimension, keys, group)
               : group_hashed(audit, dimension, group);
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
