/*
 * Columns that no rule of the layout knows: periods, dimensions, measures, or nothing.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* An id made of a heading is no longer than that. */
enum { ID_MAX = 48 };

/* A heading as an id: "Trade value (US$)" is trade_value_us. */
static const char *id_of(struct table_reader *reader, size_t column)
{
    struct builder_text heading =
        table_label_code(reader, reader->headings.text[column]);
    char *id = arena_copy(reader->arena, heading.text, heading.length);
    size_t used = 0;

    for (size_t i = 0; i < heading.length && used < ID_MAX; i++) {
        unsigned char byte = (unsigned char)heading.text[i];
        if (isalnum(byte) || byte >= 0x80)
            id[used++] = (char)tolower(byte);
        else if (used && id[used - 1] != '_')
            id[used++] = '_';
    }
    while (used && id[used - 1] == '_')
        used--;
    id[used] = '\0';
    return id;
}

/* "Exports 2022": each has a unit of its own. */
static bool read_flow_period(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];

    use->id = (reader->layout->flow_of ? reader->layout->flow_of : layout_flow_of)(
        reader->headings.text[column], &use->period, reader->arena);
    if (!use->id)
        return false;
    use->role = ROLE_AT_PERIOD;
    use->unit = table_unit_of(reader, column);
    use->stated = table_stated_unit(reader, column);
    reader->wide_count++;
    return true;
}

/* "Jan", of the year of each row. */
static bool read_year_part(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];
    const char *part = layout_year_part(&reader->headings, column, reader->arena);

    if (!part)
        return false;
    use->role = ROLE_AT_PERIOD;
    use->period = (struct builder_text){part, strlen(part), {0}};
    reader->wide_count++;
    return true;
}

/* "2022 (USD thousand)" up to the bracket. */
static size_t without_unit(struct builder_text text)
{
    const char *bracket = text.length ? memchr(text.text, '(', text.length) : NULL;
    size_t length = bracket ? (size_t)(bracket - text.text) : text.length;

    while (length && text.text[length - 1] == ' ')
        length--;
    return length;
}

static bool read_heading_period(struct table_reader *reader, size_t column)
{
    struct builder_text mark;
    struct builder_text text =
        table_marked_period(reader->headings.text[column], &mark);
    const char *prefix = reader->layout->period_prefix;
    size_t length = prefix ? strlen(prefix) : 0;
    struct period period;

    if (table_is_fiscal(text) && table_has_fiscal_headings(&reader->headings)) {
        table_note_fiscal(reader, text);
        text.length = 4;
    }
    if (reader->layout->has_year_parts)
        return read_year_part(reader, column);
    if (reader->layout->has_flow_periods)
        return read_flow_period(reader, column);
    if (text.length < length || (length && strncasecmp(text.text, prefix, length) != 0))
        return false;
    text.text += length;
    text.length -= length;
    if (prefix)
        text.length = without_unit(text);
    if (!period_read(text.text, text.length, &period))
        return false;
    reader->uses[column].role = ROLE_AT_PERIOD;
    reader->uses[column].period = text;
    if (prefix)
        reader->uses[column].unit = table_unit_of(reader, column);
    reader->uses[column].mark = mark;
    reader->wide_count++;
    return true;
}

/* The field of the first row under a heading. */
static struct builder_text sample_of(const struct table_reader *reader, size_t column)
{
    if (column >= reader->sample_count)
        return (struct builder_text){"", 0, {0}};
    return table_label_code(reader, reader->sample[column]);
}

/* What stands for a figure that is not there, and hardly for a member. */
static bool is_no_figure(struct builder_text text)
{
    static const char *const words[] = {":",   ".",   "..",  "...", "n.a.",
                                        "n/a", "N/A", "NaN", "…"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i]) == text.length &&
            memcmp(words[i], text.text, text.length) == 0)
            return true;
    return false;
}

/* "(50)", "+3.1%" and "1,187.5" are numbers too. */
static bool is_number(struct builder_text text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.length; i++) {
        char byte = text.text[i];
        bool is_first = i == 0 && strchr("+-(", byte);
        bool is_last = i + 1 == text.length && strchr("%)", byte);
        digits += isdigit((unsigned char)byte) != 0;
        if (!byte || (!isdigit((unsigned char)byte) && !is_first && !is_last &&
                      !strchr("., -", byte)))
            return false;
        if (byte == '-' && i > 1)
            return false;
    }
    return digits > 0;
}

static bool is_text(const struct table_reader *reader, size_t column)
{
    struct builder_text sample = sample_of(reader, column);
    struct number number;

    return sample.length && !number_read(sample.text, sample.length, &number) &&
           !is_number(sample) && !is_no_figure(sample);
}

/* With labels by name, a column is followed by that of its names. */
static bool take_name(struct table_reader *reader, size_t column)
{
    if (!table_sdmx_has_label(reader, column))
        return false;
    reader->uses[column + 1].role = ROLE_SKIP;
    return true;
}

/* Time goes by another name in some structures: it is what reads as a period. */
static bool take_period(struct table_reader *reader, size_t column)
{
    struct builder_text sample = sample_of(reader, column);
    struct period period;

    if (reader->period_column != COLUMN_NONE || reader->year_column != COLUMN_NONE ||
        !period_read(sample.text, sample.length, &period))
        return false;
    reader->uses[column].role = ROLE_PERIOD;
    reader->period_column = (int)column;
    take_name(reader, column);
    return true;
}

static void take_dimension(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];

    if (reader->dataset->dimension_count + 1 >= DIMENSION_MAX)
        return;
    use->dimension = table_dimension(reader, id_of(reader, column), column);
    use->role = use->dimension == SIZE_MAX ? ROLE_NONE : ROLE_CODE;
    if (use->role == ROLE_CODE && take_name(reader, column))
        reader->dimension[use->dimension].name_column = (int)column + 1;
}

