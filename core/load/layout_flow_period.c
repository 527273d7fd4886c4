/*
 * Names that say a flow, "Total exports (USD bn)", and headings that say a period too:
 * "Exports 2022", "2022-01 imports (USD million)", or a year above and flows below it.
 */
#include "core/load/table_reader.h"

#include <ctype.h>
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

static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || byte == '-' || (byte & 0x80);
}

/* Fewer than four letters are no year. */
static bool is_period(struct builder_text word)
{
    struct period period;

    return word.length >= 4 && layout_is_dated(word, &period);
}

/* The only word that is a period; length 0: none, or several. */
static struct builder_text find_period(struct builder_text text)
{
    struct builder_text found = {"", 0, text.at};
    size_t length;

    for (size_t at = 0; at < text.length; at += length ? length : 1) {
        for (length = 0; at + length < text.length && is_word(text.text[at + length]);)
            length++;
        struct builder_text word = {text.text + at, length, text.at};
        if (!is_period(word))
            continue;
        if (found.length)
            return (struct builder_text){"", 0, text.at};
        found = word;
    }
    return found;
}

const char *layout_flow_of(struct builder_text heading, struct builder_text *period,
                           struct arena *arena)
{
    char *rest = arena_copy(arena, heading.text, heading.length);
    struct builder_text text = {rest, heading.length, heading.at};

    *period = find_period(heading);
    if (!period->length)
        return NULL;
    memset(rest + (period->text - heading.text), ' ', period->length);
    return layout_flow_name(text, arena);
}

bool layout_has_flow_periods(const struct headings *headings)
{
    struct arena scratch = {0};
    size_t count = 0;

    for (size_t i = 0; i < headings->count; i++) {
        struct builder_text period;
        count += headings->text[i].length &&
                 layout_flow_of(headings->text[i], &period, &scratch) != NULL;
    }
    arena_clear(&scratch);
    return count > 1;
}
