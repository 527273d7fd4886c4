/*
 * Whether a text is a unit and nothing else: a cell of a row of units, or a line above
 * a table.
 */
#include "core/base/text.h"
#include "core/load/layout.h"

#include <ctype.h>
#include <string.h>

/* In lower case and without accents. */
static const char *const quantities[] = {
    "t",          "kg",         "g",        "l",         "m2",        "m3",
    "m²",         "m³",         "tonne",    "tonnes",    "tons",      "tonnen",
    "toneladas",  "tonnellate", "kilogram", "kilograms", "kilogramm", "kilogrammes",
    "kilogramos", "piece",      "pieces",   "stuck",     "stuck.",    "anzahl",
    "number",     "liter",      "litres",   "%",         "percent",   "prozent",
    "in %",       "吨",         "千克",     "公斤",
};

/* What may stand before a unit: "in Mio. EUR", "en millions d'euros". */
static bool is_link(const char *word, size_t length)
{
    static const char *const links[] = {"in", "en",   "em",      "d", "de",
                                        "of", "Unit", "Einheit", "di"};

    for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
        if (strlen(links[i]) == length && memcmp(links[i], word, length) == 0)
            return true;
    return false;
}

static bool is_of_word(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* Nothing is left of the text but links and signs. */
static bool is_all(const char *rest)
{
    while (*rest) {
        size_t length = 0;
        while (is_of_word(rest[length]))
            length++;
        /* The apostrophe of "d'euros" may be a letter. */
        if (length && !is_link(rest, length) && strncmp(rest, "d’", length) != 0)
            return false;
        rest += length ? length : 1;
    }
    return true;
}

static bool is_quantity(const char *text, struct arena *arena)
{
    const char *rest = text_fold(arena, layout_without_unit(text, arena));
    size_t length;

    rest += strspn(rest, " .");
    length = strlen(rest);
    while (length && rest[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < sizeof(quantities) / sizeof(quantities[0]); i++)
        if (strlen(quantities[i]) == length && memcmp(quantities[i], rest, length) == 0)
            return true;
    return false;
}

bool layout_is_unit(const char *text, struct unit *unit, struct arena *arena)
{
    *unit = (struct unit){0};
    if (layout_unit(text, unit, arena))
        return is_all(layout_without_unit(text, arena));
    return is_quantity(text, arena);
}
