/*
 * Lists of partners as customs publish them: the total, each continent before its
 * countries, then blocs. What a row is is said by columns of its own, or by what the
 * partner is called and where its row stands.
 *
 * Also what the rows before the head say: the period of a table of one, and the unit.
 */
#include "core/load/table_reader.h"
#include "core/model/subtotal_words.h"

#include <ctype.h>
#include <string.h>

static struct builder_text text_of(const char *text)
{
    return (struct builder_text){text, strlen(text), {0}};
}

static bool is_text(struct builder_text text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.text, word, text.length) == 0;
}

static bool has_word(const char *text, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strstr(text, words[i]))
            return true;
    return false;
}

static bool is_continent(const struct place *place)
{
    static const char *const titles[] = {"Asia",          "Africa",  "Europe",
                                         "Latin America", "Oceania", "North America"};

    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
        if (place->kind == PLACE_BLOC && strcmp(place->title, titles[i]) == 0)
            return true;
    return false;
}

/* "Country (region) unknown": of no continent. */
static bool is_unknown(const char *code)
{
    static const char *const words[] = {"unknown", "Unknown", "不明", "不详", NULL};

    return has_word(code, words);
}

/* "Other Asian countries". */
static bool is_rest(const char *code)
{
    static const char *const words[] = {"Other ", ", nes", "其他国家", "其它", NULL};

    return has_word(code, words);
}

/* "其中：德国" is Germany. */
static struct place find_place(const struct table_places *places, const char *code)
{
    struct subtotal subtotal = subtotal_read(code);
    struct label none = {0};

    if (subtotal.kind == SUBTOTAL_OF_WHICH && subtotal.length)
        code = arena_copy(places->words.arena, subtotal.rest, subtotal.length);
    return places_find(&places->words, code, &none);
}

/* Whether a country is known to be of another continent: where a table lists only some
 * of the countries, those behind a continent's may be of none that it has. */
static bool is_elsewhere(const struct table_places *places, const struct place *place)
{
    struct label none = {0};
    struct place continent = places_find(&places->words, places->continent, &none);

    return place->kind == PLACE_COUNTRY && continent.kind == PLACE_BLOC &&
           !place_set_holds(&continent.countries, &place->countries);
}

/* By what it is called, and by the continent whose row came last. */
static void place_by_name(struct table_places *places, struct table_place *of,
                          const char *code)
{
    struct label none = {0};
    struct place place = find_place(places, code);

    of->is_total =
        place.kind == PLACE_ALL || is_word_of_total(code, &none, places->words.arena);
    of->is_continent = is_continent(&place);
    of->is_bloc = place.kind == PLACE_BLOC && !of->is_continent;
    of->is_residual =
        place.kind == PLACE_UNKNOWN && (is_rest(code) || is_unknown(code));
    if (!of->is_total && !of->is_continent && !of->is_bloc && !is_unknown(code) &&
        places->continent && !is_elsewhere(places, &place))
        of->parent = places->continent;
}

static void place_by_columns(struct table_reader *reader, struct table_place *of,
                             struct builder_text level, struct builder_text parent)
{
    of->is_total = is_text(level, "total");
    of->is_continent = is_text(level, "continent");
    of->is_bloc = is_text(level, "bloc") || is_text(level, "group");
    of->is_residual = is_text(level, "residual");
    if (!of->is_total && !of->is_continent && !of->is_bloc && parent.length)
        of->parent = arena_copy(reader->arena, parent.text, parent.length);
}

static struct table_place *room_for(struct table_reader *reader, uint32_t member)
{
    struct table_places *places = &reader->places;

    if (member >= places->capacity) {
        uint32_t capacity = places->capacity ? places->capacity : 512;
        struct table_place *grown;
        while (capacity <= member)
            capacity *= 2;
        grown = ARENA_ARRAY(reader->arena, struct table_place, capacity);
        if (places->capacity)
            memcpy(grown, places->of, places->capacity * sizeof(*grown));
        places->of = grown;
        places->capacity = capacity;
    }
    return &places->of[member];
}

void table_place_member(struct table_reader *reader, size_t dimension, uint32_t member,
                        struct builder_text level, struct builder_text parent)
{
    const struct dimension *of = &reader->dataset->dimension[dimension];
    struct table_places *places = &reader->places;
    struct table_place *place;

    if (strcmp(of->id, "partner") != 0 || member == DICT_NONE)
        return;
    if (!places->is_open)
        places_open(&places->words, reader->arena);
    places->is_open = true;
    places->dimension = dimension;
    place = room_for(reader, member);
    if (!place->is_seen && level.length)
        place_by_columns(reader, place, level, parent);
    else if (!place->is_seen)
        place_by_name(places, place, of->members[member].code);
    place->is_seen = true;
    if (place->is_continent)
        places->continent = of->members[member].code;
    else if (place->is_total || place->is_bloc ||
             (place->is_residual && !place->parent))
        places->continent = NULL;
}

const struct table_place *table_place_of(const struct table_reader *reader,
                                         size_t dimension, uint32_t member)
{
    const struct table_places *places = &reader->places;

    return places->is_open && places->dimension == dimension &&
                   member < places->capacity
               ? &places->of[member]
               : NULL;
}

void table_places_forget(struct table_reader *reader)
{
    reader->places.is_open = false;
}

/* "2024年1至12月": the year and the last of the months. */
static bool read_chinese(const char *text, struct builder_text *period,
                         struct arena *arena)
{
    const char *year = strstr(text, "年");
    const char *month = year ? strstr(year, "月") : NULL;
    const char *digits = month;
    int number = 0;

    if (!year || year - text < 4 || !month)
        return false;
    while (digits > year && isdigit((unsigned char)digits[-1]))
        digits--;
    for (const char *at = digits; at < month && number < 100; at++)
        number = number * 10 + (*at - '0');
    if (digits == month || number < 1 || number > 12)
        return false;
    *period = text_of(arena_printf(arena, "%.4s-%02d", year - 4, number));
    return true;
}

/* A period anywhere among the words: "Total Value by Country, December 2024". */
static bool read_words(const char *text, struct builder_text *period,
                       struct arena *arena)
{
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " ,;()");
        size_t both = length + 1 + (at[length] ? strcspn(at + length + 1, " ,;()") : 0);
        struct period read;
        size_t size = at[length] && period_read(at, both, &read) &&
                              read.frequency == FREQUENCY_MONTH
                          ? both
                          : length;
        if (length && period_read(at, size, &read)) {
            *period = text_of(arena_copy(arena, at, size));
            return true;
        }
        at += length + (at[length] != '\0');
    }
    return false;
}

bool table_period_before(const struct headings *headings, struct builder_text *period,
                         struct arena *arena)
{
    struct period read;
    bool is_found =
        headings->preamble && (read_chinese(headings->preamble, period, arena) ||
                               read_words(headings->preamble, period, arena));

    if (is_found && period_read(period->text, period->length, &read))
        return true;
    *period = (struct builder_text){"", 0, {0}};
    return false;
}
