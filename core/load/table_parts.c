#include "core/load/table_parts.h"

#include <string.h>

enum {
    BLOCK_ROWS = PARTS_ROWS / THREADS_MAX,
    FEW_BYTES = 64 * 1024,   /* of lines, whose rows are no whole block */
    PART_BYTES = 96 * 1024,  /* of lines, that are worth a thread */
    REACH_FIRST = 64 * 1024, /* of lines that may not all be straight */
    SLICES_MAX = STRAIGHT_GUESSES + 1,
    LENGTH_BYTES = 512 /* of lines, whose length others are taken to have */
};

/* Lines between two that are left to table_next(). */
struct slice {
    struct builder_block block;
    size_t used; /* bytes of its lines */
    size_t left; /* of the part, behind them */
    size_t gap;  /* of the line that is left out there; 0: the reading has stopped */
    uint32_t guess_count; /* of the part's, that its rows may have */
    bool is_placed;       /* and waits to be filled in */
};

/* Lines that one thread reads, once it has filled in what it read before. */
struct part {
    struct straight_run run;
    const struct builder *builder;
    struct builder_block *block; /* whose room the slices share */
    const char *text;
    size_t size;
    struct slice slice[SLICES_MAX];
    size_t slice_count;
    struct straight_guess guess[STRAIGHT_GUESSES];
    uint32_t guess_count;
};

struct table_parts {
    struct table_reader *reader;
    const struct straight_shape *shape;
    struct part *part;
    size_t part_count; /* that there are */
    size_t count;      /* of the parts that the last lines were shared among */
    size_t reach;      /* bytes that are tried at once: more each time it went well */
    size_t dimension_count; /* that the blocks are made for */
    size_t measure_count;
    bool is_ahead; /* there are slices behind the line that was left out last */
    size_t at_part;
    size_t at_slice; /* the next of them */
    size_t expected; /* where that line ends: see table_taken() */
};

struct table_parts *table_parts_open(struct table_reader *reader,
                                     const struct straight_shape *shape)
{
    struct table_parts *parts = ARENA_NEW(reader->arena, struct table_parts);

    parts->reader = reader;
    parts->shape = shape;
    return parts;
}

void table_parts_forget(struct table_parts *parts)
{
    parts->is_ahead = false;
    for (size_t i = 0; i < parts->part_count; i++)
        if (parts->part[i].builder)
            straight_forget(&parts->part[i].run);
}

bool table_parts_are_ahead(const struct table_parts *parts)
{
    return parts->is_ahead && table_taken(parts->reader->table) == parts->expected;
}

static void fill_part(void *state, size_t number)
{
    struct part *part = (struct part *)state + number;

    for (size_t i = 0; i < part->slice_count; i++)
        if (part->slice[i].is_placed)
            builder_fill_block(part->builder, &part->slice[i].block);
    part->slice_count = 0;
}

/* Reads lines up to one that is not straight, and guesses what is not known in it. */
static void read_slice(struct part *part, struct slice *slice, const char *text,
                       size_t size)
{
    struct straight_guess *guess = &part->guess[part->guess_count];

    slice->is_placed = false;
    slice->guess_count = part->guess_count;
    straight_aim(&part->run, &slice->block);
    slice->used = straight_read(&part->run, text, size);
    slice->left = size - slice->used;
    slice->gap = 0;
    builder_survey_block(part->builder, &slice->block);
    if (!slice->left || part->guess_count == STRAIGHT_GUESSES ||
        !straight_guess(&part->run, guess))
        return;
    text += slice->used;
    slice->gap = (size_t)((const char *)memchr(text, '\n', slice->left) - text) + 1;
    part->guess_count++;
}

static void read_part(void *state, size_t number)
{
    struct part *part = (struct part *)state + number;
    const char *text = part->text;
    const char *end = text + part->size;
    struct slice *slice;

    fill_part(state, number);
    part->guess_count = 0;
    do {
        slice = &part->slice[part->slice_count++];
        slice->block =
            part->slice_count > 1 ? builder_block_rest(&slice[-1].block) : *part->block;
        read_slice(part, slice, text, (size_t)(end - text));
        text += slice->used + slice->gap;
    } while (slice->gap);
}

