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

static bool is_known(struct table_reader *reader, enum role role,
                     struct builder_text text)
{
    struct unit unit;

    if (role == ROLE_FLOW)
        return table_flow_of(reader, text);
    return layout_unit(arena_copy(reader->arena, text.text, text.length), &unit,
                       reader->arena);
}

/* Whether one of the first rows has a flow there, or a unit, that is known. */
static bool fits_rows(struct table_reader *reader, const struct layout_rule *rule,
                      size_t column)
{
    for (size_t i = 0; i < reader->samples.count && rule->is_by_rows; i++)
        if (is_known(reader, rule->role,
                     table_label_code(
                         reader, table_field(&reader->samples.rows[i], (int)column))))
            return true;
    return !rule->is_by_rows;
}

bool table_rule_fits(struct table_reader *reader, const struct layout_rule *rule,
                     size_t column)
{
    return rule_fits(rule, &reader->headings, column) &&
           !is_no_amount(reader, rule, column) && fits_rows(reader, rule, column);
}
