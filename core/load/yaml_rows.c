#include "core/base/text.h"
#include "core/load/yaml_reader.h"
#include "core/load/yaml_straight.h"

#include <string.h>

/* Columns that every file may have. */
static const struct column fixed_columns[] = {
    {COLUMN_PERIOD, 0, "period", 0},
    {COLUMN_ATTRIBUTE, MEASURE_NONE, "flag", ATTRIBUTE_FLAG},
    {COLUMN_ATTRIBUTE, MEASURE_NONE, "note", ATTRIBUTE_REMARK},
    {COLUMN_ATTRIBUTE, MEASURE_NONE, "vintage", ATTRIBUTE_VINTAGE},
};

/* What these names mean goes without saying. */
static const char *const known_dimensions[] = {"partner", "product", "region", "mode"};
static const char *const known_measures[] = {"exports", "imports"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Every name that a column may have, for a suggestion. */
static size_t column_names(const struct reader *reader,
                           const char *names[COLUMN_MAX + 6])
{
    const struct dataset *dataset = reader->dataset;
    size_t count = 0;

    for (size_t i = 0; i < COUNT(fixed_columns); i++)
        names[count++] = fixed_columns[i].name;
    for (size_t i = 0; i < COUNT(known_dimensions); i++)
        names[count++] = known_dimensions[i];
    for (size_t i = 0; i < COUNT(known_measures); i++)
        names[count++] = known_measures[i];
    for (size_t i = 0; i < dataset->dimension_count; i++)
        names[count++] = dataset->dimension[i].id;
    for (size_t i = 0; i < dataset->measure_count; i++)
        names[count++] = dataset->measure[i].id;
    return count;
}

static void report_column(struct reader *reader, struct builder_text name)
{
    const char *names[COLUMN_MAX + 6];
    size_t count = column_names(reader, names);
    const char *closest =
        name.length < 60 ? text_closest(name.text, names, count) : NULL;

    if (closest)
        diag_error_span(reader->diags, name.at, builder_span(name),
                        "'%s' is no dimension or measure (did you mean '%s'?)",
                        name.text, closest);
    else
        diag_error_span(reader->diags, name.at, builder_span(name),
                        "'%.60s' is no dimension or measure: declare it under "
                        "'dimensions' or 'measures'",
                        name.text);
}

static struct column declare_column(struct reader *reader, struct builder_text name)
{
    struct column column = {COLUMN_BAD, 0, "", 0};

    if (is_among(name.text, known_dimensions, COUNT(known_dimensions))) {
        column.kind = COLUMN_DIMENSION;
        column.number = builder_dimension(reader->builder, name);
    } else if (is_among(name.text, known_measures, COUNT(known_measures))) {
        column.kind = COLUMN_MEASURE;
        column.number =
            builder_measure(reader->builder, &(struct measure_spec){.id = name});
    } else {
        report_column(reader, name);
    }
    if (column.number == SIZE_MAX)
        column.kind = COLUMN_BAD;
    column.name = name.text;
    return column;
}

/* A dimension or a measure that is declared. */
static bool find_column(const struct reader *reader, const char *name,
                        struct column *column)
{
    const struct dataset *dataset = reader->dataset;
    size_t number = dataset_dimension(dataset, name);

    if (number != SIZE_MAX) {
        *column =
            (struct column){COLUMN_DIMENSION, number, dataset->dimension[number].id, 0};
        return true;
    }
    number = dataset_measure(dataset, name);
    if (number != SIZE_MAX)
        *column =
            (struct column){COLUMN_MEASURE, number, dataset->measure[number].id, 0};
    return number != SIZE_MAX;
}

/* "flag of exports": of the figures of that measure alone. */
static bool find_own(struct reader *reader, struct builder_text name,
                     struct column *column)
{
    enum attribute attribute;
    struct builder_text of = attribute_of_measure(name, &attribute);

    if (!of.length)
        return false;
    if (!find_column(reader, of.text, column) &&
        is_among(of.text, known_measures, COUNT(known_measures)))
        *column = declare_column(
            reader, (struct builder_text){arena_copy(reader->arena, of.text, of.length),
                                          of.length, of.at});
    if (column->kind != COLUMN_MEASURE)
        return false;
    *column =
        (struct column){COLUMN_ATTRIBUTE, column->number,
                        arena_copy(reader->arena, name.text, name.length), attribute};
    return true;
}

static struct column resolve_column(struct reader *reader, struct builder_text name)
{
    struct column column = {COLUMN_BAD, 0, "", 0};

    for (size_t i = 0; i < COUNT(fixed_columns); i++)
        if (strcmp(fixed_columns[i].name, name.text) == 0)
            return fixed_columns[i];
    if (find_column(reader, name.text, &column) || find_own(reader, name, &column))
        return column;
    name.text = arena_copy(reader->arena, name.text, name.length);
    return declare_column(reader, name);
}

void read_columns(struct reader *reader, void *unused)
{
    struct builder_text name;

    (void)unused;
    if (reader->has_observations) {
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'columns' must come before 'observations'");
        stream_skip(reader->stream);
        return;
    }
    reader->has_columns = true;
    if (!items_open(reader, "a list of names: [period, exports, imports]"))
        return;
    while (items_next(reader)) {
        bool is_new = true;

        if (!read_text(reader, &name))
            continue;
        for (size_t i = 0; i < reader->column_count; i++)
            is_new = is_new && strcmp(reader->column[i].name, name.text) != 0;
        if (reader->column_count == COLUMN_MAX) {
            diag_error(reader->diags, name.at, "there are at most %d columns",
                       COLUMN_MAX);
            continue;
        }
        if (!is_new)
            diag_error_span(reader->diags, name.at, builder_span(name),
                            "column '%.60s' is given twice", name.text);
        reader->column[reader->column_count++] =
            is_new ? resolve_column(reader, name)
                   : (struct column){COLUMN_BAD, 0, name.text, 0};
    }
}

/* One value of a row, which is the current node. */
static void read_cell(struct reader *reader, const struct column *column)
{
    struct builder *builder = reader->builder;
    const struct node *node = stream_node(reader->stream);

    if (node->kind != NODE_TEXT) {
        reader->key = column->name;
        refuse_value(reader, "one value");
        return;
    }
    switch (column->kind) {
    case COLUMN_PERIOD:
        builder_period(builder, node->text);
        break;
    case COLUMN_ATTRIBUTE:
        builder_attribute(builder, column->attribute, column->number, node->text);
        break;
    case COLUMN_DIMENSION:
        builder_code(builder, column->number, node->text);
        break;
    case COLUMN_MEASURE:
        builder_figure(builder, column->number, node->text);
        break;
    case COLUMN_BAD:
        reader->has_bad_column = true;
    }
}

static void skip_items(struct reader *reader)
{
    while (items_next(reader))
        stream_skip(reader->stream);
}

/* [2024, USA, 1, 2]: false when the row is not to be kept. */
static bool read_row_list(struct reader *reader, struct source_pos at)
{
    size_t count = 0;

    if (!reader->has_columns) {
        if (!reader->lacks_columns)
            diag_error(reader->diags, at,
                       "rows in [ ] need 'columns: [period, exports, imports]' before "
                       "'observations'");
        reader->lacks_columns = true;
        skip_items(reader);
        return false;
    }
    for (; items_next(reader); count++) {
        if (count < reader->column_count)
            read_cell(reader, &reader->column[count]);
        else
            stream_skip(reader->stream);
    }
    if (count == reader->column_count || stream_node(reader->stream)->kind == NODE_END)
        return true;
    if (count < reader->column_count)
        return diag_error(reader->diags, at,
                          "the row has %zu values, 'columns' names %zu: '%.60s' is "
                          "missing",
                          count, reader->column_count, reader->column[count].name);
    return diag_error(reader->diags, at, "the row has %zu values, 'columns' names %zu",
                      count, reader->column_count);
}

/* What a row has given so far, a bit each. */
struct given {
    uint64_t others; /* the period, and dimensions */
    uint64_t measures;
    uint64_t attributes; /* of the whole row */
    uint64_t own[ATTRIBUTE_COUNT];
};

/* Whether the row has the column already; it has it from now on. */
static bool is_given_twice(struct given *given, const struct column *column)
{
    uint64_t *bits = &given->others;
    size_t number = column->number;
    bool is_twice;

    if (column->kind == COLUMN_BAD)
        return false;
    if (column->kind == COLUMN_MEASURE)
        bits = &given->measures;
    else if (column->kind == COLUMN_DIMENSION)
        number++;
    else if (column->kind == COLUMN_ATTRIBUTE && number == MEASURE_NONE)
        bits = &given->attributes, number = column->attribute;
    else if (column->kind == COLUMN_ATTRIBUTE)
        bits = &given->own[column->attribute];
    is_twice = *bits >> number & 1;
    *bits |= (uint64_t)1 << number;
    return is_twice;
}

/* The column of a key at that place of its row, most often that of the row before. */
static struct column column_at(struct reader *reader, struct builder_text name,
                               size_t place)
{
    struct column *met = place < COLUMNS_MET ? &reader->met[place] : NULL;
    struct column column;

    if (met && met->name && strcmp(met->name, name.text) == 0)
        return *met;
    column = resolve_column(reader, name);
    /* What is none is said of each row. */
    if (met && column.kind != COLUMN_BAD)
        *met = column;
    return column;
}

/* {period: 2024, partner: USA, exports: 1} */
static void read_row_map(struct reader *reader)
{
    struct given given = {0};
    const struct node *node;
    size_t place = 0;

    while ((node = stream_next(reader->stream))->kind != NODE_MAP_END &&
           node->kind != NODE_END) {
        struct builder_text name = node->text;

        if (node->kind != NODE_TEXT) {
            diag_error(reader->diags, name.at, "a key must be a word");
            stream_skip(reader->stream);
            stream_next(reader->stream);
            stream_skip(reader->stream);
            continue;
        }

        struct column column = column_at(reader, name, place++);
        if (is_given_twice(&given, &column))
            diag_error_span(reader->diags, name.at, builder_span(name),
                            "'%s' is given twice in this observation", column.name);
        stream_next(reader->stream);
        read_cell(reader, &column);
    }
}

static void read_row(struct reader *reader)
{
    const struct node *node = stream_node(reader->stream);
    struct source_pos at = node->text.at;
    size_t errors = reader->diags->count[SEVERITY_ERROR];
    bool is_kept = true;

    if (node->kind == NODE_TEXT) {
        diag_error(
            reader->diags, at,
            "an observation is a list, [2024, 1, 2], or a mapping, {period: 2024, "
            "exports: 1}");
        return;
    }
    reader->has_bad_column = false;
    builder_row(reader->builder, at);
    if (node->kind == NODE_LIST)
        is_kept = read_row_list(reader, at);
    else
        read_row_map(reader);
    /* What is wrong with the row was said: the builder need not say what it lacks. Nor
     * is one kept that the file, or a stop, ends within. */
    if (stream_node(reader->stream)->kind == NODE_END)
        return;
    if (is_kept && !reader->has_bad_column &&
        reader->diags->count[SEVERITY_ERROR] == errors)
        builder_row_end(reader->builder);
}

void read_observations(struct reader *reader, void *unused)
{
    struct yaml_straight *straight;

    (void)unused;
    reader->has_observations = true;
    if (!items_open(reader, "a list of rows"))
        return;
    straight = yaml_straight_open(reader, reader->limits);
    while (items_next(reader)) {
        const struct node *node = stream_node(reader->stream);
        struct source_pos at = node->text.at;
        size_t line = stream_line(reader->stream);
        bool is_row = node->kind == NODE_LIST || node->kind == NODE_MAP;

        read_row(reader);
        if (is_row)
            yaml_straight_after(straight, at, line);
    }
}
