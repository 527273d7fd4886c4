/*
 * What a point in the numbers of a table means, where that is not certain: "1.187" may
 * be a little more than one, or more than a thousand. Where commas do not part the
 * fields they may be decimal, and then points part thousands. The first rows tell it
 * when one of their numbers can be read in one way only; else it is asked.
 */
#include "core/load/number_shape.h"
#include "core/load/table_reader.h"

static bool may_part(const struct table_reader *reader)
{
    char separator = table_separator_of(reader->table);

    return (reader->layout == &layout_plain || reader->layout == &layout_bare) &&
           separator && separator != ',';
}

bool table_points_are_doubtful(const struct table_reader *reader)
{
    return may_part(reader) && !reader->signs->sign;
}

void table_look_at_points(struct table_reader *reader)
{
    struct decimal_signs seen = {0};
    struct decimal_signs *signs = reader->signs;

    reader->points_may_part = may_part(reader);
    reader->has_open_points = reader->points_may_part && signs->sign == DECIMAL_OPEN;
    if (!table_points_are_doubtful(reader))
        return;
    for (size_t i = 0; i < reader->samples.count; i++) {
        const struct table_row *row = &reader->samples.rows[i];
        for (size_t c = 0; c < row->count && c < reader->column_count; c++)
            if (table_is_of_figures(reader, c))
                decimal_signs_note(
                    &seen, number_shape(row->fields[c].text, row->fields[c].length));
    }
    signs->has_commas = signs->has_commas || seen.has_commas;
    signs->has_points = signs->has_points || seen.has_points;
    if (seen.has_commas != seen.has_points)
        decimal_signs_settle(signs, seen.has_commas ? ',' : '.');
    reader->has_open_points = seen.has_either && !seen.has_points && !seen.has_commas;
}
