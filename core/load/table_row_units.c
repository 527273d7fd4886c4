/*
 * Units that rows tell of: a currency and a power of ten of each, where the figures of
 * a measure are in the first one's, and those of another currency a measure of their
 * own.
 */
#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/load/layout_plain_rules.h"
#include "core/load/table_reader.h"

#include <string.h>
#include <strings.h>

bool table_is_plain(const struct table_reader *reader)
{
    return reader->layout->rules == layout_plain_rules;
}

/* "Exports, USD": the unit tells apart what is called the same. */
static void title_in_currency(struct table_reader *reader, struct measure *measure,
                              const char *id)
{
    static const char *const names[][3] = {{"exports", "Exports", "出口"},
                                           {"imports", "Imports", "进口"}};
    const char *code = measure->unit.code;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (measure->title.first || strcmp(id, names[i][0]) != 0)
            continue;
        label_add(&measure->title, reader->arena, "en",
                  arena_printf(reader->arena, "%s, %s", names[i][1], code));
        label_add(&measure->title, reader->arena, "zh",
                  arena_printf(reader->arena, "%s（%s）", names[i][2], code));
    }
}

/* The measure that figures of another currency than the first one's are kept in. */
static size_t other_currency(struct table_reader *reader, const char *id,
                             struct unit first, struct unit row)
{
    const char *other = arena_printf(reader->arena, "%s_%c%c%c", id, row.code[0] | 0x20,
                                     row.code[1] | 0x20, row.code[2] | 0x20);
    size_t number;

    if (dataset_measure(reader->dataset, other) == SIZE_MAX)
        diag_note(
            reader->diags, (struct source_pos){reader->name, reader->row_line, 1},
            N_("from here on some rows are in %s, not in %s: their %s are the column "
               "'%s'"),
            row.code, first.code, id, other);
    number = table_measure(reader, other, row);
    if (number != SIZE_MAX)
        title_in_currency(reader, &reader->dataset->measure[number], id);
    return number;
}

/* The unit of the row, whose power of ten the heading may tell in a table that is no
 * publisher's: "Exports (million)" beside USD. */
static struct unit unit_of_row(const struct table_reader *reader, struct unit heading)
{
    struct unit unit = reader->row_unit;

    if (table_is_plain(reader) && !unit.scale &&
        (heading.kind == UNIT_NONE || strcmp(heading.code, unit.code) == 0))
        unit.scale = heading.scale;
    return unit;
}

/* The measure of this id in the row's unit; another currency is a measure of its own.
 */
size_t table_row_measure(struct table_reader *reader, const char *id, struct unit unit)
{
    const struct measure *measure;
    struct unit row;
    size_t number;

    reader->unit_shift = 0;
    if (reader->row_unit.kind == UNIT_NONE)
        return table_measure(reader, id, unit);
    row = unit_of_row(reader, unit);
    number = table_measure(reader, id, row);
    if (number == SIZE_MAX)
        return SIZE_MAX;
    measure = &reader->dataset->measure[number];
    if (strcmp(measure->unit.code, row.code) != 0) {
        number = other_currency(reader, id, measure->unit, row);
        measure = &reader->dataset->measure[number == SIZE_MAX ? 0 : number];
    }
    reader->unit_shift = row.scale - measure->unit.scale;
    return number;
}

/* The row's unit, which most often is that of the row before. */
static bool same_unit(struct table_reader *reader, struct builder_text text)
{
    if (!reader->last_unit_text || strlen(reader->last_unit_text) != text.length ||
        memcmp(reader->last_unit_text, text.text, text.length) != 0) {
        reader->last_unit_text = arena_copy(reader->arena, text.text, text.length);
        reader->last_unit = (struct unit){0};
        layout_unit(reader->last_unit_text, &reader->last_unit, reader->arena);
    }
    reader->row_unit = reader->last_unit;
    return reader->last_unit.kind != UNIT_NONE;
}

/* What stands beside values in the same column: quantities, national currency, indices,
 * values that are adjusted. */
