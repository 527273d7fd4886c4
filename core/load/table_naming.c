/*
 * Which columns are names of members: those that a rule says are, and where "country"
 * beside a partner may be its name or the reporter, what the first rows show.
 */
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

bool table_is_name(enum role role)
{
    return role == ROLE_NAME || role == ROLE_REPORTER_NAME;
}

/* The dimension that a name is of; SIZE_MAX: there is none. */
static size_t dimension_of(const struct table_reader *reader,
                           const struct layout_rule *rule)
{
    return rule->role == ROLE_NAME ? dataset_dimension(reader->dataset, rule->of)
                                   : reader->reporter;
}

static size_t code_column(const struct table_reader *reader, size_t dimension)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if ((reader->uses[i].role == ROLE_CODE ||
             reader->uses[i].role == ROLE_REPORTER) &&
            reader->uses[i].dimension == dimension)
            return i;
    return SIZE_MAX;
}

static bool is_same(struct builder_text a, struct builder_text b)
{
    return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

/* "USA", "156", "EU27_2020". */
static bool looks_like_code(struct builder_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (islower((unsigned char)text.text[i]) || text.text[i] == ' ')
            return false;
    return text.length > 0;
}

/* Of a single pair, what they look like decides. */
static bool is_one_to_one(const struct table_samples *samples, size_t code, size_t name)
{
    bool has_several = false;

    for (size_t i = 0; i < samples->count; i++)
        for (size_t j = i + 1; j < samples->count; j++) {
            const struct table_row *a = &samples->rows[i];
            const struct table_row *b = &samples->rows[j];
            bool has_same_code;
            if (a->count <= code || a->count <= name || b->count != a->count)
                continue;
            has_same_code = is_same(a->fields[code], b->fields[code]);
            if (has_same_code != is_same(a->fields[name], b->fields[name]))
                return false;
            has_several = has_several || !has_same_code;
        }
    if (has_several || !samples->count)
        return has_several;
    return samples->rows[0].count > code && samples->rows[0].count > name &&
           looks_like_code(samples->rows[0].fields[code]) &&
           !looks_like_code(samples->rows[0].fields[name]);
}

bool table_may_name(const struct table_reader *reader, const struct layout_rule *rule,
                    size_t column)
{
    size_t dimension = dimension_of(reader, rule);
    size_t code = dimension == SIZE_MAX ? SIZE_MAX : code_column(reader, dimension);

    if (code == SIZE_MAX)
        return true;
    if (column == code)
        return false;
    if (!rule->language && reader->dimension[dimension].name_column != COLUMN_NONE)
        return false;
    return !rule->is_doubtful || is_one_to_one(&reader->samples, code, column);
}

void table_take_name(struct table_reader *reader, size_t column,
                     const struct layout_rule *rule)
{
    size_t number = dimension_of(reader, rule);
    struct table_dimension *dimension;

    if (number == SIZE_MAX)
        return;
    dimension = &reader->dimension[number];
    if (!rule->language) {
        dimension->name_column = (int)column;
        return;
    }
    dimension->other_column = (int)column;
    dimension->other_language = rule->language;
}

void table_name_by_codes(struct table_reader *reader)
{
    for (const struct layout_rule *rule = reader->layout->rules; rule->heading;
         rule++) {
        size_t number = table_is_name(rule->role) && !rule->language
                            ? dimension_of(reader, rule)
                            : SIZE_MAX;
        size_t code = number == SIZE_MAX ? SIZE_MAX : code_column(reader, number);
        if (code != SIZE_MAX && table_rule_fits(reader, rule, code) &&
            reader->dimension[number].name_column == COLUMN_NONE)
            reader->dimension[number].name_column = (int)code;
    }
}

bool table_names_are_doubtful(const struct table_reader *reader)
{
    for (const struct layout_rule *rule = reader->layout->rules; rule->heading; rule++)
        for (size_t i = 0; rule->is_doubtful && i < reader->headings.count; i++)
            if (strcmp(rule->heading, reader->headings.folded[i]) == 0)
                return true;
    return false;
}
