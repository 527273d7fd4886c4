#include "core/base/threads.h"
#include "core/base/translate.h"
#include "core/model/builder_internal.h"
#include "core/model/row_table.h"

#include <string.h>

enum { ROWS_A_THREAD = 100000 };

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
            first, again);
    else
        diag_error(builder->diags, at, "%speriod %s given again; first at line %zu",
                   key, period, before.line);
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
    uint64_t key[ROW_KEYS_AT_ONCE];
    bool is_rising = true;
    size_t count;

    /* The last of some is the first of those that follow. */
    for (from -= part > 0; from + 1 < end && is_rising; from += count - 1) {
        count = end - from < ROW_KEYS_AT_ONCE ? end - from : ROW_KEYS_AT_ONCE;
        row_keys(dataset, from, count, key);
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
    uint64_t key[ROW_KEYS_AT_ONCE];
    uint64_t *seen;

    if (row_keys_fit(dataset) && do_keys_rise(builder))
        return true;
    /* A bit each is less than the table of rows would take. */
    keys =
        row_keys_count(dataset, dataset->observation_count * (uint64_t)64 + (1u << 20));
    if (!keys)
        return false;
    seen = ARENA_ARRAY(&builder->scratch, uint64_t, keys / 64 + 1);
    for (size_t from = 0; from < dataset->observation_count; from += ROW_KEYS_AT_ONCE) {
        size_t left = dataset->observation_count - from;
        size_t count = left < ROW_KEYS_AT_ONCE ? left : ROW_KEYS_AT_ONCE;
        row_keys(dataset, from, count, key);
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
    struct row_table *table = row_table_new(dataset, &builder->scratch);

    for (size_t i = 0; i < dataset->observation_count; i++) {
        size_t first = row_table_add(table, i);
        if (first == i)
            continue;
        if (builder->diags->kept < DIAG_LIMIT)
            report(builder, first, i);
        else
            builder->diags->count[SEVERITY_ERROR]++;
    }
    builder_tell_hidden(builder);
}
