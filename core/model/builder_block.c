#include "core/model/builder_block.h"

#include "core/model/builder_internal.h"

#include <math.h>

/* Figures of a row, and codes. */
static size_t figures_of_row(const struct dataset *dataset,
                             struct builder_block_form form)
{
    return form.has_flows ? 1 : dataset->measure_count;
}

static size_t codes_of_row(const struct dataset *dataset,
                           struct builder_block_form form)
{
    size_t count = 1 + dataset->dimension_count + form.has_flows;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        count += form.has_attribute[i];
    return count;
}

/* All in one piece: large memory costs less by the byte (pages.h). */
struct builder_block *builder_block_new(const struct builder *builder,
                                        struct builder_block_form form, size_t capacity,
                                        struct arena *arena)
{
    const struct dataset *dataset = builder->dataset;
    struct builder_block *block = ARENA_NEW(arena, struct builder_block);
    size_t figures = figures_of_row(dataset, form);
    double *number = (double *)arena_alloc_array(
        arena, capacity,
        figures * sizeof(*number) + codes_of_row(dataset, form) * sizeof(uint32_t));
    uint32_t *code = (uint32_t *)(number + capacity * figures);

    block->capacity = capacity;
    block->period = code;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        block->code[d] = code += capacity;
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (form.has_attribute[i])
            block->attribute[i] = code += capacity;
    if (form.has_flows) {
        block->flow = code + capacity;
        block->value = number;
        return block;
    }
    for (size_t m = 0; m < dataset->measure_count; m++)
        block->number[m] = number + capacity * m;
    return block;
}

void builder_block_clear(struct builder_block *block)
{
    block->count = 0;
    for (size_t m = 0; m < MEASURE_MAX; m++)
        block->decimals_max[m] = 0;
}

struct builder_block builder_block_rest(const struct builder_block *block)
{
    struct builder_block rest = {.capacity = block->capacity - block->count,
                                 .period = block->period + block->count};

    for (size_t d = 0; d < DIMENSION_MAX && block->code[d]; d++)
        rest.code[d] = block->code[d] + block->count;
    for (size_t m = 0; m < MEASURE_MAX && block->number[m]; m++)
        rest.number[m] = block->number[m] + block->count;
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        rest.attribute[i] =
            block->attribute[i] ? block->attribute[i] + block->count : NULL;
    if (block->flow) {
        rest.flow = block->flow + block->count;
        rest.value = block->value + block->count;
    }
    return rest;
}

struct builder_words builder_spellings(const struct builder *builder)
{
    return (struct builder_words){&builder->spellings, builder->spelling_period};
}

struct builder_words builder_flows(const struct builder *builder)
{
    return (struct builder_words){&builder->flows, builder->flow_measure};
}

void builder_keep_flow(struct builder *builder, struct builder_text word,
                       size_t measure)
{
    uint32_t number;

    /* Others are looked up each time. */
    if (measure == MEASURE_NONE || builder->flows.count == BUILDER_FLOWS_MAX ||
        dict_find(&builder->flows, word.text, word.length) != DICT_NONE)
        return;
    number =
        dict_add(&builder->flows, &builder->dataset->arena, word.text, word.length);
    builder->flow_measure[number] = (uint32_t)measure;
}

void builder_forget_flows(struct builder *builder)
{
    dict_close(&builder->flows);
    builder->flows = (struct dict){0};
}

bool builder_has_room(const struct builder *builder, size_t count)
{
    return OBSERVATION_MAX - builder->dataset->observation_count >= count;
}

void builder_expect(struct builder *builder, size_t count)
{
    struct dataset *dataset = builder->dataset;
    const struct arena *arena = &dataset->arena;

    if (!builder_has_room(builder, count))
        return;
    count += dataset->observation_count;
    codes_expect(&dataset->period, arena, count);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        codes_expect(&dataset->dimension[d].column, arena, count);
    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct measure *measure = &dataset->measure[m];
        numbers_expect(&measure->column, arena, count);
        /* Where each row has one figure, each has absences. */
        if (measure->absence.count == dataset->observation_count)
            codes_expect(&measure->absence, arena, count);
    }
}

/* The largest without its sign, and whether some are missing: four at a time. */
static bool survey(const double *value, size_t count, double *largest)
{
    enum { STEP = 4 };
    double most[STEP] = {0};
    double all[STEP] = {0};
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++) {
            double size = fabs(value[i + k]);
            most[k] = size > most[k] ? size : most[k];
            /* Nothing but what is missing does not stay zero: figures are finite. */
            all[k] += 0 * size;
        }
    for (; i < count; i++) {
        double size = fabs(value[i]);
        most[0] = size > most[0] ? size : most[0];
        all[0] += 0 * size;
    }
    for (size_t k = 1; k < STEP; k++) {
        most[0] = most[k] > most[0] ? most[k] : most[0];
        all[0] += all[k];
    }
    *largest = most[0];
    return isnan(all[0]);
}

/* The same of rows with one figure each. */
static void survey_flows(struct builder_block *block, size_t measures)
{
    for (size_t m = 0; m < measures; m++) {
        block->largest[m] = 0;
        block->has_missing[m] = false;
    }
    for (size_t i = 0; i < block->count; i++) {
        double size = fabs(block->value[i]);
        double *largest = &block->largest[block->flow[i]];
        *largest = size > *largest ? size : *largest;
    }
}

static bool have_all_rows(const struct dimension *dimension)
{
    bool has_rows = true;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        has_rows &= dimension->members[i].has_rows;
    return has_rows;
}

