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

static bool is_deletion(const struct table_reader *reader,
                        const struct builder_text *fields, size_t count)
{
    return reader->action_column != COLUMN_NONE &&
           (size_t)reader->action_column < count &&
           table_is_deletion(fields[reader->action_column]);
}

/* Reads on to the end. */
static bool has_deletions_alone(struct table_reader *reader)
{
    struct table_row row;

    if (!reader->sample || !is_deletion(reader, reader->sample, reader->sample_count))
        return false;
    while (table_next(reader->table, &row))
        if (!is_deletion(reader, row.fields, row.count))
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
