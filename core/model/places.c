#include "core/model/places.h"

#include "core/base/text.h"
#include "core/base/translate.h"

#include <assert.h>
#include <string.h>

static const char *const all_codes =
    "wld|w00|wl|world|000|001|0|all|total|tot|allpartners";
static const char *const all_names =
    "world|thewhole|total|worldtotal|totalworld|allcountries|allpartners|alleconomies|"
    "allcountriesandregions|totalallcountries|totalallpartners|grandtotal|"
    "totaltrade|alltradingpartners|welt|weltgesamt|gesamt|insgesamt|summe|allelander|"
    "monde|mondeentier|touslespays|mundo|todoslospaises|totalgeneral|totalmundial|мир|"
    "世界|全世界|全球|世界合计|世界总计|总计|合计|总值|总额|总数|全部|全部国家|"
    "所有国家";

static const char *const total_codes = "total|tot|tt|alltotal|totalmot";
static const char *const total_names =
    "total|grandtotal|allproducts|allcommodities|allgoods|totalallproducts|"
    "totalallcommodities|totalgoods|totalmerchandise|alltransportmodes|insgesamt|"
    "gesamt|"
    "summe|alleprodukte|totalgeneral|总计|合计|总值|总额|全部商品|所有商品|全部产品";

/* Letters and digits alone, small, without accents. */
static char *squeezed(struct arena *arena, const char *text)
{
    char *word = text_fold(arena, text);
    size_t length = 0;

    for (const char *at = word; *at; at++) {
        bool is_letter = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (is_letter || (unsigned char)*at >= 0x80)
            word[length++] = *at;
    }
    word[length] = '\0';
    return word;
}

/* Numbers: countries first, then blocs, then all. */
static size_t number_of_all(void)
{
    return country_words_count + bloc_words_count;
}

static void add_word(struct places *places, char kind, const char *word, size_t length,
                     size_t place)
{
    char key[96] = {kind, ':'};
    uint32_t count = places->words.count;

    assert(length + 2 < sizeof(key));
    memcpy(key + 2, word, length);
    if (dict_add(&places->words, places->arena, key, length + 2) == count)
        places->place_of_word[count] = (uint16_t)place;
}

/* How many words a list has. */
static size_t words_in(const char *words)
{
    size_t count = *words != '\0';

    for (; *words; words++)
        count += *words == '|';
    return count;
}

static void add_words(struct places *places, char kind, const char *words, size_t place)
{
    while (*words) {
        size_t length = strcspn(words, "|");
        add_word(places, kind, words, length, place);
        words += length + (words[length] == '|');
    }
}

static size_t all_words(void)
{
    size_t count = words_in(all_codes) + words_in(all_names);

    for (size_t i = 0; i < country_words_count; i++)
        count += words_in(country_words[i].codes) + words_in(country_words[i].names);
    for (size_t i = 0; i < bloc_words_count; i++)
        count += words_in(bloc_words[i].codes) + words_in(bloc_words[i].names);
    return count;
}

static void set_add(struct place_set *set, size_t country)
{
    set->bits[country / 64] |= (uint64_t)1 << country % 64;
}

static bool is_named(const struct bloc_words *bloc, const char *alpha3)
{
    char upper[4] = {0};

    for (size_t i = 0; i < 3 && alpha3[i]; i++)
        upper[i] = (char)(alpha3[i] - 'a' + 'A');
    return strstr(bloc->members, upper) != NULL;
}

static struct place_set members_of(const struct bloc_words *bloc)
{
    struct place_set set = {{0}};
    bool is_others = bloc->members[0] == '!';

    for (size_t i = 0; i < country_words_count; i++)
        if (strchr(bloc->continents, country_words[i].continent) ||
            is_named(bloc, country_words[i].codes) != is_others)
            set_add(&set, i);
    return set;
}