static bool has_new_member(const struct dimension *dimension, const uint32_t *code,
                           size_t count)
{
    bool has_rows = true;

    /* Few are looked at sooner than the rows: most blocks have nobody new. */
    if (dimension->member_count < count / 4 && have_all_rows(dimension))
        return false;
    /* A member that comes with a row before is not there yet. */
    for (size_t i = 0; i < count; i++)
        has_rows &=
            code[i] >= dimension->member_count || dimension->members[code[i]].has_rows;
    return !has_rows;
}

void builder_survey_block(const struct builder *builder, struct builder_block *block)
{
    const struct dataset *dataset = builder->dataset;
    size_t count = block->count;

    block->period_bits = codes_bits(block->period, count);
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        block->code_bits[d] = codes_bits(block->code[d], count);
        block->has_new[d] =
            has_new_member(&dataset->dimension[d], block->code[d], count);
    }
    if (block->flow)
        survey_flows(block, dataset->measure_count);
    for (size_t m = 0; !block->flow && m < dataset->measure_count; m++)
        block->has_missing[m] = survey(block->number[m], count, &block->largest[m]);
}

static void place_dimension(struct builder *builder, size_t number,
                            const struct builder_block *block)
{
    struct dimension *dimension = &builder->dataset->dimension[number];
    const uint32_t *code = block->code[number];

    codes_extend(&dimension->column, &builder->dataset->arena, block->count,
                 block->code_bits[number]);
    for (size_t i = 0; block->has_new[number] && i < block->count; i++)
        dimension->members[code[i]].has_rows = true;
}

/* Of a measure, where rows have one figure each. */
static void place_absences(struct builder *builder, size_t number,
                           const struct builder_block *block)
{
    struct dataset *dataset = builder->dataset;
    struct codes *absence = &dataset->measure[number].absence;
    struct codes_run before = {ABSENCE_NONE, 0, block->first - absence->count};

    codes_add_run(absence, &dataset->arena, before);
    codes_extend(absence, &dataset->arena, block->count, ABSENCE_COUNT);
}

static void place_attribute(struct builder *builder, enum attribute attribute,
                            const struct builder_block *block)
{
    struct dataset *dataset = builder->dataset;
    const uint32_t *number = block->attribute[attribute];

    for (size_t i = 0; number && i < block->count; i++)
        codes_add_sparse(&dataset->attribute[attribute], &dataset->arena,
                         block->first + i, number[i]);
}

static void place_measure(struct builder *builder, size_t number,
                          const struct builder_block *block)
{
    struct dataset *dataset = builder->dataset;
    struct measure *measure = &dataset->measure[number];
    struct pending_measure *pending = &builder->measure[number];

    numbers_extend(&measure->column, &dataset->arena, block->count);
    if (block->flow)
        place_absences(builder, number, block);
    for (size_t i = 0; block->has_missing[number] && i < block->count; i++)
        if (isnan(block->number[number][i]))
            codes_add_sparse(&measure->absence, &dataset->arena, block->first + i,
                             ABSENCE_NOT_AVAILABLE);
    if (block->largest[number] > pending->largest)
        pending->largest = block->largest[number];
    if (block->decimals_max[number] > pending->decimals_max)
        pending->decimals_max = block->decimals_max[number];
}

/* Nothing is kept of the first file, and so of one file alone. */
static void add_file(struct dataset *dataset, size_t count)
{
    uint32_t file = dataset->file_count ? dataset->file_count - 1 : 0;

    for (size_t i = 0; file && i < count; i++)
        codes_add_sparse(&dataset->file, &dataset->arena,
                         dataset->observation_count + i, file);
}

void builder_place_block(struct builder *builder, struct builder_block *block)
{
    struct dataset *dataset = builder->dataset;
    struct arena *arena = &dataset->arena;

    block->first = dataset->observation_count;
    codes_extend(&dataset->period, arena, block->count, block->period_bits);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        place_dimension(builder, d, block);
    for (size_t m = 0; m < dataset->measure_count; m++)
        place_measure(builder, m, block);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        place_attribute(builder, (enum attribute)i, block);
    add_file(dataset, block->count);
    sequence_add_run(&dataset->line, arena,
                     (struct codes_run){(uint32_t)block->line, 1, block->count});
    sequence_add_run(&builder->row_column, arena,
                     (struct codes_run){block->column, 0, block->count});
    dataset->observation_count += block->count;
}

/* Of a measure, where rows have one figure each. */
static void fill_flow(const struct builder_block *block, size_t number,
                      const struct measure *measure)
{
    enum { STEP = 1024 };
    double figure[STEP];
    uint32_t absence[STEP];

    for (size_t at = 0; at < block->count; at += STEP) {
        size_t left = block->count - at;
        size_t count = left < STEP ? left : STEP;
        for (size_t i = 0; i < count; i++) {
            bool has_row = block->flow[at + i] == number;
            double value = block->value[at + i];
            figure[i] = has_row ? value : NAN;
            absence[i] = !has_row       ? ABSENCE_NO_ROW
                         : isnan(value) ? ABSENCE_NOT_AVAILABLE
                                        : ABSENCE_NONE;
        }
        numbers_fill(&measure->column, block->first + at, figure, count);
        codes_fill(&measure->absence, block->first + at, absence, count);
    }
}

void builder_fill_block(const struct builder *builder,
                        const struct builder_block *block)
{
    const struct dataset *dataset = builder->dataset;
    size_t first = block->first;
    size_t count = block->count;

    codes_fill(&dataset->period, first, block->period, count);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        codes_fill(&dataset->dimension[d].column, first, block->code[d], count);
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (block->flow)
            fill_flow(block, m, &dataset->measure[m]);
        else
            numbers_fill(&dataset->measure[m].column, first, block->number[m], count);
}

void builder_add_block(struct builder *builder, struct builder_block *block)
{
    builder_survey_block(builder, block);
    builder_place_block(builder, block);
    builder_fill_block(builder, block);
}