/* Structures may call their measures as they like: numbers behind the period, where
 * nothing is called OBS_VALUE. */
static bool is_measure(const struct table_reader *reader, size_t column)
{
    struct builder_text sample = sample_of(reader, column);
    struct number number;

    for (size_t i = 0; i < reader->headings.count; i++)
        if (strncmp(reader->headings.folded[i], "obsvalue", 8) == 0)
            return false;
    return reader->period_column != COLUMN_NONE &&
           (int)column > reader->period_column && sample.length &&
           number_read(sample.text, sample.length, &number);
}

/* "OBS_VALUE1": structures with several measures number them. */
static bool take_measure(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];

    if (strncmp(reader->headings.folded[column], "obsvalue", 8) != 0 &&
        !is_measure(reader, column))
        return false;
    use->role = ROLE_FIGURE;
    use->id = id_of(reader, column);
    use->unit = reader->layout->unit;
    return true;
}

/* "Merchandise exports (current US$) [TX.VAL.MRCH.CD.WT]": a measure by the code of its
 * series, when that is known. */
static void take_series(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];
    struct builder_text heading = reader->headings.text[column];
    const char *bracket =
        heading.length ? memchr(heading.text, '[', heading.length) : NULL;

    for (const struct layout_flow *flow = reader->layout->flows; bracket && flow->word;
         flow++) {
        size_t length = strlen(flow->word);
        if (strncmp(bracket + 1, flow->word, length) != 0 || bracket[length + 1] != ']')
            continue;
        use->role = ROLE_FIGURE;
        use->id = flow->measure;
        use->unit = reader->layout->unit;
    }
}

/* Of its own: an index has not that of the amounts of the table. */
static bool has_unit(const struct table_reader *reader, size_t column)
{
    const struct builder_text *heading = &reader->headings.text[column];
    struct unit unit;

    return layout_unit(arena_copy(reader->arena, heading->text, heading->length), &unit,
                       reader->arena);
}

/* Percentages have one unit, whatever is answered of amounts. */
static struct unit unit_of(const struct table_reader *reader, size_t column)
{
    enum heading_kind kind = heading_kind(reader->headings.text[column]);
    struct unit unit = {UNIT_PERCENT, "percent", 0};

    if (kind == HEADING_PERCENT)
        return unit;
    if (kind == HEADING_INDEX && !has_unit(reader, column))
        return (struct unit){UNIT_QUANTITY, N_("index"), 0};
    return table_unit_of(reader, column);
}

/* Figures that are called as their heading is. */
static void take_figure(struct table_reader *reader, size_t column)
{
    struct column_use *use = &reader->uses[column];
    struct builder_text title = reader->headings.text[column];

    use->unit = unit_of(reader, column);
    use->measure = table_measure(reader, id_of(reader, column), use->unit);
    use->role = use->measure == SIZE_MAX ? ROLE_NONE : ROLE_FIGURE;
    if (use->role == ROLE_FIGURE)
        label_add(&reader->dataset->measure[use->measure].title, reader->arena, "",
                  text_clean(reader->arena, title.text, title.length));
}

/* A column of a table that could have any: text tells rows apart, unless it is of
 * another kind by its heading. */
static void take_found(struct table_reader *reader, size_t column)
{
    enum heading_kind kind = heading_kind(reader->headings.text[column]);

    if (kind == HEADING_REMARK)
        reader->uses[column].role = ROLE_REMARK;
    else if (kind == HEADING_AMOUNT &&
             (is_text(reader, column) || table_bare_is_code(reader, column)))
        take_dimension(reader, column);
}

size_t table_named_by(const struct table_reader *reader, size_t column)
{
    for (size_t d = 0; d < reader->dataset->dimension_count; d++)
        if (reader->dimension[d].name_column == (int)column ||
            reader->dimension[d].other_column == (int)column)
            return d;
    return SIZE_MAX;
}

/* What is added up and what is not have no place in one table of measures. */
static bool is_index_beside_amounts(const struct table_reader *reader, size_t column)
{
    bool has_amounts = false;

    for (size_t i = 0; i < reader->column_count; i++)
        has_amounts =
            has_amounts ||
            ((reader->uses[i].role == ROLE_NONE ||
              reader->uses[i].role == ROLE_FIGURE) &&
             table_named_by(reader, i) == SIZE_MAX && *reader->headings.folded[i] &&
             heading_kind(reader->headings.text[i]) == HEADING_AMOUNT);
    return has_amounts && heading_kind(reader->headings.text[column]) == HEADING_INDEX;
}

static void take_other(struct table_reader *reader, size_t column)
{
    const struct layout_ops *layout = reader->layout;

    if (layout->has_wide_periods && read_heading_period(reader, column))
        return;
    if (layout->others_are_dimensions) {
        if (!take_measure(reader, column) && !take_period(reader, column) &&
            table_sdmx_is_dimension(reader, column))
            take_dimension(reader, column);
    } else if (column == reader->bare_figure) {
        take_figure(reader, column);
    } else if (layout->finds_dimensions) {
        take_found(reader, column);
    } else if (layout->others_are_measures && layout->skips_other_flows) {
        take_series(reader, column);
    } else if (layout->others_are_measures &&
               !is_index_beside_amounts(reader, column)) {
        take_figure(reader, column);
    }
}

/* Names stand in columns of their own, which are not others. */
void table_take_others(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->uses[i].role == ROLE_NONE &&
            table_named_by(reader, i) == SIZE_MAX && *reader->headings.folded[i])
            take_other(reader, i);
}
