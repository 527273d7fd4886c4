#include "core/load/yaml_straight.h"

#include "core/load/straight.h"

#include <string.h>

enum {
    BLOCK_ROWS = 16 * 1024,
    ROWS_SEEN = 1000, /* that say how long a row is */
    BLOCK_LEAST = 8,  /* rows that are worth the trouble */
    WAIT_MAX = 4096,
    LEAD = 256, /* rows before the next try, in which libyaml has used up what it has */
    STRING_LEAST = 256 /* no straight text is longer, nor is it tested */
};

struct yaml_straight {
    struct reader *reader;
    struct straight_shape shape;
    bool has_shape;
    size_t column; /* where rows begin, from 1 */
    struct straight_run run;
    size_t dimension_count; /* that the block is made for */
    size_t measure_count;
    bool has_room;   /* as likely will be needed for all rows */
    bool is_pending; /* the block waits for libyaml's row */
    size_t rows;     /* since the last try */
    size_t wait;     /* how many go by before the next */
};

struct yaml_straight *yaml_straight_open(struct reader *reader,
                                         const struct load_limits *limits)
{
    struct yaml_straight *straight;

    if (limits->is_row_by_row || limits->string_bytes < STRING_LEAST)
        return NULL;
    straight = ARENA_NEW(reader->arena, struct yaml_straight);
    straight->reader = reader;
    stream_lines(reader->stream)->is_by_line = true;
    return straight;
}

