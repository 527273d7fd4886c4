/*
 * Headings that say a flow and a period at once: "Exports 2022", "2022-01 imports (USD
 * million)", or a year above and flows below it.
 */
#include "core/load/layout.h"

#include <ctype.h>
#include <string.h>

/* Years that a heading is taken for. */
enum { YEAR_FIRST = 1800, YEAR_LAST = 2100 };

static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || byte == '-' || (byte & 0x80);
}

static bool is_period(const char *text, size_t length)
{
    struct period period;
    int year;

    if (length < 4 || !period_read(text, length, &period))
        return false;
    year = period_year(period);
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* The only word that is a period; length 0: none, or several. */
static struct builder_text find_period(struct builder_text text)
{
    struct builder_text found = {"", 0, text.at};
    size_t length;

    for (size_t at = 0; at < text.length; at += length ? length : 1) {
        for (length = 0; at + length < text.length && is_word(text.text[at + length]);)
            length++;
        if (!is_period(text.text + at, length))
            continue;
        if (found.length)
            return (struct builder_text){"", 0, text.at};
        found.text = text.text + at;
        found.length = length;
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
