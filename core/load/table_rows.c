#include "core/base/number.h"
#include "core/base/text.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { WARNINGS_MAX = 20 };

/* Words of absence as files have them, and ours. */
static const struct {
    const char *word;
    const char *ours;
} absences[] = {
    {"", "~"},    {"..", "~"},   {"...", "~"}, {":", "~"},    {"na", "~"},
    {"n/a", "~"}, {"n.a.", "~"}, {"nan", "~"}, {"null", "~"}, {"none", "~"},
    {"…", "~"},   {"~", "~"},    {"-", "-"},   {"–", "-"},    {"—", "-"},
    {"z", "-"},   {": z", "-"},  {"c", "c"},   {": c", "c"},  {"x", "c"},
    {"(s)", "c"}, {"<", "<"},
};

static bool read_absence(struct builder_text *text)
{
    char folded[8] = "";

    if (text->length >= sizeof(folded))
        return false;
    for (size_t i = 0; i < text->length; i++)
        folded[i] = (char)tolower((unsigned char)text->text[i]);
    for (size_t i = 0; i < sizeof(absences) / sizeof(absences[0]); i++)
        if (strcmp(folded, absences[i].word) == 0) {
            text->text = absences[i].ours;
            text->length = 1;
            return true;
        }
    return false;
}

/* What commas and points in a number can be. */
enum shape { SHAPE_NONE, SHAPE_GROUPS, SHAPE_COMMA, SHAPE_EITHER };

static size_t digits_at(const char *text, size_t length, size_t at)
{
    size_t count = 0;

    while (at + count < length && isdigit((unsigned char)text[at + count]))
        count++;
    return count;
}

/* "1,187.5" and "1,187,500" are groups, "12,4" is a decimal comma, "1,187" is either.
 */
static enum shape shape_of(const char *text, size_t length)
{
    size_t at = length && (*text == '-' || *text == '+');
    size_t first = digits_at(text, length, at);
    size_t groups = 0;
    size_t last = first;

    for (at += first; at < length && text[at] == ','; groups++) {
        last = digits_at(text, length, at + 1);
        if (last != 3)
            return !groups && first && last && at + 1 + last == length ? SHAPE_COMMA
                                                                       : SHAPE_NONE;
        at += 1 + last;
    }
    if (!groups || !first || first > 3)
        return groups == 1 && first > 3 && at == length ? SHAPE_COMMA : SHAPE_NONE;
    if (at == length)
        return groups == 1 ? SHAPE_EITHER : SHAPE_GROUPS;
    return text[at] == '.' && at + 1 + digits_at(text, length, at + 1) == length
               ? SHAPE_GROUPS
               : SHAPE_NONE;
}

/* Puts the number together without its groups, with a point. */
static bool rewrite(struct table_reader *reader, struct builder_text *text,
                    bool is_comma)
{
    size_t used = 0;

    if (text->length >= sizeof(reader->scratch))
        return false;
    for (size_t i = 0; i < text->length; i++) {
        char byte = text->text[i];
        if (byte == ',' && !is_comma)
            continue;
        reader->scratch[used++] = byte == ',' ? '.' : byte;
    }
    text->text = reader->scratch;
    text->length = used;
    return true;
}

bool table_number(struct table_reader *reader, struct builder_text *text)
{
    struct number number;
    enum shape shape;

    if (number_read(text->text, text->length, &number) || read_absence(text))
        return true;
    shape = shape_of(text->text, text->length);
    if (shape == SHAPE_EITHER && reader->decimal)
        shape = reader->decimal == ',' ? SHAPE_COMMA : SHAPE_GROUPS;
    if (shape == SHAPE_COMMA)
        reader->decimal = ',';
    if (shape == SHAPE_GROUPS)
        reader->decimal = '.';
    if (shape == SHAPE_NONE || shape == SHAPE_EITHER)
        return false;
    return rewrite(reader, text, shape == SHAPE_COMMA) &&
           number_read(text->text, text->length, &number);
}

static bool refuse(struct table_reader *reader, struct source_pos at, const char *words,
                   struct builder_text text)
{
    reader->refused_count++;
    if (reader->refused_count <= WARNINGS_MAX)
        diag_warning(reader->diags, at, "row left out: %s '%.*s'", words,
                     (int)(text.length < 60 ? text.length : 60), text.text);
    return false;
}

static struct builder_text field(const struct table_row *row, int column)
{
    if (column == COLUMN_NONE || (size_t)column >= row->count)
        return (struct builder_text){"", 0, row->fields[0].at};
    return row->fields[column];
}

/* A year and a month beside it; month 52, or none, is the whole year. */
static struct builder_text year_and_month(struct table_reader *reader,
                                          const struct table_row *row)
{
    struct builder_text year = field(row, reader->year_column);
    struct builder_text month = field(row, reader->month_column);
    long number = 0;

    for (size_t i = 0; i < month.length && isdigit((unsigned char)month.text[i]); i++)
        number = number * 10 + (month.text[i] - '0');
    if (!month.length || month.length > 12 || number > 12 || year.length > 8)
        return year;
    if (number)
        snprintf(reader->scratch, sizeof(reader->scratch), "%.*s-%02ld",
                 (int)year.length, year.text, number);
    else
        snprintf(reader->scratch, sizeof(reader->scratch), "%.*s %.*s",
                 (int)month.length, month.text, (int)year.length, year.text);
    year.length = strlen(reader->scratch);
    year.text = reader->scratch;
    return year;
}