static const char *past_spaces(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

static bool is_value(char byte)
{
    char lower = (char)(byte | 0x20);

    return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '.' || byte == '-' || byte == '~';
}

static const char *past_value(const char *at)
{
    while (is_value(*at))
        at++;
    return at;
}

static bool use_column(struct straight_field *field, const struct column *column)
{
    switch (column->kind) {
    case COLUMN_PERIOD:
        field->kind = STRAIGHT_PERIOD;
        return true;
    case COLUMN_DIMENSION:
        field->kind = STRAIGHT_CODE;
        break;
    case COLUMN_MEASURE:
        field->kind = STRAIGHT_FIGURE;
        break;
    default:
        return false;
    }
    field->number = column->number;
    return true;
}

/* "partner: " before a value: the column of that name, if there is one by now. */
static const char *use_key(const struct reader *reader, struct straight_field *field,
                           const char *at)
{
    const char *end = past_value(at);
    char name[STRAIGHT_TEXT_MAX] = "";
    struct column column = {COLUMN_BAD, 0, name, 0};

    if ((size_t)(end - at) >= sizeof(name) || end[0] != ':' || end[1] != ' ')
        return NULL;
    memcpy(name, at, (size_t)(end - at));
    if (strcmp(name, "period") == 0)
        column.kind = COLUMN_PERIOD;
    else if ((column.number = dataset_dimension(reader->dataset, name)) != SIZE_MAX)
        column.kind = COLUMN_DIMENSION;
    else if ((column.number = dataset_measure(reader->dataset, name)) != SIZE_MAX)
        column.kind = COLUMN_MEASURE;
    return use_column(field, &column) ? past_spaces(end + 1) : NULL;
}

static bool set_text(char *text, size_t *length, const char *from, const char *to)
{
    *length = (size_t)(to - from);
    if (!*length || *length >= STRAIGHT_TEXT_MAX)
        return false;
    memcpy(text, from, *length);
    return true;
}

/* What stands before field i, from `from` on, where `at` is past brackets and commas.
 * Returns where its value begins; NULL when it is none for us. */
static const char *take_before(struct yaml_straight *straight, size_t i, bool is_map,
                               const char *from, const char *at)
{
    const struct reader *reader = straight->reader;
    struct straight_field *field = &straight->shape.field[i];

    at = past_spaces(at);
    if (is_map)
        at = use_key(reader, field, at);
    else if (i >= reader->column_count || !use_column(field, &reader->column[i]))
        at = NULL;
    if (!at)
        return NULL;
    at += *at == '"' || *at == '\'';
    return set_text(field->before, &field->before_length, from, at) ? at : NULL;
}

/* The line's end behind the last value. */
static bool take_after(struct yaml_straight *straight, bool is_map, const char *from,
                       const char *at)
{
    struct straight_shape *shape = &straight->shape;

    if (*at++ != (is_map ? '}' : ']'))
        return false;
    at += *at == '\r';
    return *at == '\n' && set_text(shape->after, &shape->after_length, from, at + 1) &&
           (is_map || shape->count == straight->reader->column_count) &&
           straight_is_complete(shape, straight->reader->dataset);
}

/* The shape of a line such as "  - [2024, USA, 1.5]"; it ends in LF. */
static bool take_shape(struct yaml_straight *straight, const char *line)
{
    struct straight_shape *shape = &straight->shape;
    const char *from = line;
    const char *at = past_spaces(line);
    bool is_map;

    if (at[0] != '-' || at[1] != ' ')
        return false;
    at = past_spaces(at + 1);
    is_map = *at == '{';
    if (!is_map && *at != '[')
        return false;
    straight->column = (size_t)(at - line) + 1;
    shape->is_plain = true;
    shape->absent = "~";
    for (shape->count = 0; shape->count < STRAIGHT_FIELD_MAX;) {
        const char *value = take_before(straight, shape->count++, is_map, from, at + 1);
        if (!value)
            return false;
        from = past_value(value);
        if (from == value ||
            ((value[-1] == '"' || value[-1] == '\'') && *from != value[-1]))
            return false;
        at = past_spaces(from + (value[-1] == '"' || value[-1] == '\''));
        if (*at != ',')
            return take_after(straight, is_map, from, at);
    }
    return false;
}

static void prepare(struct yaml_straight *straight)
{
    const struct reader *reader = straight->reader;
    const struct dataset *dataset = reader->dataset;
    struct straight_run *run = &straight->run;

    if (!run->block || straight->dimension_count != dataset->dimension_count ||
        straight->measure_count != dataset->measure_count)
        run->block = builder_block_new(reader->builder, straight_form(&straight->shape),
                                       BLOCK_ROWS, reader->arena);
    straight->dimension_count = dataset->dimension_count;
    straight->measure_count = dataset->measure_count;
    run->shape = &straight->shape;
    run->arena = reader->arena;
    builder_block_clear(run->block);
    straight_begin(run, reader->builder, dataset);
    straight_aim(run, run->block);
}

/* What was met in rows of the same shape is worth remembering. */
static void renew_shape(struct yaml_straight *straight, const char *line)
{
    const struct straight_shape before = straight->shape;

    straight->has_shape = take_shape(straight, line);
    if (!straight->has_shape || !straight_is_same(&before, &straight->shape))
        straight_forget(&straight->run);
}

/* Whether libyaml's line is straight, so that it will be a row and nothing is said of
 * it; its shape is taken if there is none. */
static bool is_line_straight(struct yaml_straight *straight, const char *line,
                             size_t size)
{
    struct straight_run *run = &straight->run;

    for (int i = 0; i < 2; i++) {
        if (!straight->has_shape)
            renew_shape(straight, line);
        if (!straight->has_shape)
            return false;
        prepare(straight);
        if (straight_is_complete(&straight->shape, straight->reader->dataset) &&
            straight_read(run, line, size) == size) {
            run->block->count = 0;
            return true;
        }
        straight->has_shape = false;
    }
    return false;
}

/* Whether libyaml has just the line after that of the row, whole, and no more. */
static bool is_one_line_ahead(const struct yaml_lines *lines, size_t first, size_t last)
{
    return lines->has_last && !lines->has_other_breaks && first == last &&
           last + 2 == lines->breaks;
}

static bool take_lines(struct yaml_straight *straight, struct yaml_lines *lines,
                       size_t column)
{
    struct builder_block *block;
    const char *text;
    size_t size = yaml_lines_rest(lines, &text);
    size_t used;

    if (!size ||
        !is_line_straight(straight, lines->window + lines->last,
                          lines->start - lines->last) ||
        column != straight->column)
        return false;
    block = straight->run.block;
    block->line = yaml_lines_number(lines, lines->breaks) + 1;
    block->column = (uint32_t)column;
    used = straight_read(&straight->run, text, size);
    if (!block->count)
        return false;
    yaml_lines_take(lines, used, block->count);
    straight->is_pending = lines->may_end = true;
    return true;
}

/* Files whose rows are not straight are asked less and less often. */
static bool is_time(struct yaml_straight *straight)
{
    size_t nodes = 2 * STRAIGHT_FIELD_MAX + 2;

    stream_lines(straight->reader->stream)->is_in_haste =
        straight->rows + LEAD < straight->wait;
    if (straight->rows++ < straight->wait)
        return false;
    straight->rows = 0;
    return stream_has_room(straight->reader->stream, BLOCK_ROWS * nodes) &&
           builder_has_room(straight->reader->builder, BLOCK_ROWS + 1);
}

/* Room for the rows that are still to come, once there are some. */
static void make_room(struct yaml_straight *straight)
{
    const struct yaml_lines *lines = stream_lines(straight->reader->stream);
    size_t rows = straight->reader->dataset->observation_count;

    if (straight->has_room || rows < ROWS_SEEN)
        return;
    builder_expect(straight->reader->builder,
                   bytes_rows_ahead(lines->bytes, yaml_lines_taken(lines), rows));
    straight->has_room = true;
}

static void add_pending(struct yaml_straight *straight)
{
    struct builder_block *block = straight->run.block;
    bool is_map = straight->shape.field[0].before[straight->column - 1] == '{';
    size_t nodes = straight->shape.count * (is_map ? 2 : 1) + 2;

    builder_add_block(straight->reader->builder, block);
    stream_count(straight->reader->stream, block->count * nodes);
    straight->wait = block->count < BLOCK_LEAST ? straight->wait * 2 + 1 : 0;
    straight->is_pending = false;
    stream_lines(straight->reader->stream)->may_end = false;
}

void yaml_straight_after(struct yaml_straight *straight, struct source_pos at,
                         size_t line)
{
    struct yaml_stream *stream;
    struct yaml_lines *lines;

    if (!straight)
        return;
    if (straight->is_pending)
        add_pending(straight);
    make_room(straight);
    if (!is_time(straight))
        return;
    stream = straight->reader->stream;
    lines = stream_lines(stream);
    if (!is_one_line_ahead(lines, line, stream_line(stream)) ||
        !take_lines(straight, lines, at.column))
        straight->wait =
            straight->wait * 2 + 1 < WAIT_MAX ? straight->wait * 2 + 1 : WAIT_MAX;
}
