/*
 * The rows of a table that are straight (straight.h): the shape is that of the line
 * that comes next, which may have some fields in quotes.
 */
#include "core/base/threads.h"
#include "core/load/straight.h"
#include "core/load/table_reader.h"

#include <string.h>

enum {
    BLOCK_ROWS = 32 * 1024,
    ROW_BYTES = 8, /* a shorter line only fills a block sooner */
    WAIT_MAX = 1024,
    PART_BYTES = 96 * 1024 /* of lines, that are worth a thread */
};

/* Lines that one thread reads. */
struct part {
    struct straight_run run;
    const char *text;
    size_t size;
    size_t used;
};

struct table_straight {
    struct table_reader *reader;
    bool is_possible;
    bool has_shape;
    struct straight_shape shape;
    struct part part[THREADS_MAX];
    size_t dimension_count; /* that the block is made for */
    size_t measure_count;
    size_t rows; /* that were asked for since the last that was straight */
    size_t wait; /* how many of them go by before the next try */
};

/* What a field is; false when rows of such a column are not straight. */
static bool use_field(struct straight_field *field, const struct column_use *use)
{
    static const struct {
        enum role role;
        enum straight_kind kind;
    } kinds[] = {
        {ROLE_NONE, STRAIGHT_SKIP},     {ROLE_SKIP, STRAIGHT_SKIP},
        {ROLE_NAME, STRAIGHT_SKIP},     {ROLE_REPORTER_NAME, STRAIGHT_SKIP},
        {ROLE_PERIOD, STRAIGHT_PERIOD}, {ROLE_YEAR, STRAIGHT_PERIOD},
        {ROLE_CODE, STRAIGHT_CODE},     {ROLE_REPORTER, STRAIGHT_CODE},
        {ROLE_FIGURE, STRAIGHT_FIGURE}, {ROLE_FLAG, STRAIGHT_EMPTY},
        {ROLE_REMARK, STRAIGHT_EMPTY},  {ROLE_VINTAGE, STRAIGHT_EMPTY},
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (kinds[i].role != use->role)
            continue;
        field->kind = kinds[i].kind;
        field->number = field->kind == STRAIGHT_FIGURE ? use->measure : use->dimension;
        return true;
    }
    return false;
}

/* An empty figure is not available, but in a column of a file of ours, where it is
 * none; false when there are both. */
static bool set_absent(struct table_straight *straight)
{
    const struct table_reader *reader = straight->reader;
    size_t own = 0;
    size_t figures = 0;

    for (size_t i = 0; i < reader->column_count; i++) {
        figures += reader->uses[i].role == ROLE_FIGURE;
        own += reader->uses[i].role == ROLE_FIGURE && reader->uses[i].is_own;
    }
    straight->shape.absent = own ? "~" : "";
    return own == 0 || own == figures;
}

/* What every row says in the same columns, each field for itself. */
static bool use_columns(struct table_straight *straight)
{
    const struct table_reader *reader = straight->reader;

    if (reader->column_count > STRAIGHT_FIELD_MAX || reader->wide_count ||
        reader->layout->splits_labels || reader->layout->has_continents ||
        reader->layout->has_wide_periods || reader->action_column != COLUMN_NONE ||
        reader->unit_column != COLUMN_NONE || reader->scale_column != COLUMN_NONE ||
        reader->month_column != COLUMN_NONE || reader->value_column != COLUMN_NONE)
        return false;
    straight->shape.count = reader->column_count;
    if (!set_absent(straight))
        return false;
    for (size_t i = 0; i < reader->column_count; i++)
        if (!use_field(&straight->shape.field[i], &reader->uses[i]))
            return false;
    /* Some other column may be read as a period too. */
    for (size_t i = 0; i < reader->column_count; i++)
        if (straight->shape.field[i].kind == STRAIGHT_PERIOD &&
            (int)i != reader->period_column && (int)i != reader->year_column)
            straight->shape.field[i].kind = STRAIGHT_SKIP;
    return straight_is_complete(&straight->shape, straight->reader->dataset);
}

struct table_straight *table_straight_open(struct table_reader *reader)
{
    struct table_straight *straight = ARENA_NEW(reader->arena, struct table_straight);

    straight->reader = reader;
    straight->is_possible = !reader->is_row_by_row && use_columns(straight);
    return straight;
}

/* Quotes around fields and the line's end, as this line has them. */
static bool take_shape(struct table_straight *straight, const char *at)
{
    struct straight_shape *shape = &straight->shape;
    char separator = table_separator_of(straight->reader->table);
    bool was_quoted = false;

    for (size_t i = 0; i < shape->count; i++) {
        struct straight_field *field = &shape->field[i];
        bool is_last = i + 1 == shape->count;
        size_t length = 0;
        if (was_quoted)
            field->before[length++] = '"';
        if (i > 0)
            field->before[length++] = separator;
        at += i > 0;
        was_quoted = *at == '"';
        if (was_quoted)
            field->before[length++] = *at++;
        field->before_length = length;
        at += straight_scan(at, was_quoted ? '"' : separator);
        if (was_quoted && *at++ != '"')
            return false;
        if (*at != separator ? !is_last : is_last)
            return false;
    }
    shape->after_length = 0;
    if (was_quoted)
        shape->after[shape->after_length++] = '"';
    if (*at == '\r')
        shape->after[shape->after_length++] = *at++;
    shape->after[shape->after_length++] = '\n';
    return *at == '\n';
}

