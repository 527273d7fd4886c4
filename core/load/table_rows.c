#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/table_figures.h"
#include "core/model/builder_block.h"

#include <string.h>

static bool refuse(struct table_reader *reader, struct source_pos at,
                   const char *message)
{
    reader->refused_count++;
    if (reader->refused_count <= UNREADABLE_MAX)
        table_keep_unreadable(reader, at, message);
    return false;
}

bool table_refuse(struct table_reader *reader, struct source_pos at, const char *words,
                  struct builder_text text)
{
    return refuse(reader, at,
                  arena_printf(reader->diags->arena, _("row left out: %s '%.*s'"),
                               words, (int)(text.length < 60 ? text.length : 60),
                               text.text));
}

struct builder_text table_field(const struct table_row *row, int column)
{
    if (column == COLUMN_NONE || (size_t)column >= row->count)
        return (struct builder_text){"", 0, row->fields[0].at};
    return row->fields[column];
}

static bool give_period(struct table_reader *reader, struct builder_text text,
                        struct source_pos at)
{
    struct period period;

    text.at = at;
    if (period_read(text.text, text.length, &period)) {
        reader->dates.has_others =
            reader->dates.has_others || period.frequency == FREQUENCY_DAY;
        builder_period(reader->builder, text);
        return true;
    }
    if (!table_read_date(reader, text, &period))
        return table_refuse(reader, at, _("no period:"), text);
    builder_period_as(reader->builder, text, period);
    return true;
}

/* Of a member that is met for the first time. */
static void keep_names(struct table_reader *reader, const struct table_row *row,
                       size_t dimension, uint32_t member, struct builder_text name)
{
    struct table_dimension *of = &reader->dimension[dimension];
    struct builder_text other = table_field(row, of->other_column);

    if (name.length)
        table_keep_name(reader, &of->names, member, name);
    if (other.length)
        table_keep_name(reader, &of->others, member, other);
}

static bool give_code(struct table_reader *reader, const struct table_row *row,
                      const struct column_use *use, struct builder_text text)
{
    const struct dimension *dimension = &reader->dataset->dimension[use->dimension];
    const struct layout_rule *rule = reader->dimension[use->dimension].rule;
    uint32_t before = dimension->member_count;
    int column = reader->dimension[use->dimension].name_column;
    struct builder_text code = table_label_code(reader, text);
    struct builder_text name = table_label_name(reader, text);

    if (!name.length && column != COLUMN_NONE)
        name = table_field(row, column);
    /* No code, but a name: it is its own code. Neither: what holds of all. */
    if (!code.length)
        code = name;
    if (!code.length &&
        (reader->layout->others_are_dimensions || reader->layout->has_empty_codes))
        code = (struct builder_text){"_Z", 2, text.at};
    if (!code.length && !rule->heading)
        code = (struct builder_text){"_Z", 2, text.at};
    if (!code.length && rule->may_be_empty)
        code = (struct builder_text){rule->whole, strlen(rule->whole), text.at};
    if (!code.length)
        return table_refuse(reader, text.at, dimension->id, code);
    builder_code(reader->builder, use->dimension, code);
    if (dimension->member_count > before)
        keep_names(reader, row, use->dimension, before, name);
    if (reader->layout->has_continents && use->role == ROLE_CODE)
        table_place_member(reader, use->dimension,
                           dict_find(&dimension->codes, code.text, code.length),
                           table_field(row, reader->level_column),
                           table_field(row, reader->parent_column));
    return true;
}

/* The unit of a column by its heading, where rows tell theirs; else as answered. */
static struct unit heading_unit(const struct table_reader *reader, struct unit stated,
                                struct unit answered)
{
    return table_is_plain(reader) && reader->unit_column != COLUMN_NONE ? stated
                                                                        : answered;
}

static struct unit unit_of_values(const struct table_reader *reader)
{
    const int column = reader->value_column;

    return heading_unit(reader,
                        column == COLUMN_NONE ? reader->value_unit
                                              : reader->uses[column].stated,
                        reader->value_unit);
}

