/*
 * What publishers' tables need: rows that go, and a dimension with one member, which is
 * none.
 */
#include "core/base/threads.h"
#include "core/model/builder_internal.h"

#include <string.h>

enum { ROWS_A_THREAD = 100000 };

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

static bool is_empty(const struct codes *codes)
{
    enum { STEP = 1024 };
    uint32_t code[STEP];
    uint32_t bits = 0;

    for (size_t at = 0; at < codes->count && !bits; at += STEP) {
        size_t left = codes->count - at;
        size_t count = left < STEP ? left : STEP;
        codes_unpack(codes, at, count, code);
        bits = codes_bits(code, count);
    }
    return !bits;
}

/* Of a column that is nothing where all of it is 0. */
static void keep_sparse(struct codes *codes, const uint8_t *is_gone)
{
    codes_keep(codes, is_gone);
    if (is_empty(codes))
        codes_close(codes);
}

/* Rows of columns that several threads leave out, each of columns of its own. */
struct leaving {
    struct dataset *dataset;
    const uint8_t *is_gone;
    size_t parts;
};

static void keep_measure(struct measure *measure, const uint8_t *is_gone)
{
    numbers_keep(&measure->column, is_gone);
    keep_sparse(&measure->absence, is_gone);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        keep_sparse(&measure->attribute[i], is_gone);
}

static void keep_part(void *state, size_t part)
{
    const struct leaving *leaving = (const struct leaving *)state;
    struct dataset *dataset = leaving->dataset;

    for (size_t m = part; m < dataset->measure_count; m += leaving->parts)
        keep_measure(&dataset->measure[m], leaving->is_gone);
    for (size_t d = part; d < dataset->dimension_count; d += leaving->parts)
        codes_keep(&dataset->dimension[d].column, leaving->is_gone);
    if (part + 1 == leaving->parts)
        codes_keep(&dataset->period, leaving->is_gone);
}

void builder_leave_rows(struct builder *builder, const uint8_t *is_gone, size_t gone)
{
    struct dataset *dataset = builder->dataset;
    const struct arena *arena = &dataset->arena;
    size_t count = dataset->observation_count;
    struct leaving leaving = {dataset, is_gone, threads_for(count / ROWS_A_THREAD)};

    crew_run(builder->crew, keep_part, &leaving, leaving.parts);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        keep_sparse(&dataset->attribute[i], is_gone);
    keep_sparse(&dataset->file, is_gone);
    keep_sparse(&builder->action, is_gone);
    sequence_keep(&dataset->line, arena, is_gone, count);
    sequence_keep(&builder->row_column, arena, is_gone, count);
    dataset->observation_count = count - gone;
}
