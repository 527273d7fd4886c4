/*
 * SDMX-CSV beyond its headings: which columns are dimensions where the order of the
 * columns does not say it, and what is said of a message that has no figures.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

static bool is_known_skip(const struct table_reader *reader, size_t column)
{
    return reader->uses[column].role == ROLE_SKIP ||
           reader->uses[column].role == ROLE_ACTION;
}

static bool is_figure(const struct table_reader *reader, size_t column)
{
    return reader->uses[column].role == ROLE_VALUE ||
           reader->uses[column].role == ROLE_FIGURE;
}

/* Whether the series key of the first row, "A.B", has this code among its parts. */
static bool is_in_key(struct builder_text key, struct builder_text code)
{
    size_t from = 0;

    for (size_t i = 0; i <= key.length; i++) {
        if (i < key.length && key.text[i] != '.')
            continue;
        if (i - from == code.length && code.length &&
            memcmp(key.text + from, code.text, code.length) == 0)
            return true;
        from = i + 1;
    }
    return false;
}

/* "ATTR[]" has several values, "ATTR[en;fr]" several languages: no dimension has. */
static bool has_brackets(const struct table_reader *reader, size_t column)
{
    struct builder_text heading = reader->headings.text[column];

    return heading.length && memchr(heading.text, '[', heading.length);
}

/* Labels by name are told by a heading of their own, or by that of the values. */
static bool has_labels(const struct headings *headings)
{
    size_t value = headings_find(headings, "obsvalue");

    return headings_have(headings, "structurename") ||
           (value != SIZE_MAX && value + 1 < headings->count &&
            strcmp(headings->folded[value + 1], "observationvalue") == 0);
}

bool table_sdmx_has_label(const struct table_reader *reader, size_t column)
{
    static const char *const alone[] = {
        "structure", "structureid", "structurename", "structurenames",
        "action",    "serieskey",   "obskey"};

    if (!reader->layout->splits_labels || column + 1 >= reader->column_count ||
        !has_labels(&reader->headings))
        return false;
    for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
        if (strcmp(reader->headings.folded[column], alone[i]) == 0)
            return false;
    return true;
}

void table_sdmx_skip_labels(struct table_reader *reader)
{
    for (size_t i = 0; i + 1 < reader->column_count; i++)
        if (table_sdmx_has_label(reader, i))
            reader->uses[++i].role = ROLE_SKIP;
}

bool table_sdmx_is_dimension(const struct table_reader *reader, size_t column)
{
    size_t key = headings_find(&reader->headings, "serieskey");
    size_t before = 0;

    if (has_brackets(reader, column))
        return false;
    if (key < reader->sample_count && column < reader->sample_count)
        return is_in_key(reader->sample[key],
                         table_label_code(reader, reader->sample[column]));
    for (size_t i = 0; i < reader->column_count; i++) {
        if (is_figure(reader, i))
            return column < i || before == 0;
        before += !is_known_skip(reader, i);
    }
    return true;
}

/* Information, append, merge (an update of what is given), replace, delete. */
enum row_action table_action_of(const struct table_reader *reader,
                                const struct table_row *row)
{
    struct builder_text action = table_field(row, reader->action_column);

    if (action.length != 1)
        return ROW_ADDS;
    switch (*action.text) {
    case 'D':
        return ROW_DELETES;
    case 'R':
        return ROW_REPLACES;
    case 'A':
    case 'M':
        return ROW_UPDATES;
    default:
        return ROW_ADDS;
    }
}

bool table_is_known_period(const struct table_reader *reader, struct builder_text text)
{
    const struct dataset *dataset = reader->dataset;
    struct period period;

    if (!period_read(text.text, text.length, &period))
        return false;
    for (uint32_t i = 0; i < dataset->period_count; i++)
        if (period_equal(dataset->periods[i], period))
            return true;
    return false;
}

static bool is_code(const struct column_use *use)
{
    return use->role == ROLE_CODE || use->role == ROLE_REPORTER;
}

static struct builder_text code_of(const struct table_reader *reader,
                                   const struct table_row *row, size_t column)
{
    return table_label_code(reader, row->fields[column]);
}

/* Whether the row names a member of every dimension that some row before it is of. One
 * that leaves a dimension empty deletes a part of the data that is not in one row. */
static bool is_of_known(const struct table_reader *reader, const struct table_row *row)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        struct builder_text code;
        if (!is_code(&reader->uses[i]))
            continue;
        code = code_of(reader, row, i);
        if (!code.length ||
            dict_find(&reader->dataset->dimension[reader->uses[i].dimension].codes,
                      code.text, code.length) == DICT_NONE)
            return false;
    }
    return true;
}

static void delete_figures(struct table_reader *reader, const struct table_row *row)
{
    struct builder_text nothing = {"~", 1, {0}};
    const char *id = NULL;

    if (reader->value_column != COLUMN_NONE)
        id = table_flow_id(
            reader, table_label_code(reader, table_field(row, reader->flow_column)));
    for (size_t m = 0; m < reader->dataset->measure_count; m++)
        if (reader->value_column == COLUMN_NONE ||
            (id && dataset_measure(reader->dataset, id) == m))
            builder_figure(reader->builder, m, nothing);
}

void table_delete(struct table_reader *reader, const struct table_row *row)
{
    struct source_pos at = {reader->name, row->line, 1};
    struct builder_text period = table_row_period(reader, row);

    if (reader->wide_count || !table_is_known_period(reader, period) ||
        !is_of_known(reader, row))
        return;
    builder_row(reader->builder, at);
    builder_row_action(reader->builder, ROW_DELETES);
    builder_period(reader->builder, period);
    for (size_t i = 0; i < reader->column_count; i++)
        if (is_code(&reader->uses[i]))
            builder_code(reader->builder, reader->uses[i].dimension,
                         code_of(reader, row, i));
    delete_figures(reader, row);
    builder_row_end(reader->builder);
}

/* Reads on to the end. */
static bool has_deletions_alone(struct table_reader *reader)
{
    struct table_row row;

    if (!reader->samples.count ||
        table_action_of(reader, reader->samples.rows) != ROW_DELETES)
        return false;
    while (table_next(reader->table, &row))
        if (table_action_of(reader, &row) != ROW_DELETES)
            return false;
    return true;
}

bool table_sdmx_say_deleted(struct table_reader *reader)
{
    return diag_error(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("every row deletes what was sent before (ACTION D): there are no "
           "figures to show"));
}

bool table_sdmx_say_lacking(struct table_reader *reader)
{
    struct source_pos at = {reader->name, reader->heading_line, 1};

    if (has_deletions_alone(reader))
        return table_sdmx_say_deleted(reader);
    reader->open->columns = true;
    return diag_error(
        reader->diags, at,
        "this SDMX-CSV has attributes alone: no column is called "
        "OBS_VALUE, and no other column behind the dimensions is a number");
}

void table_sdmx_say_left(const struct table_reader *reader)
{
    struct source_pos at = {.file = reader->name};

    if (reader->deleted_count)
        diag_note(reader->diags, at,
                  "%zu of %zu rows delete what was sent before (ACTION D), and have no "
                  "figures",
                  reader->deleted_count, reader->row_count);
    if (reader->attribute_count)
        diag_note(reader->diags, at,
                  "%zu of %zu rows have attributes alone, and no figures",
                  reader->attribute_count, reader->row_count);
}
