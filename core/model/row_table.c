#include "core/model/row_table.h"

enum {
    SIZE_FIRST = 16,
    KEYS_A_ROW = 4 /* possible keys for each row that are worth a place */
};

bool row_keys_fit(const struct dataset *dataset)
{
    uint64_t keys = dataset->period_count;

    for (size_t i = 0; i < dataset->dimension_count; i++) {
        uint64_t members = dataset->dimension[i].member_count;
        if (members && keys > UINT64_MAX / members)
            return false;
        keys *= members;
    }
    return true;
}

uint64_t row_keys_count(const struct dataset *dataset, uint64_t limit)
{
    uint64_t keys = dataset->period_count;

    for (size_t i = 0; i < dataset->dimension_count && keys <= limit; i++)
        keys *= dataset->dimension[i].member_count;
    return keys <= limit ? keys : 0;
}

void row_keys(const struct dataset *dataset, size_t from, size_t count, uint64_t *key)
{
    uint32_t code[ROW_KEYS_AT_ONCE];

    codes_unpack(&dataset->period, from, count, code);
    for (size_t i = 0; i < count; i++)
        key[i] = code[i];
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        codes_unpack(&dimension->column, from, count, code);
        for (size_t i = 0; i < count; i++)
            key[i] = key[i] * dimension->member_count + code[i];
    }
}

static uint64_t mix(uint64_t state, uint64_t code)
{
    state ^= state >> 32;
    return (state ^ code) * 0x9E3779B97F4A7C15u;
}

static uint64_t key_of(const struct dataset *dataset, uint32_t period,
                       const uint32_t *code)
{
    uint64_t key = period;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        key = key * dataset->dimension[d].member_count + code[d];
    return key;
}

struct row_table *row_table_new(const struct dataset *dataset, struct arena *arena)
{
    struct row_table *table = ARENA_NEW(arena, struct row_table);
    size_t count = dataset->observation_count;
    uint64_t keys = row_keys_count(dataset, (uint64_t)count * KEYS_A_ROW);

    table->dataset = dataset;
    table->is_direct = keys > 0;
    table->size = SIZE_FIRST;
    if (table->is_direct)
        table->size = (size_t)keys;
    while (!table->is_direct && table->size < count * 2)
        table->size *= 2;
    table->slots = ARENA_ARRAY(arena, uint32_t, table->size);
    if (!table->is_direct && row_keys_fit(dataset))
        table->key = ARENA_ARRAY(arena, uint64_t, count + 1);
    return table;
}

/* Where the key is, or the empty place where it belongs. */
static uint32_t *slot_of_key(const struct row_table *table, uint64_t key)
{
    uint32_t *slots = table->slots;
    uint64_t hash = mix((uintptr_t)slots, key);
    size_t slot = (hash ^ (hash >> 29)) & (table->size - 1);

    while (slots[slot] && table->key[slots[slot] - 1] != key)
        slot = (slot + 1) & (table->size - 1);
    return &slots[slot];
}

static bool is_of(const struct dataset *dataset, size_t row, uint32_t period,
                  const uint32_t *code)
{
    if (codes_get(&dataset->period, row) != period)
        return false;
    for (size_t i = 0; i < dataset->dimension_count; i++)
        if (codes_get(&dataset->dimension[i].column, row) != code[i])
            return false;
    return true;
}

/* The same where keys do not fit. */
static uint32_t *slot_of_members(const struct row_table *table, uint32_t period,
                                 const uint32_t *code)
{
    uint32_t *slots = table->slots;
    uint64_t hash = mix((uintptr_t)slots, period);
    size_t slot;

    for (size_t i = 0; i < table->dataset->dimension_count; i++)
        hash = mix(hash, code[i]);
    slot = (hash ^ (hash >> 29)) & (table->size - 1);
    while (slots[slot] && !is_of(table->dataset, slots[slot] - 1, period, code))
        slot = (slot + 1) & (table->size - 1);
    return &slots[slot];
}

static size_t some_rows(const struct row_table *table, size_t from)
{
    size_t left = table->dataset->observation_count - from;

    return left < ROW_KEYS_AT_ONCE ? left : ROW_KEYS_AT_ONCE;
}

static uint32_t *direct_slot(struct row_table *table, size_t row)
{
    if (row < table->some_from || row - table->some_from >= table->some_count) {
        table->some_from = row;
        table->some_count = some_rows(table, row);
        row_keys(table->dataset, row, table->some_count, table->some);
    }
    return &table->slots[table->some[row - table->some_from]];
}

static uint32_t *keyed_slot(struct row_table *table, size_t row)
{
    while (row >= table->keyed) {
        size_t count = some_rows(table, table->keyed);
        row_keys(table->dataset, table->keyed, count, table->key + table->keyed);
        table->keyed += count;
    }
    return slot_of_key(table, table->key[row]);
}

static uint32_t *member_slot(const struct row_table *table, size_t row)
{
    const struct dataset *dataset = table->dataset;
    uint32_t code[DIMENSION_MAX];

    for (size_t i = 0; i < dataset->dimension_count; i++)
        code[i] = codes_get(&dataset->dimension[i].column, row);
    return slot_of_members(table, codes_get(&dataset->period, row), code);
}

size_t row_table_add(struct row_table *table, size_t row)
{
    uint32_t *slot = table->is_direct ? direct_slot(table, row)
                     : table->key     ? keyed_slot(table, row)
                                      : member_slot(table, row);

    if (!*slot)
        *slot = (uint32_t)row + 1;
    return *slot - 1;
}

size_t row_table_find(const struct row_table *table, uint32_t period,
                      const uint32_t *code)
{
    uint32_t slot;

    if (table->is_direct)
        slot = table->slots[key_of(table->dataset, period, code)];
    else if (table->key)
        slot = *slot_of_key(table, key_of(table->dataset, period, code));
    else
        slot = *slot_of_members(table, period, code);
    return slot ? slot - 1 : SIZE_MAX;
}