void places_open(struct places *places, struct arena *arena)
{
    assert(country_words_count <= PLACE_COUNTRY_MAX);
    *places = (struct places){.arena = arena};
    places->place_of_word = ARENA_ARRAY(arena, uint16_t, all_words());
    places->blocs = ARENA_ARRAY(arena, struct place_set, bloc_words_count);
    for (size_t i = 0; i < country_words_count; i++) {
        add_words(places, 'c', country_words[i].codes, i);
        add_words(places, 'n', country_words[i].names, i);
    }
    for (size_t i = 0; i < bloc_words_count; i++) {
        add_words(places, 'c', bloc_words[i].codes, country_words_count + i);
        add_words(places, 'n', bloc_words[i].names, country_words_count + i);
        places->blocs[i] = members_of(&bloc_words[i]);
    }
    add_words(places, 'c', all_codes, number_of_all());
    add_words(places, 'n', all_names, number_of_all());
}

void places_close(struct places *places)
{
    dict_close(&places->words);
}

static size_t number_of(const struct places *places, char kind, const char *text)
{
    const char *word = squeezed(places->arena, text);
    const char *key = arena_printf(places->arena, "%c:%s", kind, word);
    uint32_t found = dict_find(&places->words, key, strlen(key));

    return found == DICT_NONE ? SIZE_MAX : places->place_of_word[found];
}

static struct place place_new(const struct places *places, size_t number)
{
    struct place place = {.kind = PLACE_ALL, .title = N_("World")};

    if (number == number_of_all())
        return place;
    if (number >= country_words_count) {
        place.kind = PLACE_BLOC;
        place.title = bloc_words[number - country_words_count].title;
        place.countries = places->blocs[number - country_words_count];
        return place;
    }
    place.kind = PLACE_COUNTRY;
    place.title = "";
    set_add(&place.countries, number);
    return place;
}

static bool has_letter(const char *code)
{
    for (; *code; code++)
        if ((*code >= 'A' && *code <= 'Z') || (*code >= 'a' && *code <= 'z'))
            return true;
    return false;
}

struct place places_find(const struct places *places, const char *code,
                         const struct label *name)
{
    size_t number = SIZE_MAX;
    struct place place;

    for (const struct label_text *text = name->first; text && number == SIZE_MAX;
         text = text->next)
        number = number_of(places, 'n', text->text);
    if (number != SIZE_MAX) {
        place = place_new(places, number);
        place.is_by_name = true;
        return place;
    }
    if (label_is_empty(name) || has_letter(code))
        number = number_of(places, 'c', code);
    /* A file without names may have them for codes. */
    if (number == SIZE_MAX && label_is_empty(name))
        number = number_of(places, 'n', code);
    return number == SIZE_MAX ? (struct place){.kind = PLACE_UNKNOWN, .title = ""}
                              : place_new(places, number);
}

static bool is_listed(const char *words, const char *word)
{
    size_t length = strlen(word);

    while (length && *words) {
        size_t next = strcspn(words, "|");
        if (next == length && memcmp(words, word, length) == 0)
            return true;
        words += next + (words[next] == '|');
    }
    return false;
}

bool is_word_of_total(const char *code, const struct label *name, struct arena *arena)
{
    for (const struct label_text *text = name->first; text; text = text->next)
        if (is_listed(total_names, squeezed(arena, text->text)))
            return true;
    return is_listed(total_codes, squeezed(arena, code)) ||
           (label_is_empty(name) && is_listed(total_names, squeezed(arena, code)));
}

bool place_set_meets(const struct place_set *a, const struct place_set *b)
{
    for (size_t i = 0; i < PLACE_COUNTRY_MAX / 64; i++)
        if (a->bits[i] & b->bits[i])
            return true;
    return false;
}

bool place_set_holds(const struct place_set *whole, const struct place_set *part)
{
    for (size_t i = 0; i < PLACE_COUNTRY_MAX / 64; i++)
        if (part->bits[i] & ~whole->bits[i])
            return false;
    return true;
}
