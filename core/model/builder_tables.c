/*
 * What publishers' tables need: a row for the exports and another for the imports are
 * one observation, and a dimension with one member is none.
 */
#include "core/base/translate.h"
#include "core/model/builder_internal.h"
#include "core/model/row_table.h"

#include <math.h>
#include <string.h>

void builder_merge_rows(struct builder *builder)
{
    builder->merges_rows = true;
}

void builder_drop_dimension(struct builder *builder, size_t dimension)
{
    struct dataset *dataset = builder->dataset;
    size_t after = dataset->dimension_count - dimension - 1;

    codes_close(&dataset->dimension[dimension].column);
    dict_close(&dataset->dimension[dimension].codes);
    memmove(&dataset->dimension[dimension], &dataset->dimension[dimension + 1],
            after * sizeof(dataset->dimension[0]));
    memmove(&builder->dimension[dimension], &builder->dimension[dimension + 1],
            after * sizeof(builder->dimension[0]));
    dataset->dimension_count--;
    dataset->dimension[dataset->dimension_count] = (struct dimension){0};
    builder->dimension[dataset->dimension_count] = (struct pending_dimension){0};
}

/* Whether the second row says nothing that the first one says. */
static bool are_parts(const struct dataset *dataset, size_t first, size_t second)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, first) != ABSENCE_NO_ROW &&
            dataset_absence(dataset, m, second) != ABSENCE_NO_ROW)
            return false;
    return true;
}

/* Whether a later file says again what an earlier one says: files that overlap. */
static bool is_overlap(const struct dataset *dataset, size_t first, size_t second)
{
    if (dataset_file(dataset, first) == dataset_file(dataset, second))
        return false;
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, second) != ABSENCE_NO_ROW &&
            builder_differ(dataset, m, first, second))
            return false;
    return true;
}

/* Whether something is said of any figure. */
static bool has_attributes(const struct dataset *dataset)
{
    bool has_some = false;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        has_some = has_some || dataset->attribute[i].count;
        for (size_t m = 0; m < dataset->measure_count; m++)
            has_some = has_some || dataset->measure[m].attribute[i].count;
    }
    return has_some;
}

/* Puts the figures of the second row into the first. */
static void join(struct builder *builder, size_t first, size_t second,
                 bool has_attributes)
{
    struct dataset *dataset = builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct measure *measure = &dataset->measure[m];
        enum absence absence = dataset_absence(dataset, m, second);
        if (absence == ABSENCE_NO_ROW)
            continue;
        if (has_attributes)
            builder_take_attributes(builder, m, first, second);
        measure->column.data[first] = measure->column.data[second];
        codes_add_sparse(&measure->absence, &dataset->arena, first, absence);
    }
}

/* The column without the rows that are gone. */
static void keep_codes(struct codes *codes, const struct arena *arena,
                       const uint8_t *is_gone, size_t count)
{
    enum { STEP = 1024 };
    struct codes kept = {0};
    uint32_t code[STEP];
    size_t left = codes->count < count ? codes->count : count;

    for (size_t at = 0; at < left; at += STEP) {
        size_t some = left - at < STEP ? left - at : STEP;
        size_t used = 0;
        codes_unpack(codes, at, some, code);
        for (size_t i = 0; i < some; i++) {
            code[used] = code[i];
            used += !is_gone[at + i];
        }
        codes_add_all(&kept, arena, code, used);
    }
    codes_close(codes);
    *codes = kept;
}

static bool is_empty(const struct codes *codes)
{
    for (size_t i = 0; i < codes->count; i++)
        if (codes_get(codes, i))
            return false;
    return true;
}

/* Of a column that is nothing where all of it is 0. */
static void keep_sparse(struct codes *codes, const struct arena *arena,
                        const uint8_t *is_gone, size_t count)
{
    keep_codes(codes, arena, is_gone, count);
    if (is_empty(codes))
        codes_close(codes);
}

static void keep_numbers(struct numbers *numbers, const uint8_t *is_gone, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (!is_gone[i])
            numbers->data[kept++] = numbers->data[i];
    numbers->count = kept;
}

void builder_leave_rows(struct builder *builder, const uint8_t *is_gone, size_t gone)
{
    struct dataset *dataset = builder->dataset;
    const struct arena *arena = &dataset->arena;
    size_t count = dataset->observation_count;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        keep_codes(&dataset->dimension[d].column, arena, is_gone, count);
    for (size_t m = 0; m < dataset->measure_count; m++) {
        keep_numbers(&dataset->measure[m].column, is_gone, count);
        keep_sparse(&dataset->measure[m].absence, arena, is_gone, count);
        for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
            keep_sparse(&dataset->measure[m].attribute[i], arena, is_gone, count);
    }
    keep_codes(&dataset->period, arena, is_gone, count);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        keep_sparse(&dataset->attribute[i], arena, is_gone, count);
    keep_sparse(&dataset->file, arena, is_gone, count);
    keep_sparse(&builder->action, arena, is_gone, count);
    sequence_keep(&dataset->line, arena, is_gone, count);
    sequence_keep(&builder->row_column, arena, is_gone, count);
    dataset->observation_count = count - gone;
}

/* Rows that are in two files count once, and that is said. */
static void tell_overlap(struct builder *builder, size_t count)
{
    const struct dataset *dataset = builder->dataset;

    if (count)
        diag_note(builder->diags, (struct source_pos){.file = dataset->path},
                  P_("%zu row is in more than one of the %u files with the same "
                     "figures, and counted once",
                     "%zu rows are in more than one of the %u files with the same "
                     "figures, and counted once",
                     count),
                  count, dataset->file_count);
}

void builder_join_rows(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    size_t count = dataset->observation_count;
    struct row_table *table = row_table_new(dataset, &builder->scratch);
    uint8_t *is_gone = ARENA_ARRAY(&builder->scratch, uint8_t, count);
    size_t gone = 0;
    size_t overlap = 0;
    bool is_contradicted = false;
    bool attributes = has_attributes(dataset);

    for (size_t i = 0; i < count; i++) {
        size_t first = row_table_add(table, i);
        if (first == i) {
            builder_drop_deletions(builder, i);
            continue;
        }
        if (is_overlap(dataset, first, i))
            overlap++;
        else if (!builder_deletes(builder, i) && are_parts(dataset, first, i))
            join(builder, first, i, attributes);
        else if (!builder_act(builder, first, i) &&
                 !builder_repeat(builder, first, i) &&
                 !builder_supersede(builder, first, i)) {
            is_contradicted = true;
            continue;
        }
        is_gone[i] = 1;
        gone++;
    }
    gone += builder_leave_deleted(builder, is_gone, count);
    builder_move_superseded(builder, is_gone, count);
    if (gone)
        builder_leave_rows(builder, is_gone, gone);
    if (!is_contradicted)
        tell_overlap(builder, overlap);
    builder_tell_repeats(builder);
    builder_tell_actions(builder);
    builder_tell_superseded(builder);
}
