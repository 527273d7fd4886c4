/*
 * Tables that say less than others: no period, or figures under a heading that could be
 * of anything. Their first rows decide. A column that could be the period is not passed
 * over, whole numbers may be codes, and of two columns of numbers none is chosen: then
 * the table is refused as one whose columns a person must name.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/roles.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* What the rows show of a column. */
struct look {
    size_t filled;
    size_t numbers;
    size_t fractions; /* numbers with something behind a point or comma */
    size_t periods;
};

static bool is_number(struct builder_text text, bool *is_fraction)
{
    size_t digits = 0;

    *is_fraction = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.text[i];
        bool is_digit = isdigit((unsigned char)c);
        bool is_sign = c == '-' && (!i || tolower(text.text[i - 1]) == 'e');
        bool is_exponent = digits && i + 1 < text.length && (c == 'e' || c == 'E');
        digits += is_digit;
        if (c == '.' || c == ',')
            *is_fraction = true;
        else if (!is_digit && !is_sign && !is_exponent)
            return false;
    }
    return digits > 0;
}

static bool is_period(struct builder_text text)
{
    struct period period;

    return layout_is_dated(table_period_text(text), &period);
}

static bool is_missing(struct builder_text text)
{
    static const char *const words[] = {"",    "NA",  "N/A",  "n.a.", "na",
                                        "nan", "NaN", "NULL", "null", ".",
                                        "..",  ":",   "-"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i]) == text.length &&
            memcmp(words[i], text.text, text.length) == 0)
            return true;
    return false;
}

static struct look look_at(const struct table_samples *samples, size_t column)
{
    struct look look = {0};

    for (size_t i = 0; i < samples->count; i++) {
        const struct table_row *row = &samples->rows[i];
        bool is_fraction;
        if (column >= row->count || is_missing(row->fields[column]))
            continue;
        look.filled++;
        look.periods += is_period(row->fields[column]);
        if (!is_number(row->fields[column], &is_fraction))
            continue;
        look.numbers++;
        look.fractions += is_fraction;
    }
    return look;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool ends(const char *text, const char *with)
{
    size_t length = strlen(text);

    return length >= strlen(with) && strcmp(text + length - strlen(with), with) == 0;
}

/* Headings of codes and of numbers that only count the rows. */
static bool is_of_codes(const char *folded)
{
    static const char *const families[] = {"hs", "sitc", "isic", "naics", "cpc", "bec"};

    for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++)
        if (begins(folded, families[i]))
            return true;
    return strstr(folded, "code") || ends(folded, "id") || strcmp(folded, "no") == 0 ||
           strcmp(folded, "nr") == 0 || strcmp(folded, "rank") == 0 ||
           strcmp(folded, "index") == 0;
}

static const struct layout_rule *rule_of(const struct headings *headings, size_t column)
{
    for (const struct layout_rule *rule = layout_plain.rules; rule->heading; rule++)
        if (rule_fits(rule, headings, column))
            return rule;
    return NULL;
}

static bool is_time(enum role role)
{
    return role == ROLE_PERIOD || role == ROLE_YEAR || role == ROLE_MONTH ||
           role == ROLE_QUARTER;
}

struct bare table_bare_look(const struct headings *headings,
                            const struct table_samples *samples)
{
    struct bare bare = {.figure = SIZE_MAX};
    size_t numeric = 0;

    for (size_t i = 0; i < headings->count; i++) {
        const struct layout_rule *rule = rule_of(headings, i);
        struct look look = look_at(samples, i);
        if (rule) {
            bare.has_time = bare.has_time || is_time(rule->role);
            bare.has_figures = bare.has_figures || rule->role == ROLE_FIGURE ||
                               rule->role == ROLE_VALUE;
            bare.has_members = bare.has_members || rule->role == ROLE_CODE ||
                               rule->role == ROLE_REPORTER;
            continue;
        }
        if (!*headings->folded[i] || !look.filled)
            continue;
        bare.may_have_time = bare.may_have_time || look.periods == look.filled;
        bare.has_members = bare.has_members || !look.numbers;
        if (look.numbers < look.filled || is_of_codes(headings->folded[i]))
            continue;
        numeric++;
        if (look.fractions)
            bare.figure = i;
    }
    if (numeric != 1 || bare.has_figures || !bare.has_time)
        bare.figure = SIZE_MAX;
    return bare;
}

bool table_bare_is_good(const struct bare *bare)
{
    return bare->has_members && (bare->has_time || !bare->may_have_time) &&
           (bare->has_figures || bare->figure != SIZE_MAX);
}

struct table_samples table_samples_read(struct table *table, size_t max,
                                        struct arena *arena)
{
    struct table_samples samples = {0};
    size_t bytes = 0;
    struct table_row row;

