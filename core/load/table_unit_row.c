/*
 * A row of units below the head: "Tsd. EUR" under what is called "Ausfuhr: Wert". Each
 * is read as if it stood in the heading above it.
 */
#include "core/load/table_reader.h"

#include <string.h>

/* Whether the next line can be such a row: some column has no unit, a period or a
 * country. Rows of figures are seldom so, and need no further look. */
static bool may_follow(struct table *table)
{
    enum { LINE_MAX = 4096 };
    char separator = table_separator_of(table);
    const char *text;
    size_t size = table_lines(table, &text);
    const char *end;

    size = size < LINE_MAX ? size : LINE_MAX;
    end = size ? memchr(text, '\n', size) : NULL;
    if (!end || end == text)
        return false;
    if (text[0] == separator)
        return true;
    for (const char *at = text; at + 1 < end; at++)
        if (at[0] == separator && at[1] == separator)
            return true;
    return false;
}

/* Units and empty fields, and nothing else; *same is whether all units are one. */
static bool are_units(const struct headings *below, size_t count, struct unit *one,
                      bool *same, struct arena *arena)
{
    size_t found = 0;

    *same = true;
    for (size_t i = 0; i < below->count; i++) {
        struct unit unit;
        if (!below->text[i].length)
            continue;
        if (i >= count || !layout_is_unit(below->text[i].text, &unit, arena))
            return false;
        *same =
            *same && unit.kind != UNIT_NONE && (!found || table_same_unit(unit, *one));
        *one = unit;
        found++;
    }
    return found > 0 && found < count;
}

/* Every heading with its unit behind. */
static struct headings with_units(const struct headings *here,
                                  const struct headings *below, struct arena *arena)
{
    struct builder_text *fields = ARENA_ARRAY(arena, struct builder_text, here->count);
    struct table_row row = {.fields = fields, .count = here->count};
    struct headings both;

    for (size_t i = 0; i < here->count; i++) {
        fields[i] = here->text[i];
        if (i >= below->count || !below->text[i].length)
            continue;
        fields[i].text = arena_printf(arena, "%.*s (%.*s)", (int)here->text[i].length,
                                      here->text[i].text, (int)below->text[i].length,
                                      below->text[i].text);
        fields[i].length = strlen(fields[i].text);
    }
    both = table_headings(&row, arena);
    both.preamble = here->preamble;
    both.title = here->title;
    return both;
}

void table_take_unit_row(struct table *table, const struct layout_ops *layout,
                         struct headings *here, struct arena *arena)
{
    bool is_of_periods = layout->has_wide_periods && !layout->has_flow_periods;
    struct headings below;
    struct table_row row;
    struct unit unit = {0};
    bool is_one;

    if (!layout->finds_dimensions || !may_follow(table) ||
        !table_peek(table, &below, arena) || below.count > here->count ||
        !are_units(&below, here->count, &unit, &is_one, arena) ||
        (is_of_periods && !is_one) || !table_next(table, &row))
        return;
    if (!is_of_periods)
        *here = with_units(here, &below, arena);
    else
        for (size_t i = 0; i < below.count && is_one; i++)
            if (below.text[i].length) {
                here->preamble = arena_printf(arena, "%s(%s)\n",
                                              here->preamble ? here->preamble : "",
                                              below.text[i].text);
                is_one = false;
            }
}
