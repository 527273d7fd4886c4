#include "core/load/table_wide.h"

#include "core/load/table_reader.h"

#include <stdio.h>
#include <string.h>

static bool is_period(const struct table_reader *reader, size_t column)
{
    return reader->uses[column].role == ROLE_AT_PERIOD;
}

/* The heading's; of a part of the year, "-01", that of the row's year. */
static struct builder_text period_of(struct table_reader *reader,
                                     const struct table_row *row, size_t column)
{
    struct builder_text part = reader->uses[column].period;
    struct builder_text year;
    char *text = reader->wide.period;
    int length;

    if (!reader->layout->has_year_parts)
        return part;
    year = table_marked_period(table_field(row, reader->year_column), &reader->mark);
    length = snprintf(text, sizeof(reader->wide.period), "%.*s%.*s",
                      (int)(year.length < 8 ? year.length : 8), year.text,
                      (int)part.length, part.text);
    return (struct builder_text){text, (size_t)length, year.at};
}

static void give_cell(struct table_reader *reader, const struct table_row *row,
                      size_t column)
{
    size_t given = reader->given_count;

    table_give_row(reader, row, period_of(reader, row, column), column);
    if (reader->given_count > given && row->fields[column].length &&
        !reader->uses[column].first_row)
        reader->uses[column].first_row = reader->row_count;
}

struct table_row table_keep_row(const struct table_row *row, struct arena *arena)
{
    struct builder_text *fields = ARENA_ARRAY(arena, struct builder_text, row->count);

    for (size_t i = 0; i < row->count; i++) {
        fields[i] = row->fields[i];
        fields[i].text = arena_copy(arena, fields[i].text, fields[i].length);
    }
    return (struct table_row){fields, row->count, row->line};
}

static void wait_with(struct table_reader *reader, const struct table_row *row)
{
    struct table_wide *wide = &reader->wide;
    struct arena *arena = reader->arena;

    if (wide->count == wide->room) {
        struct waiting *more = ARENA_ARRAY(arena, struct waiting, 2 * wide->room + 16);
        if (wide->count)
            memcpy(more, wide->row, wide->count * sizeof(*more));
        wide->row = more;
        wide->room = 2 * wide->room + 16;
    }
    wide->row[wide->count++] =
        (struct waiting){table_keep_row(row, arena), reader->row_count};
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
        if (reader->uses[i].first_row && !reader->layout->has_year_parts)
            give_cell(reader, row, i);
        else
            waits = true;
    }
    if (waits)
        wait_with(reader, row);
}

/* Whether some row has a figure in that period of the column: of years, only a row that
 * came later, since those before were asked for it. */
static bool has_come(struct table_reader *reader, const struct waiting *waiting,
                     size_t column)
{
    if (!reader->layout->has_year_parts)
        return reader->uses[column].first_row > waiting->number;
    return table_is_known_period(reader, period_of(reader, &waiting->row, column));
}

static void give_waiting(struct table_reader *reader, const struct waiting *waiting)
{
    if (!table_read_row_unit(reader, &waiting->row))
        return;
    for (size_t i = 0; i < reader->column_count; i++)
        if (is_period(reader, i) && !waiting->row.fields[i].length &&
            has_come(reader, waiting, i))
            give_cell(reader, &waiting->row, i);
}

void table_wide_end(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->wide.count; i++)
        give_waiting(reader, &reader->wide.row[i]);
    reader->wide.count = 0;
}
