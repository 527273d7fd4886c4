/*
 * What was made of a table's columns, in words, so that a person can check it.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

/* NULL: such a column is not read. */
static const char *const role_words_shown[] = {
    [ROLE_PERIOD] = NC_("column", "period"),
    [ROLE_YEAR] = NC_("column", "year"),
    [ROLE_MONTH] = NC_("column", "month"),
    [ROLE_QUARTER] = NC_("column", "quarter"),
    [ROLE_ONLY] = NC_("column", "which rows are read"),
    [ROLE_FLOW] = NC_("column", "flow: which figures the values are"),
    [ROLE_VALUE] = NC_("column", "values of the flow"),
    [ROLE_ACTION] = NC_("column", "action of SDMX: whether the row holds"),
    [ROLE_UNIT] = NC_("column", "unit of each row"),
    [ROLE_SCALE] = NC_("column", "power of ten of each row"),
    [ROLE_YTD] = NC_("column", "the year to date as stated, for the whole"),
    [ROLE_AT_PERIOD] = NC_("column", "figures, a column for each period"),
    [ROLE_CONFIDENTIALITY] = NC_("column", "confidentiality"),
    [ROLE_FLAG] = NC_("column", "status flag"),
    [ROLE_LEVEL] = NC_("column", "what the partner is: total, continent, bloc, ..."),
    [ROLE_PARENT] = NC_("column", "continent of the partner"),
    [ROLE_REMARK] = NC_("column", "note"),
    [ROLE_VINTAGE] = NC_("column", "vintage"),
};

static const char *word_of(enum role role)
{
    const char *word = role_words_shown[role];

    return word ? C_("column", word) : NULL;
}

static const char *with_unit(struct table_reader *reader, const char *what,
                             struct unit unit)
{
    char shown[UNIT_SHOWN_MAX];

    if (reader->unit_column != COLUMN_NONE)
        return what;
    if (unit.kind == UNIT_NONE)
        return arena_printf(reader->arena, _("%s, unit not said"), what);
    return arena_printf(reader->arena, C_("column", "%s, in %s"), what,
                        unit_show(shown, unit, unit.scale));
}

static const char *measure_id_word(const char *id)
{
    const struct measure measure = {.id = id};

    return measure_word(&measure, "en");
}

static const char *meaning_of(struct table_reader *reader, size_t column)
{
    const struct column_use *use = &reader->uses[column];
    size_t named = table_named_by(reader, column);

    if (use->role == ROLE_CODE || use->role == ROLE_REPORTER)
        return dimension_word(&reader->dataset->dimension[use->dimension],
                              C_("language of names", "en"));
    if (use->role == ROLE_FIGURE && use->id)
        return with_unit(reader, measure_id_word(use->id), use->unit);
    if (use->role == ROLE_FIGURE)
        return with_unit(reader,
                         measure_id_word(reader->dataset->measure[use->measure].id),
                         use->unit);
    if (named != SIZE_MAX)
        return arena_printf(reader->arena, _("name of the %s"),
                            dimension_word(&reader->dataset->dimension[named],
                                           C_("language of names", "en")));
    if (use->role == ROLE_VALUE)
        return with_unit(reader, word_of(use->role), reader->value_unit);
    return word_of(use->role);
}

/* What follows from other columns, or only numbers the rows, tells none apart. */
static bool may_tell_apart(const struct table_reader *reader, size_t column)
{
    enum heading_kind kind = heading_kind(reader->headings.text[column]);
    enum role role = reader->uses[column].role;

    return (role == ROLE_NONE || role == ROLE_SKIP) &&
           *reader->headings.folded[column] && kind != HEADING_COMPUTED &&
           kind != HEADING_PERCENT && table_named_by(reader, column) == SIZE_MAX;
}

void table_say_hidden(struct table_reader *reader)
{
    const char *list = "";

    /* What is no dimension of SDMX is an attribute. */
    if (reader->layout->others_are_dimensions)
        return;
    for (size_t i = 0; i < reader->column_count; i++)
        if (may_tell_apart(reader, i))
            list = arena_printf(reader->arena, "%s%s%.*s", list, *list ? _(", ") : "",
                                (int)reader->headings.text[i].length,
                                reader->headings.text[i].text);
    if (*list)
        builder_hides(reader->builder, list);
}

void table_say_renamed(struct table_reader *reader, const char *flow)
{
    struct dataset *dataset = reader->dataset;
    struct unit unit = reader->first_value_unit;
    const char *before = with_unit(reader, measure_id_word("value"), unit);
    struct understood *all =
        ARENA_ARRAY(reader->arena, struct understood, dataset->understood_count);

    for (size_t i = 0; i < dataset->understood_count; i++) {
        all[i] = dataset->understood[i];
        if (all[i].meaning && strcmp(all[i].meaning, before) == 0)
            all[i].meaning = with_unit(reader, measure_id_word(flow), unit);
    }
    dataset->understood = all;
}

/* Columns of periods are told together: "1960 to 2024". */
static bool joins_last(const struct table_reader *reader, size_t column)
{
    return column > 0 && reader->uses[column].role == ROLE_AT_PERIOD &&
           reader->uses[column - 1].role == ROLE_AT_PERIOD;
}

static bool is_same_meaning(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether the first file has this column too, with the same meaning. */
static bool is_as_before(const struct dataset *dataset, const struct understood *column)
{
    for (size_t i = 0; i < dataset->understood_count; i++)
        if (strcmp(dataset->understood[i].heading, column->heading) == 0)
            return is_same_meaning(dataset->understood[i].meaning, column->meaning);
    return false;
}

/* Of a further file: its columns that the first one has not, or means otherwise. Those
 * of periods differ as a rule. */
static void say_otherwise(struct table_reader *reader, const struct understood *all,
                          size_t count)
{
    const char *list = "";

    for (size_t i = 0; i < count; i++) {
        const char *meaning = all[i].meaning ? all[i].meaning : _("not read");
        if (is_as_before(reader->dataset, &all[i]) ||
            is_same_meaning(meaning, word_of(ROLE_AT_PERIOD)))
            continue;
        list = arena_printf(reader->arena, _("%s%s'%s': %s"), list,
                            *list ? _("; ") : "", all[i].heading, meaning);
    }
    if (*list)
        diag_note(reader->diags,
                  (struct source_pos){reader->name, reader->heading_line, 1},
                  N_("columns otherwise than in %s: %s"), reader->first_name, list);
}

void table_say_understood(struct table_reader *reader)
{
    struct dataset *dataset = reader->dataset;
    struct understood *all =
        ARENA_ARRAY(reader->arena, struct understood, reader->column_count);
    const char *first = "";
    size_t count = 0;

    for (size_t i = 0; i < reader->column_count; i++) {
        struct builder_text heading = reader->headings.text[i];
        const char *text = arena_copy(reader->arena, heading.text, heading.length);
        if (joins_last(reader, i)) {
            all[count - 1].heading =
                arena_printf(reader->arena, _("%s to %s"), first, text);
            continue;
        }
        first = text;
        all[count++] = (struct understood){text, meaning_of(reader, i)};
    }
    if (!reader->is_first) {
        say_otherwise(reader, all, count);
        return;
    }
    dataset->format = reader->layout->name;
    dataset->understood = all;
    dataset->understood_count = count;
}
