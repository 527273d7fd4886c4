/*
 * Whether a rule of the layout is for a column: by its heading, by what stands below
 * such headings, and, for some, by the first rows.
 */
#include "core/load/table_reader.h"

/* "Exports (%)" are no exports, where any table may have such a heading. */
static bool is_no_amount(const struct table_reader *reader,
                         const struct layout_rule *rule, size_t column)
{
    enum heading_kind kind;

    if (!reader->layout->finds_dimensions ||
        (rule->role != ROLE_FIGURE && rule->role != ROLE_VALUE))
        return false;
    kind = heading_kind(reader->headings.text[column]);
    return kind == HEADING_PERCENT || kind == HEADING_INDEX;
}

/* Where headings tell the unit of figures, a currency of each row is something else,
 * that of invoices for instance. */
static bool has_stated_unit(struct table_reader *reader, size_t but)
{
    struct unit unit = {0};

    if (!table_is_plain(reader))
        return false;
    for (size_t i = 0; i < reader->column_count; i++)
        if (i != but &&
            layout_unit(reader->headings.text[i].text, &unit, reader->arena))
            return true;
    return table_unit_before(&reader->headings, &unit, reader->arena);
}

static bool is_known(struct table_reader *reader, enum role role,
                     struct builder_text text)
{
    struct unit unit;

    if (role == ROLE_FLOW)
        return table_flow_of(reader, text);
    if (role == ROLE_SCALE)
        return table_is_scale(text);
    return layout_unit(arena_copy(reader->arena, text.text, text.length), &unit,
                       reader->arena);
}

/* Whether one of the first rows has a flow there, or a unit, that is known. */
static bool fits_rows(struct table_reader *reader, const struct layout_rule *rule,
                      size_t column)
{
    if (!rule->is_by_rows)
        return true;
    if (rule->role == ROLE_UNIT && has_stated_unit(reader, column))
        return false;
    for (size_t i = 0; i < reader->samples.count; i++)
        if (is_known(reader, rule->role,
                     table_label_code(
                         reader, table_field(&reader->samples.rows[i], (int)column))))
            return true;
    return false;
}

bool table_rule_fits(struct table_reader *reader, const struct layout_rule *rule,
                     size_t column)
{
    return rule_fits(rule, &reader->headings, column) &&
           !is_no_amount(reader, rule, column) && fits_rows(reader, rule, column);
}