static bool give_value(struct table_reader *reader, const struct table_row *row,
                       struct builder_text value)
{
    struct builder_text flow =
        table_label_code(reader, table_field(row, reader->flow_column));
    /* Of a column for each period, without a flow. */
    const char *id =
        reader->flow_column == COLUMN_NONE ? reader->flow : table_flow_id(reader, flow);

    if (id) {
        size_t measure = table_row_measure(reader, id, unit_of_values(reader));
        if (reader->unit_column == COLUMN_NONE)
            builder_keep_flow(reader->builder, flow, measure);
        return table_give_figure(reader, measure, value);
    }
    if (!reader->layout->skips_other_flows)
        return table_refuse(reader, flow.at, _("unknown flow:"), flow);
    reader->other_flow_count++;
    return false;
}

static bool give_column(struct table_reader *reader, const struct table_row *row,
                        size_t column)
{
    const struct column_use *use = &reader->uses[column];
    struct builder_text text = row->fields[column];

    switch (use->role) {
    case ROLE_CODE:
    case ROLE_REPORTER:
        return give_code(reader, row, use, text);
    case ROLE_FIGURE:
        if (use->is_own && !text.length)
            return true;
        return table_give_figure(
            reader,
            reader->unit_column == COLUMN_NONE
                ? use->measure
                : table_row_measure(reader, use->id,
                                    heading_unit(reader, use->stated, use->unit)),
            text);
    case ROLE_FLAG:
        table_give_flag(reader, use->measure, text);
        return true;
    case ROLE_REMARK:
        builder_attribute(reader->builder, ATTRIBUTE_REMARK, use->measure, text);
        return true;
    case ROLE_VINTAGE:
        builder_attribute(reader->builder, ATTRIBUTE_VINTAGE, use->measure, text);
        return true;
    default:
        return true;
    }
}

/* Of a wide row: the heading may say the flow. */
static bool give_wide(struct table_reader *reader, const struct table_row *row,
                      size_t column)
{
    const struct column_use *use = &reader->uses[column];

    if (!use->id)
        return give_value(reader, row, row->fields[column]);
    return table_give_figure(
        reader,
        table_row_measure(reader, use->id,
                          heading_unit(reader, use->stated, use->unit)),
        row->fields[column]);
}

/* One observation: the row in a period; of a wide row, that of one column. */
void table_give_row(struct table_reader *reader, const struct table_row *row,
                    struct builder_text period, size_t wide)
{
    struct source_pos at = {reader->name, row->line, 1};
    bool is_good;

    reader->row_line = row->line;
    reader->row = row;
    builder_row(reader->builder, at);
    builder_row_action(reader->builder, table_action_of(reader, row));
    is_good = give_period(reader, period, at);
    if (wide != SIZE_MAX && !reader->layout->has_year_parts)
        reader->mark = reader->uses[wide].mark;
    if (is_good && reader->mark.length)
        table_give_flag(reader, MEASURE_NONE, reader->mark);
    if (is_good && wide != SIZE_MAX)
        is_good = give_wide(reader, row, wide);
    else if (is_good && reader->value_column != COLUMN_NONE)
        is_good = give_value(reader, row, table_field(row, reader->value_column));
    for (size_t i = 0; is_good && i < reader->column_count; i++)
        is_good = give_column(reader, row, i);
    if (!is_good)
        return;
    builder_row_end(reader->builder);
    reader->given_count++;
    if (reader->has_stated)
        table_keep_stated(reader, row, period);
}

/* A comma at the line's end makes a field that no heading is for. */
static bool has_right_count(const struct table_reader *reader,
                            const struct table_row *row)
{
    size_t count = row->count;

    while (count > reader->column_count && !row->fields[count - 1].length)
        count--;
    return count == reader->column_count;
}

/* Rows of SDMX that have attributes of a part of the data. */
static bool has_attributes_alone(const struct table_reader *reader,
                                 const struct table_row *row)
{
    bool is_empty = reader->layout->others_are_dimensions &&
                    reader->period_column != COLUMN_NONE &&
                    !table_field(row, reader->period_column).length &&
                    !table_field(row, reader->value_column).length;

    for (size_t i = 0; is_empty && i < reader->column_count; i++)
        is_empty = reader->uses[i].role != ROLE_FIGURE || !row->fields[i].length;
    return is_empty;
}

