#include "core/query/audit_keys.h"

/* So many keys that there could be for each row are few. */
enum { FEW = 4 };

struct audit_key audit_key_of(const struct dataset *dataset, size_t observation)
{
    struct audit_key key = {.period = codes_get(&dataset->period, observation)};

    for (size_t d = 0; d < dataset->dimension_count; d++)
        key.member[d] = codes_get(&dataset->dimension[d].column, observation);
    return key;
}

uint64_t audit_key_hash(const struct dataset *dataset, const struct audit_key *key,
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

bool audit_has_key(const struct dataset *dataset, size_t observation,
                   const struct audit_key *key, size_t skipped)
{
    if (codes_get(&dataset->period, observation) != key->period)
        return false;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != skipped &&
            codes_get(&dataset->dimension[d].column, observation) != key->member[d])
            return false;
    return true;
}

bool audit_has_few_keys(const struct dataset *dataset, size_t skipped, size_t *count)
{
    size_t limit = dataset->observation_count * (size_t)FEW + 1024;

    *count = dataset->period_count;
    for (size_t d = 0; d < dataset->dimension_count && *count <= limit; d++)
        if (d != skipped)
            *count *= dataset->dimension[d].member_count;
    return *count <= limit;
}

size_t audit_key_number(const struct dataset *dataset, const struct audit_key *key)
{
    size_t number = key->period;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        number = number * dataset->dimension[d].member_count + key->member[d];
    return number;
}

size_t audit_number_rows(const struct dataset *dataset, size_t from, size_t skipped,
                         size_t *number)
{
    size_t left = dataset->observation_count - from;
    size_t count = left < AUDIT_ROWS_AT_ONCE ? left : AUDIT_ROWS_AT_ONCE;
    uint32_t code[AUDIT_ROWS_AT_ONCE];

    codes_unpack(&dataset->period, from, count, code);
    for (size_t i = 0; i < count; i++)
        number[i] = code[i];
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        if (d == skipped)
            continue;
        codes_unpack(&dimension->column, from, count, code);
        for (size_t i = 0; i < count; i++)
            number[i] = number[i] * dimension->member_count + code[i];
    }
    return count;
}

size_t audit_table_size(const struct dataset *dataset)
{
    size_t size = 16;

    while (size < dataset->observation_count * 2)
        size *= 2;
    return size;
}
