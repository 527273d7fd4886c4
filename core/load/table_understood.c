/*
 * What was made of a table's columns, in words, so that a person can check it.
 */
#include "core/load/table_reader.h"

#include <string.h>

/* NULL: such a column is not read. */
static const char *const role_words_shown[] = {
    [ROLE_PERIOD] = "period",
    [ROLE_YEAR] = "year",
    [ROLE_MONTH] = "month",
    [ROLE_FLOW] = "flow: which figures the values are",
    [ROLE_VALUE] = "values of the flow",
    [ROLE_ACTION] = "action of SDMX: whether the row holds",
    [ROLE_UNIT] = "unit of each row",
    [ROLE_SCALE] = "power of ten of each row",
    [ROLE_AT_PERIOD] = "figures, a column for each period",
    [ROLE_FLAG] = "status flag",
    [ROLE_LEVEL] = "what the partner is: total, continent, bloc, ...",
    [ROLE_PARENT] = "continent of the partner",
    [ROLE_REMARK] = "note",
    [ROLE_VINTAGE] = "vintage",
};

static const char *with_unit(struct table_reader *reader, const char *what,
                             struct unit unit)
{
    char shown[UNIT_SHOWN_MAX];

    if (reader->unit_column != COLUMN_NONE)
        return what;
    if (unit.kind == UNIT_NONE)
        return arena_printf(reader->arena, "%s, unit not said", what);
    return arena_printf(reader->arena, "%s, in %s", what,
                        unit_show(shown, unit, unit.scale));
}

static const char *meaning_of(struct table_reader *reader, size_t column)
{
    const struct column_use *use = &reader->uses[column];
    size_t named = table_named_by(reader, column);

    if (use->role == ROLE_CODE || use->role == ROLE_REPORTER)
        return reader->dataset->dimension[use->dimension].id;
    if (use->role == ROLE_FIGURE && use->id)
        return with_unit(reader, use->id, use->unit);
    if (use->role == ROLE_FIGURE)
        return with_unit(reader, reader->dataset->measure[use->measure].id,
                         reader->dataset->measure[use->measure].unit);
    if (named != SIZE_MAX)
        return arena_printf(reader->arena, "name of the %s",
                            reader->dataset->dimension[named].id);
    if (use->role == ROLE_VALUE)
        return with_unit(reader, role_words_shown[use->role], reader->value_unit);
    return role_words_shown[use->role];
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
        const char *meaning = all[i].meaning ? all[i].meaning : "not read";
        if (is_as_before(reader->dataset, &all[i]) ||
            is_same_meaning(meaning, role_words_shown[ROLE_AT_PERIOD]))
            continue;
        list = arena_printf(reader->arena, "%s%s'%s': %s", list, *list ? "; " : "",
                            all[i].heading, meaning);
    }
    if (*list)
        diag_note(reader->diags,
                  (struct source_pos){reader->name, reader->heading_line, 1},
                  "columns otherwise than in %s: %s", reader->first_name, list);
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
                arena_printf(reader->arena, "%s to %s", first, text);
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
