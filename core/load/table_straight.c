/*
 * The rows of a table that are straight (straight.h): the shape is that of the line
 * that comes next, which may have some fields in quotes.
 */
#include "core/load/table_parts.h"

#include <string.h>

enum { WAIT_MAX = 1024 };

struct table_straight {
    struct table_reader *reader;
    bool is_possible;
    bool has_shape;
    struct straight_shape shape;
    struct table_parts *parts;
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
        {ROLE_FLOW, STRAIGHT_FLOW},     {ROLE_VALUE, STRAIGHT_VALUE},
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (kinds[i].role != use->role)
            continue;
        field->kind = kinds[i].kind;
        field->number = field->kind == STRAIGHT_FIGURE ? use->measure : use->dimension;
        if (use->role == ROLE_VINTAGE && use->measure == MEASURE_NONE) {
            field->kind = STRAIGHT_ATTRIBUTE;
            field->number = ATTRIBUTE_VINTAGE;
        }
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
        reader->layout->statuses || reader->layout->has_wide_periods ||
        reader->action_column != COLUMN_NONE || reader->unit_column != COLUMN_NONE ||
        reader->scale_column != COLUMN_NONE || reader->month_column != COLUMN_NONE ||
        (reader->value_column != COLUMN_NONE && reader->is_own))
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
    /* Measures of flows come with the rows. */
    return reader->value_column != COLUMN_NONE ||
           straight_is_complete(&straight->shape, reader->dataset);
}

struct table_straight *table_straight_open(struct table_reader *reader)
{
    struct table_straight *straight = ARENA_NEW(reader->arena, struct table_straight);

    straight->reader = reader;
    builder_forget_flows(reader->builder);
    straight->parts = table_parts_open(reader, &straight->shape);
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
        if (*at != separator && !is_last)
            return false;
    }
    shape->after_length = 0;
    if (was_quoted)
        shape->after[shape->after_length++] = '"';
    /* Commas at the line's end, which no heading is for. */
    while (*at == separator && shape->after_length + 2 < STRAIGHT_TEXT_MAX)
        shape->after[shape->after_length++] = *at++;
    if (*at == '\r')
        shape->after[shape->after_length++] = *at++;
    shape->after[shape->after_length++] = '\n';
    return *at == '\n';
}

/* What was met in rows of this shape is worth remembering: lines that are not straight
 * for new codes alone are many where there are many codes. */
static void renew_shape(struct table_straight *straight, const char *text)
{
    const struct straight_shape before = straight->shape;

    straight->has_shape = take_shape(straight, text);
    if (!straight->has_shape || !straight_is_same(&before, &straight->shape))
        table_parts_forget(straight->parts);
}

static bool can_read(const struct table_straight *straight)
{
    const struct table_reader *reader = straight->reader;

    /* Points are no decimal points where commas are. */
    return straight->is_possible && reader->signs->sign != ',' &&
           !reader->has_open_points &&
           straight_is_complete(&straight->shape, reader->dataset) &&
           builder_has_room(reader->builder, PARTS_ROWS);
}

/* Files whose rows are not straight are asked less and less often. */
static bool is_time(struct table_straight *straight)
{
    if (straight->rows++ < straight->wait)
        return false;
    straight->rows = 0;
    straight->wait = straight->wait ? straight->wait * 2 : 1;
    if (straight->wait > WAIT_MAX)
        straight->wait = WAIT_MAX;
    return true;
}

void table_straight_rows(struct table_straight *straight)
{
    const char *text;

    if (!can_read(straight) ||
        (!table_parts_are_ahead(straight->parts) && !is_time(straight)))
        return;
    if (!straight->has_shape) {
        if (!table_lines(straight->reader->table, &text))
            return;
        renew_shape(straight, text);
    }
    if (straight->has_shape && table_parts_read(straight->parts))
        straight->wait = 0;
    else
        straight->has_shape = false;
}

void table_straight_end(struct table_straight *straight)
{
    table_parts_settle(straight->parts);
}
