/*
 * What a point in the numbers of a table means, where that is not certain: "1.187" may
 * be a little more than one, or more than a thousand. Where commas do not part the
 * fields they may be decimal, and then points part thousands. The first rows tell it
 * when one of their numbers can be read in one way only; else it is asked.
 */
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* Which readings numbers have been seen that leave no other. */
struct points {
    bool is_decimal; /* "12.5", "0.187", "1234.567", "1,187.5" */
    bool is_group;   /* "1.187.500", "1.187,5", "12,5" */
    bool is_either;  /* "1.187" */
};

static size_t digits_in(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && isdigit((unsigned char)text[count]))
        count++;
    return count;
}

/* Of a number with a point and no comma. */
static void look_at_point(struct points *points, const char *text, size_t length)
{
    size_t before = digits_in(text, length);
    size_t behind = digits_in(text + before + 1, length - before - 1);

    if (text[before] != '.')
        return;
    if (before + 1 + behind < length)
        points->is_group =
            points->is_group || (behind == 3 && text[before + 1 + behind] == '.');
    else if (behind != 3 || before > 3 || *text == '0' || !before)
        points->is_decimal = true;
    else
        points->is_either = true;
}

static void look_at(struct points *points, struct builder_text field)
{
    const char *text = field.text;
    size_t length = field.length;
    const char *point;
    const char *comma;

    if (length && (*text == '-' || *text == '+'))
        text++, length--;
    if (!length || !isdigit((unsigned char)*text))
        return;
    point = memchr(text, '.', length);
    comma = memchr(text, ',', length);
    if (point && comma)
        *(point < comma ? &points->is_group : &points->is_decimal) = true;
    else if (point)
        look_at_point(points, text, length);
    else if (comma && digits_in(comma + 1, length - (size_t)(comma + 1 - text)) != 3)
        points->is_group = true;
}

static bool has_figures(const struct table_reader *reader, size_t column)
{
    enum role role = reader->uses[column].role;

    return role == ROLE_FIGURE || role == ROLE_VALUE || role == ROLE_AT_PERIOD;
}

bool table_points_are_doubtful(const struct table_reader *reader)
{
    char separator = table_separator_of(reader->table);

    return (reader->layout == &layout_plain || reader->layout == &layout_bare) &&
           separator && separator != ',' && !reader->decimal;
}

void table_look_at_points(struct table_reader *reader)
{
    struct points points = {0};

    if (!table_points_are_doubtful(reader))
        return;
    for (size_t i = 0; i < reader->samples.count; i++) {
        const struct table_row *row = &reader->samples.rows[i];
        for (size_t c = 0; c < row->count && c < reader->column_count; c++)
            if (has_figures(reader, c))
                look_at(&points, row->fields[c]);
    }
    if (points.is_group && !points.is_decimal)
        reader->decimal = ',';
    reader->has_open_points =
        points.is_either && !points.is_decimal && !points.is_group;
}

bool table_is_open_point(const struct table_reader *reader, struct builder_text text)
{
    struct points points = {0};

    if (reader->has_open_points && !reader->decimal)
        look_at(&points, text);
    return points.is_either;
}
