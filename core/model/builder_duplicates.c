#include "core/base/threads.h"
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <string.h>

enum { KEYS_AT_ONCE = 1024, ROWS_A_THREAD = 100000 };

static uint64_t mix(uint64_t state, uint32_t code)
{
    state ^= state >> 32;
    return (state ^ code) * 0x9E3779B97F4A7C15u;
}

/* Of a key for the whole observation: its period and its member of each dimension. */
static uint64_t hash(const struct dataset *dataset, uint32_t period,
                     const uint32_t *code, uint64_t seed)
{
    uint64_t state = mix(seed, period);

    for (size_t i = 0; i < dataset->dimension_count; i++)
        state = mix(state, code[i]);
    return state ^ (state >> 29);
}

static uint32_t key_of(const struct dataset *dataset, size_t observation,
                       uint32_t code[DIMENSION_MAX])
{
    for (size_t i = 0; i < dataset->dimension_count; i++)
        code[i] = codes_get(&dataset->dimension[i].column, observation);
    return codes_get(&dataset->period, observation);
}

static bool is_of(const struct dataset *dataset, size_t observation, uint32_t period,
                  const uint32_t *code)
{
    if (codes_get(&dataset->period, observation) != period)
        return false;
    for (size_t i = 0; i < dataset->dimension_count; i++)
        if (codes_get(&dataset->dimension[i].column, observation) != code[i])
            return false;
    return true;
}

bool builder_has_overlap(const struct builder *builder)
{
    return builder->has_overlap;
}

static void report(struct builder *builder, size_t first, size_t again)
{
    const struct dataset *dataset = builder->dataset;
    struct source_pos at = dataset_place(dataset, again);
    struct source_pos before = dataset_place(dataset, first);
    bool is_elsewhere = strcmp(at.file, before.file) != 0;
    char period[PERIOD_SHOWN_MAX];
    const char *key = "";

    for (size_t i = 0; i < dataset->dimension_count; i++) {
        const struct dimension *dimension = &dataset->dimension[i];
        uint32_t member = codes_get(&dimension->column, again);
        const char *code = dimension->members[member].code;
        struct builder_text text = {.text = code, .length = strlen(code)};

        key = arena_printf(&builder->scratch, "%s%s %s, ", key, dimension->id,
                           builder_quote(builder, text));
    }
    period_show(period, dataset->periods[codes_get(&dataset->period, again)]);
    at.column = sequence_get(&builder->row_column, again);
    builder->has_overlap = builder->has_overlap || is_elsewhere;
    if (is_elsewhere)
        diag_error(builder->diags, at,
                   "%speriod %s: other figures than at line %zu of %s; if files are "
                   "given from old to new, --revise lets the newer ones count",
                   key, period, before.line, before.file);
    else if (builder->merges_rows)
        builder_report_repeat(
            builder, at, arena_printf(&builder->scratch, _("%speriod %s"), key, period),
            before, builder_is_repeat(builder, first, again));
    else
        diag_error(builder->diags, at, "%speriod %s given again; first at line %zu",
                   key, period, before.line);
}

struct row_table row_table_new(const struct dataset *dataset, struct arena *arena)
{
    struct row_table table = {.dataset = dataset, .size = 16};

    while (table.size < dataset->observation_count * 2)
        table.size *= 2;
    table.slots = ARENA_ARRAY(arena, uint32_t, table.size);
    return table;
}

/* The slot of the key, or the empty one where it belongs. */
static uint32_t *slot_of(const struct row_table *table, uint32_t period,
                         const uint32_t *code)
{
    uint32_t *slots = table->slots;
    size_t slot =
        hash(table->dataset, period, code, (uintptr_t)slots) & (table->size - 1);

    while (slots[slot] && !is_of(table->dataset, slots[slot] - 1, period, code))
        slot = (slot + 1) & (table->size - 1);
    return &slots[slot];
}

size_t row_table_add(struct row_table *table, size_t row)
{
    uint32_t code[DIMENSION_MAX];
    uint32_t period = key_of(table->dataset, row, code);
    uint32_t *slot = slot_of(table, period, code);

    if (!*slot)
        *slot = (uint32_t)row + 1;
    return *slot - 1;
}