static bool is_other_indicator(const struct table_reader *reader,
                               struct builder_text text)
{
    static const char *const words[] = {"QUANTITY", "SUPPLEMENTARY", "VALUE_NAC",
                                        "TRD_VAL_", "IVOL",          "IVU"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (text.length >= strlen(words[i]) &&
            memcmp(text.text, words[i], strlen(words[i])) == 0)
            return reader->layout->skips_other_flows;
    return false;
}

/* Eurostat's word for values, which are in the layout's unit. */
static bool is_of_value(struct builder_text text)
{
    return text.length == strlen("TRD_VAL") &&
           memcmp(text.text, "TRD_VAL", text.length) == 0;
}

/* "6", or the word for it. */
static bool read_scale(struct builder_text text, int *scale)
{
    static const struct {
        const char *word;
        int scale;
    } words[] = {{"Units", 0},     {"Unit", 0},      {"Thousands", 3}, {"Thousand", 3},
                 {"1000", 3},      {"1,000", 3},     {"Millions", 6},  {"Million", 6},
                 {"1000000", 6},   {"1,000,000", 6}, {"Billions", 9},  {"Billion", 9},
                 {"1000000000", 9}};
    struct number number = {0};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i].word) == text.length &&
            strncasecmp(words[i].word, text.text, text.length) == 0) {
            *scale = words[i].scale;
            return true;
        }
    if (!number_read(text.text, text.length, &number) || number.value < -15 ||
        number.value > 15)
        return false;
    *scale = (int)number.value;
    return true;
}

bool table_is_scale(struct builder_text text)
{
    int scale;

    return read_scale(text, &scale) && scale >= 0 && scale % 3 == 0;
}

bool table_is_of_others(const struct table_reader *reader, const struct table_row *row)
{
    struct builder_text text = table_field(row, reader->only_column);

    return reader->only_column != COLUMN_NONE &&
           (strlen(reader->only) != text.length ||
            strncasecmp(reader->only, text.text, text.length) != 0);
}

/* What no row of a flow that is read has: quantities are in units of their own, which
 * nobody needs to know. */
static bool leave_row(struct table_reader *reader, const struct table_row *row,
                      const char *words, struct builder_text text)
{
    struct builder_text flow =
        table_label_code(reader, table_field(row, reader->flow_column));

    if (!reader->layout->skips_other_flows || reader->flow_column == COLUMN_NONE ||
        table_flow_id(reader, flow))
        return table_refuse(reader, text.at, words, text);
    reader->other_flow_count++;
    return false;
}

/* In a table that is no publisher's the power of ten goes with the unit that stands
 * beside it, where that has none of its own. False: it has another. */
static bool join_scale(struct table_reader *reader)
{
    int scale = reader->row_scale;

    if (!table_is_plain(reader) || reader->row_unit.kind == UNIT_NONE)
        return true;
    reader->row_scale = 0;
    if (!reader->row_unit.scale)
        reader->row_unit.scale = scale;
    return !scale || reader->row_unit.scale == scale;
}

/* A row without a unit among others that have one is in what is answered. */
static bool read_unit(struct table_reader *reader, struct builder_text text)
{
    bool is_answered = reader->answers && reader->answers->unit.kind != UNIT_NONE;

    if (reader->unit_column == COLUMN_NONE || is_of_value(text))
        return true;
    if (text.length)
        return same_unit(reader, text);
    if (is_answered)
        reader->row_unit = reader->answers->unit;
    return is_answered || !table_is_plain(reader);
}

/* The unit and the power of ten that the row tells of. */
bool table_read_row_unit(struct table_reader *reader, const struct table_row *row)
{
    struct builder_text scale =
        table_label_code(reader, table_field(row, reader->scale_column));
    struct builder_text unit = table_field(row, reader->unit_column);

    reader->row_scale = 0;
    reader->row_unit = (struct unit){0};
    if (is_other_indicator(reader, unit)) {
        reader->other_flow_count++;
        return false;
    }
    if (!read_unit(reader, unit))
        return leave_row(reader, row, _("unknown unit:"), unit);
    if (!scale.length)
        return true;
    return ((!table_is_plain(reader) || table_is_scale(scale)) &&
            read_scale(scale, &reader->row_scale) && join_scale(reader)) ||
           leave_row(reader, row, _("unknown power of ten:"), scale);
}

/* Beside figures whose heading tells their power of ten, or whose unit is answered, one
 * of the rows would count twice. */
void table_settle_scale(struct table_reader *reader)
{
    bool is_good = !reader->answers || reader->answers->unit.kind == UNIT_NONE;

    if (!table_is_plain(reader) || reader->scale_column == COLUMN_NONE ||
        reader->unit_column != COLUMN_NONE)
        return;
    for (size_t i = 0; i < reader->column_count; i++) {
        struct unit unit;
        if (!table_is_of_figures(reader, i))
            continue;
        unit = table_unit_of(reader, i);
        is_good = is_good && unit.kind == UNIT_CURRENCY && !unit.scale;
    }
    if (is_good)
        return;
    reader->uses[reader->scale_column].role = ROLE_NONE;
    reader->scale_column = COLUMN_NONE;
}