/* Fills in what waits for it, of the parts from one on. */
static void settle(struct table_parts *parts, size_t from)
{
    size_t count = parts->part_count;

    while (count > from && !parts->part[count - 1].slice_count)
        count--;
    if (count > from)
        crew_run(builder_crew(parts->reader->builder), fill_part, parts->part + from,
                 count - from);
}

void table_parts_settle(struct table_parts *parts)
{
    parts->is_ahead = false;
    settle(parts, 0);
}

/* So many rows a part may well have; what has more only fills its block sooner. */
static size_t rows_of(const struct part *part)
{
    const char *at = part->text;
    const char *sample = at + (part->size < LENGTH_BYTES ? part->size : LENGTH_BYTES);
    size_t lines = 0;
    size_t rows;

    while (at && at < sample) {
        at = (const char *)memchr(at, '\n', (size_t)(part->text + part->size - at));
        at = at ? at + 1 : NULL;
        lines++;
    }
    rows = at ? part->size / ((size_t)(at - part->text) / lines) : BLOCK_ROWS;
    rows += rows / 2 + SLICES_MAX;
    return rows < BLOCK_ROWS ? rows : BLOCK_ROWS;
}

/* A part's block and run, made anew when there is another dimension or measure. */
static void prepare(struct table_parts *parts, struct part *part)
{
    struct table_reader *reader = parts->reader;
    const size_t wanted = part->size < FEW_BYTES ? rows_of(part) : BLOCK_ROWS;

    /* Slices that wait to be filled in keep the room that they have. */
    if (!part->block || part->block->capacity < wanted)
        part->block = builder_block_new(reader->builder, straight_form(parts->shape),
                                        wanted, reader->arena);
    part->builder = reader->builder;
    part->run.shape = parts->shape;
    part->run.arena = reader->arena;
    straight_begin(&part->run, reader->builder, reader->dataset);
}

static void forget_blocks(struct table_parts *parts)
{
    const struct dataset *dataset = parts->reader->dataset;

    if (parts->dimension_count == dataset->dimension_count &&
        parts->measure_count == dataset->measure_count)
        return;
    settle(parts, 0);
    for (size_t i = 0; i < parts->part_count; i++)
        parts->part[i].block = NULL;
    parts->dimension_count = dataset->dimension_count;
    parts->measure_count = dataset->measure_count;
}

/* There are seldom more than one or two. What a run points to of its part is aimed at
 * anew for each slice. */
static void make_parts(struct table_parts *parts, size_t count)
{
    struct part *part;

    if (count <= parts->part_count)
        return;
    part = ARENA_ARRAY(parts->reader->arena, struct part, count);
    if (parts->part_count)
        memcpy(part, parts->part, parts->part_count * sizeof(*part));
    parts->part = part;
    parts->part_count = count;
}

/* Shares lines out; each part ends with a line. */
static void share(struct table_parts *parts, const char *text, size_t size)
{
    size_t threads = parts->reader->threads ? parts->reader->threads
                                            : threads_for(size / PART_BYTES);
    const char *end = text + size;
    size_t count = 0;

    forget_blocks(parts);
    make_parts(parts, threads);
    for (; text < end && count < threads; count++) {
        struct part *part = &parts->part[count];
        size_t even = (size_t)(end - text) / (threads - count);
        size_t wanted = even ? even : 1;
        const char *last = (const char *)memchr(text + wanted - 1, '\n',
                                                (size_t)(end - text) - wanted + 1);
        part->text = text;
        part->size = (size_t)(last - text) + 1;
        prepare(parts, part);
        text += part->size;
    }
    parts->count = count;
}

/* The lines that are tried next, no more than fit their number; 0: there are none. */
static size_t next_lines(struct table_parts *parts, const char **text)
{
    size_t size = table_lines(parts->reader->table, text);
    size_t reach = parts->reach < REACH_FIRST ? REACH_FIRST : parts->reach;
    const char *last;

    parts->reach = reach < SIZE_MAX / 2 ? 2 * reach : reach;
    if (size <= reach)
        return size;
    last = (const char *)memchr(*text + reach - 1, '\n', size - reach + 1);
    return (size_t)(last - *text) + 1;
}

