/*
 * Names of series, "Total exports (USD bn)": the flow and the unit that they are of.
 */
#include "core/load/table_reader.h"

#include <string.h>

/* What may stand in front of a flow without making it a part of it. */
static const char *without_whole(const char *folded)
{
    static const char *const words[] = {"total", "merchandise", "goods"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strncmp(folded, words[i], strlen(words[i])) == 0)
            return without_whole(folded + strlen(words[i]));
    return folded;
}

static const char *flow_of(struct headings *name)
{
    name->folded[0] = without_whole(name->folded[0]);
    name->bare[0] = without_whole(name->bare[0]);
    for (const struct layout_rule *rule = layout_plain.rules; rule->heading; rule++)
        if (rule->role == ROLE_FIGURE && !rule->beside && rule_fits(rule, name, 0))
            return rule->of;
    return NULL;
}

const char *layout_flow_name(struct builder_text name, struct arena *arena)
{
    struct table_row row = {.fields = &name, .count = 1};
    struct headings headings = table_headings(&row, arena);
    enum heading_kind kind = name.length ? heading_kind(name) : HEADING_REMARK;

    return headings.count && kind == HEADING_AMOUNT ? flow_of(&headings) : NULL;
}

const char *table_series_flow(struct builder_text name)
{
    struct arena scratch = {0};
    const char *flow = layout_flow_name(name, &scratch);

    arena_clear(&scratch);
    return flow;
}

static bool is_same(struct unit a, struct unit b)
{
    return a.kind == b.kind && a.scale == b.scale && strcmp(a.code, b.code) == 0;
}

struct unit table_series_unit(struct table_reader *reader)
{
    struct unit found = {0};

    for (size_t i = 0; i < reader->samples.count; i++) {
        struct builder_text name = table_field(&reader->samples.rows[i], 0);
        struct unit unit = {0};
        if (!table_series_flow(name))
            continue;
        if (!layout_unit(arena_copy(reader->arena, name.text, name.length), &unit,
                         reader->arena) ||
            (found.kind != UNIT_NONE && !is_same(found, unit)))
            return (struct unit){0};
        found = unit;
    }
    return found;
}