size_t row_table_find(const struct row_table *table, uint32_t period,
                      const uint32_t *code)
{
    uint32_t slot = *slot_of(table, period, code);

    return slot ? slot - 1 : SIZE_MAX;
}

/* Whether the numbers of all possible keys fit 64 bits. */
static bool can_number(const struct dataset *dataset)
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

/* Whether the numbers of all possible keys are few enough for a bit each: no more than
 * the table of rows would take. */
static bool has_few_keys(const struct dataset *dataset, uint64_t *keys)
{
    uint64_t limit = dataset->observation_count * (uint64_t)64 + (1u << 20);

    *keys = dataset->period_count;
    for (size_t i = 0; i < dataset->dimension_count && *keys <= limit; i++)
        *keys *= dataset->dimension[i].member_count;
    return *keys <= limit;
}

/* The numbers of the keys of some rows: as digits of a number whose bases are how many
 * periods and members there are. */
static void number_keys(const struct dataset *dataset, size_t from, size_t count,
                        uint64_t *key)
{
    uint32_t code[KEYS_AT_ONCE];

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

/* Rows whose keys several threads look at. */
struct rising {
    const struct dataset *dataset;
    size_t parts;
    bool is_so[THREADS_MAX];
};

/* Whether the keys of a part go up, from the last row before it on. */
static void see_whether_rising(void *state, size_t part)
{
    struct rising *rising = (struct rising *)state;
    const struct dataset *dataset = rising->dataset;
    size_t from = dataset->observation_count / rising->parts * part;
    size_t end = part + 1 < rising->parts
                     ? from + dataset->observation_count / rising->parts
                     : dataset->observation_count;
    uint64_t key[KEYS_AT_ONCE];
    bool is_rising = true;
    size_t count;

    /* The last of some is the first of those that follow. */
    for (from -= part > 0; from + 1 < end && is_rising; from += count - 1) {
        count = end - from < KEYS_AT_ONCE ? end - from : KEYS_AT_ONCE;
        number_keys(dataset, from, count, key);
        for (size_t i = 1; i < count; i++)
            is_rising &= key[i - 1] < key[i];
    }
    rising->is_so[part] = is_rising;
}

/* Whether the keys of the rows go up, as they do in a file that is in order. */
static bool do_keys_rise(const struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    struct rising rising = {
        .dataset = dataset,
        .parts = threads_for(dataset->observation_count / ROWS_A_THREAD),
    };
    bool do_rise = true;

    crew_run(builder->crew, see_whether_rising, &rising, rising.parts);
    for (size_t i = 0; i < rising.parts; i++)
        do_rise = do_rise && rising.is_so[i];
    return do_rise;
}

bool builder_keys_differ(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    uint64_t keys;
    uint64_t key[KEYS_AT_ONCE];
    uint64_t *seen;

    if (can_number(dataset) && do_keys_rise(builder))
        return true;
    if (!has_few_keys(dataset, &keys))
        return false;
    seen = ARENA_ARRAY(&builder->scratch, uint64_t, keys / 64 + 1);
    for (size_t from = 0; from < dataset->observation_count; from += KEYS_AT_ONCE) {
        size_t left = dataset->observation_count - from;
        size_t count = left < KEYS_AT_ONCE ? left : KEYS_AT_ONCE;
        number_keys(dataset, from, count, key);
        for (size_t i = 0; i < count; i++) {
            uint64_t bit = (uint64_t)1 << key[i] % 64;
            if (seen[key[i] / 64] & bit)
                return false;
            seen[key[i] / 64] |= bit;
        }
    }
    return true;
}

void builder_find_duplicates(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    struct row_table table = row_table_new(dataset, &builder->scratch);

    for (size_t i = 0; i < dataset->observation_count; i++) {
        size_t first = row_table_add(&table, i);
        if (first == i)
            continue;
        if (builder->diags->kept < DIAG_LIMIT)
            report(builder, first, i);
        else
            builder->diags->count[SEVERITY_ERROR]++;
    }
    builder_tell_hidden(builder);
}
