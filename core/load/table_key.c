/*
 * What files of tables must have alike to be one dataset, told by their heads: the
 * layout, the units that headings tell, and which dimensions there are. Which flow the
 * figures are of may differ: publishers have exports in one file, imports in another.
 */
#include "core/base/text.h"
#include "core/load/table_reader.h"

#include <string.h>

static const struct layout_rule *rule_of(const struct layout_ops *layout,
                                         const struct headings *headings, size_t column)
{
    for (const struct layout_rule *rule = layout->rules; rule->heading; rule++)
        if (rule_fits(rule, headings, column))
            return rule;
    return NULL;
}

/* Whether a column that no rule knows may be of weight. */
static bool takes_others(const struct layout_ops *layout)
{
    return layout->finds_dimensions || layout->others_are_dimensions ||
           layout->others_are_measures;
}

static const char *word_of_unit(const struct layout_ops *layout,
                                struct builder_text heading, struct arena *arena)
{
    struct unit unit = {0};

    if (layout->unit.kind != UNIT_NONE ||
        !layout_unit(arena_copy(arena, heading.text, heading.length), &unit, arena))
        return "figures";
    return arena_printf(arena, "figures %s:%d", unit.code, unit.scale);
}

/* What the column adds to the key; NULL: nothing. */
static const char *word_of(const struct layout_ops *layout,
                           const struct headings *headings, size_t column,
                           struct arena *arena)
{
    struct builder_text text = table_period_text(headings->text[column]);
    const struct layout_rule *rule = rule_of(layout, headings, column);
    struct period period;

    if (period_read(text.text, text.length, &period))
        return NULL;
    if (!rule)
        return takes_others(layout) ? headings->folded[column] : NULL;
    switch (rule->role) {
    case ROLE_FIGURE:
    case ROLE_YTD:
        return word_of_unit(layout, headings->text[column], arena);
    case ROLE_CODE:
        return rule->of;
    case ROLE_NAME:
    case ROLE_REPORTER_NAME:
    case ROLE_SKIP:
    case ROLE_FLAG:
    case ROLE_REMARK:
    case ROLE_VINTAGE:
        return NULL;
    default:
        return arena_printf(arena, "role %d", (int)rule->role);
    }
}

const char *table_key_of(const struct layout_ops *layout,
                         const struct headings *headings, struct arena *arena)
{
    const char *key = arena_printf(arena, "%s\n", layout->name);

    for (size_t i = 0; i < headings->count; i++) {
        const char *word = word_of(layout, headings, i, arena);
        const char *line = word ? arena_printf(arena, "\n%s\n", word) : NULL;
        /* A column of exports and one of imports say the same as one alone. */
        if (line && !strstr(key, line))
            key = arena_printf(arena, "%s%s", key, line);
    }
    return key;
}