/* "2010 [YR2010]" is 2010. */
static struct builder_text period_of(struct table_reader *reader,
                                     const struct table_row *row)
{
    struct builder_text text = reader->period_column != COLUMN_NONE
                                   ? field(row, reader->period_column)
                                   : year_and_month(reader, row);
    const char *bracket = text.length ? memchr(text.text, '[', text.length) : NULL;

    if (bracket)
        text.length = (size_t)(bracket - text.text);
    while (text.length && text.text[text.length - 1] == ' ')
        text.length--;
    return text;
}

static bool give_period(struct table_reader *reader, const struct table_row *row,
                        struct source_pos at)
{
    struct builder_text text = period_of(reader, row);
    struct period period;

    if (!period_read(text.text, text.length, &period))
        return refuse(reader, at, "no period:", text);
    text.at = at;
    builder_period(reader->builder, text);
    return true;
}

/* The first name of a member stays. */
static void keep_name(struct table_reader *reader, size_t dimension, uint32_t member,
                      struct builder_text name)
{
    struct table_dimension *of = &reader->dimension[dimension];

    if (member >= of->name_capacity) {
        uint32_t capacity = of->name_capacity ? of->name_capacity * 2 : 256;
        const char **grown = ARENA_ARRAY(reader->arena, const char *, capacity);
        if (of->name_capacity)
            memcpy(grown, of->names, of->name_capacity * sizeof(*grown));
        of->names = grown;
        of->name_capacity = capacity;
    }
    if (!of->names[member])
        of->names[member] = text_clean(reader->arena, name.text, name.length);
}

static bool give_code(struct table_reader *reader, const struct table_row *row,
                      const struct column_use *use, struct builder_text code)
{
    const struct dimension *dimension = &reader->dataset->dimension[use->dimension];
    uint32_t before = dimension->member_count;
    int column = reader->dimension[use->dimension].name_column;

    /* No code, but a name: it is its own code. */
    if (!code.length)
        code = field(row, column);
    if (!code.length)
        return refuse(reader, code.at, dimension->id, code);
    builder_code(reader->builder, use->dimension, code);
    if (dimension->member_count > before && column != COLUMN_NONE)
        keep_name(reader, use->dimension, before, field(row, column));
    return true;
}

static bool give_figure(struct table_reader *reader, size_t measure,
                        struct builder_text text)
{
    struct builder_text number = text;

    if (measure == SIZE_MAX || !table_number(reader, &number))
        return refuse(reader, text.at, "not a number:", text);
    builder_figure(reader->builder, measure, number);
    return true;
}

static size_t flow_measure(struct table_reader *reader, struct builder_text word)
{
    for (const struct layout_flow *flow = reader->layout->flows; flow && flow->word;
         flow++)
        if (strlen(flow->word) == word.length &&
            strncasecmp(flow->word, word.text, word.length) == 0)
            return table_measure(reader, flow->measure, reader->value_unit);
    return SIZE_MAX;
}

static bool give_value(struct table_reader *reader, const struct table_row *row)
{
    struct builder_text flow = field(row, reader->flow_column);
    size_t measure;

    if (reader->flow_column == COLUMN_NONE || reader->value_column == COLUMN_NONE)
        return true;
    measure = flow_measure(reader, flow);
    if (measure == SIZE_MAX)
        return refuse(reader, flow.at, "unknown flow:", flow);
    return give_figure(reader, measure, field(row, reader->value_column));
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
        return give_figure(reader, use->measure, text);
    case ROLE_FLAG:
        builder_flag(reader->builder, text);
        return true;
    case ROLE_REMARK:
        builder_remark(reader->builder, text);
        return true;
    case ROLE_VINTAGE:
        builder_vintage(reader->builder, text);
        return true;
    default:
        return true;
    }
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

static void read_row(struct table_reader *reader, const struct table_row *row)
{
    struct source_pos at = {reader->name, row->line, 1};
    bool is_good;

    reader->row_count++;
    if (!has_right_count(reader, row)) {
        reader->refused_count++;
        if (reader->refused_count <= WARNINGS_MAX)
            diag_warning(reader->diags, at,
                         "row left out: it has %zu fields, the head has %zu",
                         row->count, reader->column_count);
        return;
    }
    builder_row(reader->builder, at);
    is_good = give_period(reader, row, at) && give_value(reader, row);
    for (size_t i = 0; is_good && i < reader->column_count; i++)
        is_good = give_column(reader, row, i);
    if (is_good)
        builder_row_end(reader->builder);
}

void table_read_rows(struct table_reader *reader)
{
    struct table_row row;

    while (table_next(reader->table, &row))
        read_row(reader, &row);
    if (reader->refused_count)
        diag_warning(reader->diags, (struct source_pos){.file = reader->name},
                     "%zu of %zu rows were left out", reader->refused_count,
                     reader->row_count);
}
