/*
 * What is said of a table that cannot be read: that it is a list of codes, or which
 * columns it has, what lacks among them, and how to name them.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/code_lists.h"
#include "core/load/roles.h"
#include "core/load/table_reader.h"

#include <string.h>

enum { COLUMNS_SHOWN = 12, COLUMN_SHOWN_BYTES = 40 };

static const char *list_columns(const struct headings *headings, struct arena *arena)
{
    const char *list = "";
    size_t shown = 0;

    for (size_t i = 0; i < headings->count && shown < COLUMNS_SHOWN; i++) {
        struct builder_text text = headings->text[i];
        bool is_long = text.length > COLUMN_SHOWN_BYTES;
        size_t length = is_long ? COLUMN_SHOWN_BYTES : text.length;
        while (is_long && (text.text[length] & 0xc0) == 0x80)
            length--;
        if (length)
            list = arena_printf(arena, "%s%s%.*s%s", list, shown++ ? _(", ") : "",
                                (int)length, text.text, is_long ? "..." : "");
    }
    if (headings->count > COLUMNS_SHOWN)
        list = arena_printf(arena, _("%s and %zu more"), list,
                            headings->count - COLUMNS_SHOWN);
    return list;
}

static bool has_role(const struct headings *headings, enum role role, const char *of)
{
    for (const struct layout_rule *rule = layout_plain.rules; rule->heading; rule++)
        if (rule->role == role && (!of || strcmp(rule->of, of) == 0) &&
            headings_have(headings, rule->heading))
            return true;
    return false;
}

static bool has_period(const struct headings *headings)
{
    return has_role(headings, ROLE_PERIOD, NULL) ||
           has_role(headings, ROLE_YEAR, NULL) ||
           has_role(headings, ROLE_MONTH, NULL) ||
           has_role(headings, ROLE_QUARTER, NULL);
}

/* What lacks, and how to name it. A table with a flow or a value has both flows in one
 * column. */
static const char *what_lacks(const struct headings *headings, struct arena *arena)
{
    bool is_long =
        has_role(headings, ROLE_FLOW, NULL) || has_role(headings, ROLE_VALUE, NULL);
    const char *period = has_period(headings) ? "" : "period=COLUMN,";

    if (has_role(headings, ROLE_FIGURE, NULL))
        return _("the period: --map=period=COLUMN says it, --map=period==2024 that all "
                 "rows are of 2024");
    return arena_printf(
        arena,
        is_long
            ? _("%s: --map=%sflow=COLUMN,value=COLUMN says it (or exports=COLUMN, "
                "imports=COLUMN where each has a column of its own)")
            : _("%s: --map=%sexports=COLUMN,imports=COLUMN says it (or flow=COLUMN, "
                "value=COLUMN where one column has both)"),
        *period ? _("the period and the figures") : _("the figures"), period);
}

/* The heading that may be meant; NULL: none is near. */
static const char *near_heading(const struct headings *headings, const char *word,
                                struct arena *arena)
{
    const char **candidates = ARENA_ARRAY(arena, const char *, headings->count);

    for (size_t i = 0; i < headings->count; i++)
        candidates[i] =
            arena_copy(arena, headings->text[i].text, headings->text[i].length);
    return text_closest(word, candidates, headings->count);
}

bool table_say_no_column(const struct table_reader *reader, const struct load_map *map)
{
    const char *word = arena_copy(reader->arena, map->column, map->length);
    const char *near = near_heading(&reader->headings, word, reader->arena);

    return diag_error(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("there is no column '%s' to be the %s%s; the columns are: %s"), word,
        map->role->word,
        near ? arena_printf(reader->arena, _(" (did you mean '%s'?)"), near) : "",
        list_columns(&reader->headings, reader->arena));
}

/* The first answer that names a column which is not there. */
static const struct load_map *wrong_answer(const struct table_reader *reader)
{
    const struct load_answers *answers = reader->answers;

    for (size_t i = 0; answers && i < answers->map_count; i++)
        if (!answers->map[i].is_own &&
            !table_is_stated(&reader->headings, &answers->map[i]) &&
            table_mapped_column(&reader->headings, &answers->map[i]) == COLUMN_NONE)
            return &answers->map[i];
    return NULL;
}

bool table_say_unknown(const struct table_reader *reader)
{
    const struct headings *headings = &reader->headings;
    struct source_pos at = {reader->name, reader->heading_line, 1};
    const char *list = list_columns(headings, reader->arena);
    const char *kind = code_list_words(headings);
    const struct load_map *wrong = wrong_answer(reader);

    if (wrong)
        return table_say_no_column(reader, wrong);
    if (kind)
        return diag_error(reader->diags, at,
                          "this is %s (%s): it has names, but no figures to show", kind,
                          list);
    reader->open->columns = true;
    return diag_error(reader->diags, at,
                      "no layout fits the columns %s; what lacks is "
                      "%s",
                      list, what_lacks(headings, reader->arena));
}
