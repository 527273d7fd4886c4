/*
 * The unit of a column's figures: what the table states, else what a person answers. An
 * answer that contradicts the table is a mistake, because one of the two is wrong by
 * powers of ten.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

/* What the layout, the heading or the rows before it say; UNIT_NONE: nothing does, but
 * perhaps a power of ten. */
struct unit table_stated_unit(const struct table_reader *reader, size_t column)
{
    struct unit unit = reader->layout->unit;
    const struct builder_text *heading = &reader->headings.text[column];

    if (reader->layout->has_usual_unit &&
        table_unit_before(&reader->headings, &unit, reader->arena))
        return unit;
    if (unit.kind == UNIT_NONE)
        layout_unit(arena_copy(reader->arena, heading->text, heading->length), &unit,
                    reader->arena);
    if (unit.kind == UNIT_NONE)
        table_unit_before(&reader->headings, &unit, reader->arena);
    if (unit.kind == UNIT_NONE)
        unit.scale = layout_power(heading->text, reader->arena);
    return unit;
}

struct unit table_unit_of(const struct table_reader *reader, size_t column)
{
    if (reader->answers && reader->answers->unit.kind != UNIT_NONE)
        return reader->answers->unit;
    return table_stated_unit(reader, column);
}

bool table_same_unit(struct unit a, struct unit b)
{
    return a.kind == b.kind && a.scale == b.scale &&
           (a.code == b.code || (a.code && b.code && strcmp(a.code, b.code) == 0));
}

/* "Exports (USD)" with millions in it: the heading tells a currency and no scale. */
static bool settles_scale(const struct table_reader *reader, struct unit stated)
{
    return reader->layout->unit.kind == UNIT_NONE && !stated.scale &&
           strcmp(stated.code, reader->answers->unit.code) == 0;
}

static bool say_contradiction(const struct table_reader *reader, size_t column,
                              struct unit stated)
{
    const struct unit *answer = &reader->answers->unit;
    const struct builder_text *heading = &reader->headings.text[column];
    struct source_pos at = {reader->name, reader->heading_line, 1};
    char says[UNIT_SHOWN_MAX];
    char answered[UNIT_SHOWN_MAX];

    unit_show(says, stated, stated.scale);
    unit_show(answered, *answer, answer->scale);
    if (settles_scale(reader, stated)) {
        diag_warning(reader->diags, at,
                     "'%.*s' says %s and no power of ten: its figures are taken for "
                     "%s, as --unit says",
                     (int)heading->length, heading->text, says, answered);
        return true;
    }
    return diag_error(reader->diags, at,
                      "'%.*s' is in %s by the table itself, --unit=%s:%d says %s: one "
                      "of them is wrong; --unit is for a table that does not say it",
                      (int)heading->length, heading->text, says, answer->code,
                      answer->scale, answered);
}

bool table_is_of_figures(const struct table_reader *reader, size_t column)
{
    enum role role = reader->uses[column].role;

    return role == ROLE_VALUE || role == ROLE_FIGURE || role == ROLE_AT_PERIOD;
}

bool table_check_unit(const struct table_reader *reader)
{
    if (!reader->answers || reader->answers->unit.kind == UNIT_NONE ||
        reader->answers->has_own_unit || reader->layout->has_usual_unit)
        return true;
    if (reader->unit_column != COLUMN_NONE)
        diag_warning(reader->diags,
                     (struct source_pos){reader->name, reader->heading_line, 1},
                     N_("the rows of this table state their units: --unit says that of "
                        "rows that state none"));
    for (size_t i = 0; i < reader->column_count && reader->unit_column == COLUMN_NONE;
         i++) {
        struct unit stated;
        if (!table_is_of_figures(reader, i))
            continue;
        stated = table_stated_unit(reader, i);
        if (stated.kind != UNIT_NONE && !table_same_unit(stated, reader->answers->unit))
            return say_contradiction(reader, i, stated);
    }
    return true;
}

/* "XG_FOB_USD", "MIO_EXP_VAL" of Eurostat: the flow says what the values are in. */
static struct unit unit_of_flow(struct table_reader *reader, const char *word)
{
    struct unit unit = {0};

    if (strncmp(word, "MIO_", 4) == 0)
        return (struct unit){UNIT_CURRENCY, "EUR", 6};
    layout_unit(word, &unit, reader->arena);
    return unit;
}

void table_settle_flow_unit(struct table_reader *reader)
{
    if (!reader->layout->skips_other_flows || reader->flow_column == COLUMN_NONE ||
        reader->value_column == COLUMN_NONE)
        return;
    for (size_t i = 0;
         i < reader->samples.count && reader->value_unit.kind == UNIT_NONE; i++) {
        const struct layout_flow *flow = table_flow_of(
            reader, table_label_code(reader, table_field(&reader->samples.rows[i],
                                                         reader->flow_column)));
        if (flow)
            reader->value_unit = unit_of_flow(reader, flow->word);
    }
}

void table_settle_units(struct table_reader *reader)
{
    struct dataset *dataset = reader->dataset;
    bool is_unsaid;

    for (size_t i = 0; i < dataset->measure_count; i++)
        if (dataset->measure[i].unit.kind == UNIT_CURRENCY &&
            dataset->unit.kind == UNIT_NONE)
            dataset->unit = dataset->measure[i].unit;
    if (dataset->unit.kind == UNIT_NONE && reader->value_unit.kind != UNIT_NONE)
        dataset->unit = reader->value_unit;
    is_unsaid =
        reader->has_unsaid_unit ||
        (reader->wide_count && reader->unit_column == COLUMN_NONE &&
         reader->value_unit.kind == UNIT_NONE) ||
        (reader->value_column != COLUMN_NONE && reader->unit_column == COLUMN_NONE &&
         reader->value_unit.kind == UNIT_NONE);
    reader->open->unit =
        reader->open->unit || (is_unsaid && reader->bare_figure == SIZE_MAX);
    if (is_unsaid && reader->bare_figure == SIZE_MAX)
        diag_warning(reader->diags,
                     (struct source_pos){reader->name, reader->heading_line, 1},
                     N_("the table does not say its unit; --unit=USD:6 says million US "
                        "dollars"));
}