/* Reads the next lines, ahead of what is placed. */
static bool read_ahead(struct table_parts *parts)
{
    const char *text;
    size_t size = next_lines(parts, &text);

    if (!size)
        return false;
    share(parts, text, size);
    settle(parts, parts->count);
    crew_run(builder_crew(parts->reader->builder), read_part, parts->part,
             parts->count);
    parts->is_ahead = true;
    parts->at_part = parts->at_slice = 0;
    parts->expected = table_taken(parts->reader->table);
    return true;
}

/* The number that a guess has turned out to be; DICT_NONE: it is not known. */
static uint32_t number_of(const struct table_parts *parts,
                          const struct straight_guess *guess)
{
    struct builder_words spellings = builder_spellings(parts->reader->builder);
    const struct straight_field *field = &parts->shape->field[guess->field];
    const struct dimension *dimension =
        &parts->reader->dataset->dimension[field->number];
    uint32_t found;

    if (field->kind == STRAIGHT_CODE)
        return dict_find(&dimension->codes, guess->text, guess->length);
    found = dict_find(spellings.dict, guess->text, guess->length);
    return found == DICT_NONE ? found : spellings.number[found];
}

/* Puts the numbers that guesses have turned out to be in the place of the others. */
static void renumber(const struct part *part, size_t field, struct slice *slice,
                     const uint32_t *number)
{
    const struct straight_field *of = &part->run.shape->field[field];
    uint32_t *code = of->kind == STRAIGHT_PERIOD ? slice->block.period
                                                 : slice->block.code[of->number];

    for (size_t i = 0; i < slice->block.count; i++)
        for (uint32_t g = 0; g < slice->guess_count; g++)
            if (part->guess[g].field == field && part->guess[g].number == code[i]) {
                code[i] = number[g];
                break;
            }
}

/* Whether all that was guessed is known by now; then the rows have its numbers. */
static bool resolve(const struct table_parts *parts, const struct part *part,
                    struct slice *slice)
{
    uint32_t number[STRAIGHT_GUESSES];
    uint64_t wrong = 0; /* fields */

    for (uint32_t g = 0; g < slice->guess_count; g++) {
        number[g] = number_of(parts, &part->guess[g]);
        if (number[g] == DICT_NONE)
            return false;
        if (number[g] != part->guess[g].number)
            wrong |= (uint64_t)1 << part->guess[g].field;
    }
    for (size_t f = 0; wrong && f < parts->shape->count; f++)
        if (wrong >> f & 1)
            renumber(part, f, slice, number);
    if (wrong)
        builder_survey_block(part->builder, &slice->block);
    return true;
}

static void place(struct table_parts *parts, struct slice *slice)
{
    struct table_reader *reader = parts->reader;
    struct builder_block *block = &slice->block;

    if (!block->count)
        return;
    block->line = table_line(reader->table);
    block->column = 1;
    for (size_t m = 0; m < parts->measure_count; m++)
        decimal_signs_note_bulk(reader->signs, block->decimals_max[m],
                                reader->points_may_part);
    builder_place_block(reader->builder, block);
    slice->is_placed = true;
    table_skip(reader->table, slice->used, block->count);
    table_make_room(reader);
    reader->row_count += block->count;
    reader->dataset->fates.used += block->count;
}

/* Places what was read ahead; false when a line comes that is for table_next(). */
static bool place_ahead(struct table_parts *parts)
{
    while (parts->at_part < parts->count) {
        struct part *part = &parts->part[parts->at_part];
        struct slice *slice = &part->slice[parts->at_slice++];
        if (!resolve(parts, part, slice))
            break;
        place(parts, slice);
        parts->expected = table_taken(parts->reader->table) + slice->gap;
        if (slice->gap)
            return false;
        if (slice->left) {
            parts->is_ahead = false;
            if (slice->block.count < slice->block.capacity)
                parts->reach = 0;
            return slice->block.count == slice->block.capacity;
        }
        parts->at_part++;
        parts->at_slice = 0;
    }
    parts->is_ahead = false;
    return true;
}

bool table_parts_read(struct table_parts *parts)
{
    size_t before = parts->reader->row_count;

    while (table_parts_are_ahead(parts) || read_ahead(parts))
        if (!place_ahead(parts))
            break;
    return parts->is_ahead || parts->reader->row_count > before;
}
