#include "core/load/table_wide.h"

#include "core/load/table_reader.h"

#include <string.h>

static bool is_period(const struct table_reader *reader, size_t column)
{
    return reader->uses[column].role == ROLE_AT_PERIOD;
}

static void give_cell(struct table_reader *reader, const struct table_row *row,
                      size_t column)
{
    size_t given = reader->given_count;

    table_give_row(reader, row, reader->uses[column].period, column);
    if (reader->given_count > given && row->fields[column].length &&
        !reader->uses[column].first_row)
        reader->uses[column].first_row = reader->row_count;
}

/* A copy, since the row's fields are gone with the next one. */
static void wait_with(struct table_reader *reader, const struct table_row *row)
{
    struct table_wide *wide = &reader->wide;
    struct arena *arena = reader->arena;
    struct builder_text *fields = ARENA_ARRAY(arena, struct builder_text, row->count);

    if (wide->count == wide->room) {
        struct waiting *more = ARENA_ARRAY(arena, struct waiting, 2 * wide->room + 16);
        if (wide->count)
            memcpy(more, wide->row, wide->count * sizeof(*more));
        wide->row = more;
        wide->room = 2 * wide->room + 16;
    }
    for (size_t i = 0; i < row->count; i++) {
        fields[i] = row->fields[i];
        fields[i].text = arena_copy(arena, fields[i].text, fields[i].length);
    }
    wide->row[wide->count++] =
        (struct waiting){{fields, row->count, row->line}, reader->row_count};
}

void table_wide_row(struct table_reader *reader, const struct table_row *row)
{
    size_t given = reader->given_count;
    bool waits = false;

    for (size_t i = 0; i < reader->column_count; i++)
        if (is_period(reader, i) && row->fields[i].length)
            give_cell(reader, row, i);
    if (reader->given_count == given)
        return;
    for (size_t i = 0; i < reader->column_count; i++) {
        if (!is_period(reader, i) || row->fields[i].length)
            continue;
        if (reader->uses[i].first_row)
            give_cell(reader, row, i);
        else
            waits = true;
    }
    if (waits)
        wait_with(reader, row);
}

static void give_waiting(struct table_reader *reader, const struct waiting *waiting)
{
    if (!table_read_row_unit(reader, &waiting->row))
        return;
    for (size_t i = 0; i < reader->column_count; i++)
        if (is_period(reader, i) && !waiting->row.fields[i].length &&
            reader->uses[i].first_row > waiting->number)
            give_cell(reader, &waiting->row, i);
}

void table_wide_end(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->wide.count; i++)
        give_waiting(reader, &reader->wide.row[i]);
    reader->wide.count = 0;
}