    samples.rows = ARENA_ARRAY(arena, struct table_row, max);
    while (samples.count < max && bytes < SAMPLE_BYTES && table_next(table, &row)) {
        struct builder_text *kept = ARENA_ARRAY(arena, struct builder_text, row.count);
        for (size_t i = 0; i < row.count; i++) {
            kept[i] = row.fields[i];
            kept[i].text = arena_copy(arena, kept[i].text, kept[i].length);
            bytes += kept[i].length + 1;
        }
        samples.rows[samples.count++] = (struct table_row){kept, row.count, row.line};
    }
    return samples;
}

bool table_bare_is_likely(const struct table_reader *reader)
{
    const struct headings *headings = &reader->headings;

    for (size_t i = 0; i < headings->count && reader->layout != &layout_bare; i++) {
        const struct layout_rule *rule = rule_of(headings, i);
        if (rule && is_time(rule->role))
            return false;
    }
    return reader->layout->finds_dimensions;
}

bool table_bare_fits(const struct headings *headings, struct table *table,
                     struct arena *arena)
{
    struct table_samples samples = table_samples_read(table, SAMPLE_ROWS, arena);
    struct bare bare = table_bare_look(headings, &samples);

    return table_bare_is_good(&bare);
}

bool table_bare_settle(struct table_reader *reader)
{
    struct bare bare = table_bare_look(&reader->headings, &reader->samples);

    if (!table_bare_is_good(&bare))
        return table_say_unknown(reader);
    reader->bare_figure = bare.figure;
    return true;
}

bool table_bare_is_code(const struct table_reader *reader, size_t column)
{
    struct look look = look_at(&reader->samples, column);

    return reader->layout == &layout_bare && look.filled &&
           look.numbers == look.filled && !look.fractions &&
           is_of_codes(reader->headings.folded[column]);
}

bool table_is_stated(const struct headings *headings, const struct load_map *map)
{
    return (map->role->role == ROLE_PERIOD || map->role->role == ROLE_FLOW) &&
           map->length && *map->column == '=' &&
           table_mapped_column(headings, map) == COLUMN_NONE;
}

const struct load_map *table_find_stated(const struct table_reader *reader,
                                         enum role role)
{
    const struct load_answers *answers = reader->answers;

    for (size_t i = 0; answers && i < answers->map_count; i++)
        if (answers->map[i].role->role == role &&
            table_is_stated(&reader->headings, &answers->map[i]))
            return &answers->map[i];
    return NULL;
}

static bool has_period(const struct table_reader *reader)
{
    return reader->period_column != COLUMN_NONE || reader->year_column != COLUMN_NONE ||
           reader->wide_count || reader->stated_period.length;
}

static const char *period_heading(const struct table_reader *reader)
{
    int column = reader->period_column != COLUMN_NONE ? reader->period_column
                                                      : reader->year_column;
    const struct builder_text *text;

    if (column == COLUMN_NONE)
        return NULL;
    text = &reader->headings.text[column];
    return arena_copy(reader->arena, text->text, text->length);
}

static bool take_stated(struct table_reader *reader, const struct load_map *map)
{
    struct source_pos at = {reader->name, reader->heading_line, 1};
    const char *word = arena_copy(reader->arena, map->column + 1, map->length - 1);
    const char *heading = period_heading(reader);
    struct period period;

    if (!period_read(word, strlen(word), &period))
        return diag_error(reader->diags, at,
                          "'%s' is no period; --map=period==2024 says that all rows "
                          "are of 2024",
                          word);
    if (heading)
        return diag_error(reader->diags, at,
                          "the period stands in the column '%s'; --map=period==%s is "
                          "for a table without one",
                          heading, word);
    if (has_period(reader))
        return diag_error(reader->diags, at,
                          "the table tells its periods by itself; --map=period==%s is "
                          "for one that does not",
                          word);
    reader->stated_period = (struct builder_text){word, strlen(word), at};
    return true;
}

bool table_settle_undated(struct table_reader *reader)
{
    const struct load_map *stated = table_find_stated(reader, ROLE_PERIOD);
    bool may_lack =
        reader->layout->finds_dimensions || reader->layout->others_are_dimensions;
    struct bare bare;

    if (stated)
        return take_stated(reader, stated);
    if (has_period(reader) || !may_lack)
        return true;
    bare = table_bare_look(&reader->headings, &reader->samples);
    if (bare.may_have_time && reader->layout->finds_dimensions)
        return true;
    reader->stated_period =
        (struct builder_text){PERIOD_UNDATED, strlen(PERIOD_UNDATED), {0}};
    reader->is_undated = true;
    return true;
}

void table_say_bare(struct table_reader *reader)
{
    struct source_pos at = {reader->name, reader->heading_line, 1};

    if (reader->is_undated)
        diag_warning(reader->diags, at,
                     "the table does not say its period, so it has one that is not "
                     "said; --map=period==2024 says that all of it is of 2024");
    if (reader->bare_figure != SIZE_MAX)
        diag_note(reader->diags, at,
                  "'%.*s' is taken for the figures, as the only column of numbers; "
                  "nothing says that they are parts of a whole, so they are never "
                  "added",
                  (int)reader->headings.text[reader->bare_figure].length,
                  reader->headings.text[reader->bare_figure].text);
}