/* Rows that have no figure to give: what they delete is gone by now. */
static bool has_no_figures(struct table_reader *reader, const struct table_row *row)
{
    if (table_action_of(reader, row) == ROW_DELETES) {
        reader->deleted_count++;
        table_delete(reader, row);
        return true;
    }
    if (!has_attributes_alone(reader, row))
        return false;
    reader->attribute_count++;
    return true;
}

static void try_row(struct table_reader *reader, const struct table_row *row)
{
    struct source_pos at = {reader->name, row->line, 1};

    if (!has_right_count(reader, row)) {
        refuse(reader, at,
               arena_printf(reader->diags->arena,
                            _("row left out: it has %zu fields, the head has %zu"),
                            row->count, reader->column_count));
        return;
    }
    if (has_no_figures(reader, row))
        return;
    if (table_is_of_others(reader, row)) {
        reader->other_flow_count++;
        return;
    }
    if (!table_read_row_unit(reader, row))
        return;
    if (reader->wide_count)
        table_wide_row(reader, row);
    else
        table_give_row(reader, row, table_row_period(reader, row), SIZE_MAX);
}

static void read_figures(struct table_reader *reader, const struct table_row *row)
{
    struct row_fates *fates = &reader->dataset->fates;
    size_t given = reader->given_count;
    size_t refused = reader->refused_count;
    size_t unreadable = reader->unreadable_count;

    reader->row_count++;
    try_row(reader, row);
    if (reader->given_count > given) {
        fates->used++;
        fates->figures += reader->unreadable_count - unreadable;
        return;
    }
    /* What is wrong with a row as a whole has been said. */
    reader->unreadable_count = unreadable;
    if (reader->refused_count > refused)
        fates->refused++;
    else
        fates->other++;
}

/* What stood before a row of figures is no foot. */
static void read_waiting(struct table_reader *reader)
{
    size_t count = reader->foot.count;

    reader->foot.count = 0;
    for (size_t i = 0; i < count; i++)
        read_figures(reader, &reader->foot.line[i]);
}

static void read_row(struct table_reader *reader, const struct table_row *row)
{
    if (table_is_footer(reader, row) || table_foot_waits(reader, row))
        return;
    read_waiting(reader);
    read_figures(reader, row);
}

void table_make_room(struct table_reader *reader)
{
    enum { SEEN = 1000 }; /* observations that say how many bytes one takes */
    size_t seen = reader->dataset->observation_count - reader->observations_before;

    if (reader->has_room || seen < SEEN)
        return;
    builder_expect(reader->builder, table_rows_ahead(reader->table, seen));
    reader->has_room = true;
}

void table_read_rows(struct table_reader *reader)
{
    struct table_straight *straight = table_straight_open(reader);
    struct table_row row;

    reader->observations_before = reader->dataset->observation_count;
    reader->has_room = false;
    for (size_t i = 0; i < reader->samples.count; i++)
        read_row(reader, &reader->samples.rows[i]);
    for (;;) {
        size_t line = table_line(reader->table);
        table_straight_rows(straight);
        if (table_line(reader->table) != line)
            read_waiting(reader);
        if (!table_next(reader->table, &row))
            break;
        read_row(reader, &row);
        table_make_room(reader);
    }
    table_straight_end(straight);
    table_wide_end(reader);
    table_foot_end(reader);
    if (reader->other_flow_count)
        diag_warning(reader->diags, (struct source_pos){.file = reader->name},
                     "%zu figures of other flows or indicators were left out",
                     reader->other_flow_count);
    table_sdmx_say_left(reader);
    table_say_unreadable(reader);
    if (reader->refused_count)
        diag_warning(reader->diags, (struct source_pos){.file = reader->name},
                     "%zu of %zu rows were left out", reader->refused_count,
                     reader->row_count);
}
