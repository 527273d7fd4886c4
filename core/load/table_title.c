/*
 * The unit that the lines above a head tell of: after the word for it, in a line that
 * is nothing else, or where a title ends, "Trade of China (USD million)".
 */
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* Whether the text is a unit and nothing else; a currency without a power of ten may be
 * what a word such as euro is part of. */
static bool is_unit(const char *text, size_t length, bool is_sure, struct unit *unit,
                    struct arena *arena)
{
    return layout_is_unit(arena_copy(arena, text, length), unit, arena) &&
           unit->kind != UNIT_NONE && (is_sure || unit->scale);
}

/* What parts a title from the unit behind it. Only a bracket and "in" leave no doubt.
 */
static const struct {
    const char *before;
    const char *after; /* the end of the line then; "" any */
    bool is_sure;
} ways[] = {
    {"(", ")", true},  {"[", "]", true},  {"（", "）", true}, {" in ", "", true},
    {", ", "", false}, {": ", "", false}, {" - ", "", false}, {" – ", "", false},
};

/* Without blanks, quotes and empty fields around it. */
static size_t trimmed(const char **line, size_t length)
{
    while (length && strchr(", ;\t\"", (*line)[length - 1]))
        length--;
    while (length && strchr(" \"", **line)) {
        ++*line;
        length--;
    }
    return length;
}

/* Behind the last such sign. */
static bool ends_in_unit(const char *line, size_t length, size_t way, struct unit *unit,
                         struct arena *arena)
{
    const char *before = ways[way].before;
    size_t behind = strlen(ways[way].after);
    size_t size = strlen(before);

    if (length < behind || memcmp(line + length - behind, ways[way].after, behind) != 0)
        return false;
    length -= behind;
    for (size_t at = length; at-- > 0;)
        if (length - at > size && memcmp(line + at, before, size) == 0)
            return is_unit(line + at + size, length - at - size, ways[way].is_sure,
                           unit, arena);
    return false;
}

/* The last of several fields, with empty ones before it, or the only one. */
static bool is_a_unit_alone(const char *line, size_t length, struct unit *unit,
                            struct arena *arena)
{
    size_t begin = length;

    while (begin && (line[begin - 1] != ' ' || begin < 2 || line[begin - 2] != ' '))
        begin--;
    return is_unit(line + begin, length - begin, false, unit, arena);
}

static bool unit_of_line(const char *line, size_t length, struct unit *unit,
                         struct arena *arena)
{
    length = trimmed(&line, length);
    if (length && is_a_unit_alone(line, length, unit, arena))
        return true;
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
        if (ends_in_unit(line, length, i, unit, arena))
            return true;
    return false;
}

/* No other line contradicts it. */
static bool find_in_lines(const char *preamble, struct unit *unit, struct arena *arena)
{
    struct unit found = {0};

    for (const char *line = preamble; line && *line;) {
        size_t length = strcspn(line, "\n");
        struct unit one;
        if (unit_of_line(line, length, &one, arena)) {
            if (found.kind != UNIT_NONE && !table_same_unit(found, one))
                return false;
            found = one;
        }
        line += length + (line[length] == '\n');
    }
    if (found.kind == UNIT_NONE)
        return false;
    *unit = found;
    return true;
}

bool table_unit_before(const struct headings *headings, struct unit *unit,
                       struct arena *arena)
{
    static const char *const words[] = {"单位", "Unit", "unit", "UNIT"};

    for (size_t i = 0; headings->preamble && i < sizeof(words) / sizeof(words[0]);
         i++) {
        const char *found = strstr(headings->preamble, words[i]);
        if (found &&
            layout_unit(arena_copy(arena, found, strcspn(found, "\n")), unit, arena))
            return true;
    }
    return find_in_lines(headings->preamble, unit, arena);
}