/* A part's block and run, made anew when there is another dimension or measure. */
static void prepare(struct table_straight *straight, struct part *part)
{
    struct table_reader *reader = straight->reader;
    struct straight_run *run = &part->run;
    const size_t most = part->size / ROW_BYTES + 1;
    const size_t wanted = most < BLOCK_ROWS ? most : BLOCK_ROWS;

    if (!run->block || run->block->capacity < wanted)
        run->block = builder_block_new(reader->builder, wanted, reader->arena);
    run->shape = &straight->shape;
    run->arena = reader->arena;
    straight_begin(run, reader->builder, reader->dataset);
}

static void forget_blocks(struct table_straight *straight)
{
    const struct dataset *dataset = straight->reader->dataset;

    if (straight->dimension_count != dataset->dimension_count ||
        straight->measure_count != dataset->measure_count)
        for (size_t i = 0; i < THREADS_MAX; i++)
            straight->part[i].run.block = NULL;
    straight->dimension_count = dataset->dimension_count;
    straight->measure_count = dataset->measure_count;
}

/* Shares lines out; each part ends with a line. Returns how many parts there are. */
static size_t share(struct table_straight *straight, const char *text, size_t size)
{
    size_t threads = straight->reader->threads ? straight->reader->threads
                                               : threads_for(size / PART_BYTES);
    const char *end = text + size;
    size_t count = 0;

    forget_blocks(straight);
    for (; text < end && count < threads; count++) {
        struct part *part = &straight->part[count];
        size_t wanted = (size_t)(end - text) / (threads - count);
        const char *last =
            memchr(text + wanted - 1, '\n', (size_t)(end - text) - wanted + 1);
        part->text = text;
        part->size = (size_t)(last - text) + 1;
        part->used = 0;
        prepare(straight, part);
        text += part->size;
    }
    return count;
}

static void read_part(void *state, size_t number)
{
    struct part *part = (struct part *)state + number;

    part->used = straight_read(&part->run, part->text, part->size);
}

/* Files whose rows are not straight are asked less and less often. */
static bool is_time(struct table_straight *straight)
{
    /* Points are no decimal points where commas are. */
    if (!straight->is_possible || straight->reader->decimal == ',' ||
        straight->reader->has_open_points)
        return false;
    if (straight->rows++ < straight->wait)
        return false;
    straight->rows = 0;
    straight->wait = straight->wait ? straight->wait * 2 : 1;
    if (straight->wait > WAIT_MAX)
        straight->wait = WAIT_MAX;
    return straight_is_complete(&straight->shape, straight->reader->dataset) &&
           builder_has_room(straight->reader->builder, THREADS_MAX * BLOCK_ROWS);
}

static void add_block(struct table_straight *straight, struct part *part)
{
    struct table_reader *reader = straight->reader;
    struct builder_block *block = part->run.block;

    block->line = table_line(reader->table);
    block->column = 1;
    for (size_t m = 0; m < straight->measure_count; m++)
        reader->has_points = reader->has_points || block->decimals_max[m] > 0;
    builder_add_block(reader->builder, block);
    table_skip(reader->table, part->used, block->count);
    reader->row_count += block->count;
    reader->dataset->fates.used += block->count;
    straight->wait = 0;
}

/* Reads one window's lines; false when the next one is not straight. What a part has
 * read counts when all before it is straight: else its lines may be something else. */
static bool read_lines(struct table_straight *straight)
{
    const char *text;
    size_t size = table_lines(straight->reader->table, &text);
    size_t count = size ? share(straight, text, size) : 0;

    threads_run(read_part, straight->part, count);
    for (size_t i = 0; i < count; i++) {
        struct part *part = &straight->part[i];
        const struct builder_block *block = part->run.block;
        if (block->count)
            add_block(straight, part);
        else if (i == 0)
            straight->has_shape = false;
        if (part->used < part->size)
            return block->count == block->capacity;
    }
    return count > 0;
}

void table_straight_rows(struct table_straight *straight)
{
    const char *text;

    if (!is_time(straight))
        return;
    if (!straight->has_shape) {
        if (!table_lines(straight->reader->table, &text))
            return;
        straight->has_shape = take_shape(straight, text);
        for (size_t i = 0; i < THREADS_MAX; i++)
            straight_forget(&straight->part[i].run);
    }
    while (straight->has_shape && read_lines(straight))
        ;
}
