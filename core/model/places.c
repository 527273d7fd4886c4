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
    "totaltrade|totalvalue|totalexports|totalimports|alltradingpartners|"
    "allcountriesoftheworld|worldexcludingintraeu|worldexcludingintraeutrade|"
    "worldexclintraeu|worldexclintraeutrade|worldall|allareas|alldestinations|"
    "allorigins|allmarkets|totalallmarkets|totalalldestinations|welt|weltgesamt|gesamt|"
    "insgesamt|summe|"
    "allelander|"
    "monde|mondeentier|touslespays|mundo|todoslospaises|totalgeneral|totalmundial|мир|"
    "総額|総計|総数|世界計|世界|全世界|全球|世界合计|"
    "世界总计|总计|合计|合計|总值|总额|总数|全部|"
    "全部国家|"
    "所有国家";

static const char *const total_codes = "total|tot|tt|alltotal|totalmot";
static const char *const total_names =
    "total|grandtotal|allproducts|allcommodities|allgoods|totalallproducts|"
    "totalallcommodities|totalgoods|totalproducts|totalcommodities|totalallgoods|"
    "totalexports|totalimports|totaltrade|totalmerchandise|totalmerchandisetrade|"
    "totalmerchandiseexports|totalmerchandiseimports|totalgoodsexports|"
    "totalgoodsimports|exportstotal|importstotal|allproductstotal|"
    "allcommoditiestotal|alltrade|alltransportmodes|insgesamt|gesamt|totalvalue|"
    "summe|alleprodukte|totalgeneral|総額|総計|合計|总计|合计|总值|总额|"
    "全部商品|所有商品|"
    "全部产品|商品总值|商品合计|出口总值|进口总值|进出口总值|出口总额|进口总额|"
    "进出口总额|出口商品总值|进口商品总值|进出口商品总值";

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

static void set_add(struct place_set *set, size_t country)
{
    set->bits[country / 64] |= (uint64_t)1 << country % 64;
}

/* Where its members name the country; NULL: they do not. */
static const char *find_named(const struct bloc_words *bloc, const char *alpha3)
{
    char upper[4] = {0};

    for (size_t i = 0; i < 3 && alpha3[i]; i++)
        upper[i] = (char)(alpha3[i] - 'a' + 'A');
    return strstr(bloc->members, upper);
}

static bool is_marked(const struct bloc_words *bloc, const char *named, char mark)
{
    return named && named > bloc->members && named[-1] == mark;
}

static struct place_set members_of(const struct bloc_words *bloc)
{
    struct place_set set = {{0}};
    bool is_others = bloc->members[0] == '!';

    for (size_t i = 0; i < country_words_count; i++) {
        const char *named = find_named(bloc, country_words[i].codes);
        if (!is_marked(bloc, named, '-') && !is_marked(bloc, named, '<') &&
            (strchr(bloc->continents, country_words[i].continent) ||
             (named != NULL) != is_others))
            set_add(&set, i);
    }
    return set;
}

struct place_set place_formers(const struct place *place)
{
    struct place_set set = {{0}};

    for (size_t i = 0; place->bloc && i < country_words_count; i++)
        if (is_marked(place->bloc, find_named(place->bloc, country_words[i].codes),
                      '<'))
            set_add(&set, i);
    return set;
}

void places_open(struct places *places, struct arena *arena)
{
    struct place_words *words = &places->words;

    assert(country_words_count <= PLACE_COUNTRY_MAX);
    *places = (struct places){.arena = arena};
    for (size_t i = 0; i < country_words_count; i++) {
        place_words_add(words, arena, 'c', country_words[i].codes, i);
        place_words_add(words, arena, 'n', country_words[i].names, i);
    }
    for (size_t i = 0; i < bloc_words_count; i++) {
        size_t number = country_words_count + i;
        place_words_add(words, arena, 'c', bloc_words[i].codes, number);
        place_words_add(words, arena, 'n', bloc_words[i].names, number);
    }
    place_words_add(words, arena, 'c', all_codes, number_of_all());
    place_words_add(words, arena, 'n', all_names, number_of_all());
}

static size_t number_of(const struct places *places, char kind, const char *text)
{
    return place_words_find(&places->words, kind, squeezed(places->arena, text));
}

/* "ASEAN (10)" and "European Union (27 countries)" say how many are in it: what is left
 * of a name without that; NULL where nothing is said. */
static const char *without_count(const char *name, struct arena *arena)
{
    static const char *const ends[] = {"membercountries", "memberstates", "countries",
                                       "members",         "国",           "个成员国"};
    char *word = squeezed(arena, name);
    size_t length = strlen(word);
    size_t before = length;

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        size_t end = strlen(ends[i]);
        if (length > end && strcmp(word + length - end, ends[i]) == 0) {
            length -= end;
            break;
        }
    }
    while (length && word[length - 1] >= '0' && word[length - 1] <= '9')
        length--;
    word[length] = '\0';
    return length > 1 && length < before ? word : NULL;
}

/* "ASEAN (Association of Southeast Asian Nations)" says one name of it twice; SIZE_MAX
 * where the brackets hold anything else, "Africa (other)". */
static size_t number_of_twice(const struct places *places, const char *name)
{
    const char *open = strchr(name, '(');
    const char *close = open ? strchr(open, ')') : NULL;
    size_t outer;
    size_t inner;

    if (!close || open == name)
        return SIZE_MAX;
    outer =
        number_of(places, 'n', arena_copy(places->arena, name, (size_t)(open - name)));
    inner = number_of(places, 'n',
                      arena_copy(places->arena, open + 1, (size_t)(close - open - 1)));
    return outer == inner ? outer : SIZE_MAX;
}

/* A bloc alone is called so. */
static size_t number_of_bloc(const struct places *places, const char *name)
{
    const char *word = without_count(name, places->arena);
    size_t number = word ? place_words_find(&places->words, 'n', word) : SIZE_MAX;

    if (number == SIZE_MAX)
        number = number_of_twice(places, name);
    return number >= country_words_count && number < number_of_all() ? number
                                                                     : SIZE_MAX;
}

static struct place place_new(size_t number)
{
    struct place place = {.kind = PLACE_ALL, .title = N_("World")};
    const struct bloc_words *bloc;

    if (number == number_of_all())
        return place;
    if (number < country_words_count) {
        place.kind = PLACE_COUNTRY;
        place.title = "";
        set_add(&place.countries, number);
        return place;
    }
    bloc = &bloc_words[number - country_words_count];
    place.kind = PLACE_BLOC;
    place.title = bloc->title;
    place.is_region = *bloc->continents != '\0';
    place.is_open = bloc->members[0] == '~';
    place.bloc = bloc;
    place.countries = members_of(bloc);
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
         text = text->next) {
        number = number_of(places, 'n', text->text);
        if (number == SIZE_MAX)
            number = number_of_bloc(places, text->text);
    }
    if (number != SIZE_MAX) {
        place = place_new(number);
        place.is_by_name = true;
        return place;
    }
    if (label_is_empty(name) || has_letter(code))
        number = number_of(places, 'c', code);
    /* A file without names may have them for codes. */
    if (number == SIZE_MAX && label_is_empty(name))
        number = number_of(places, 'n', code);
    if (number == SIZE_MAX && label_is_empty(name))
        number = number_of_bloc(places, code);
    return number == SIZE_MAX ? (struct place){.kind = PLACE_UNKNOWN, .title = ""}
                              : place_new(number);
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

/* Most codes are numbers, which no word of a total has: those are not looked for. */
static bool has_digit(const char *text)
{
    return text[strcspn(text, "0123456789")] != '\0';
}

/* Whether it is listed, however it is written. */
static bool means(const char *words, const char *text, struct arena *arena)
{
    return !has_digit(text) && is_listed(words, squeezed(arena, text));
}

bool is_word_of_total(const char *code, const struct label *name, struct arena *arena)
{
    for (const struct label_text *text = name->first; text; text = text->next)
        if (means(total_names, text->text, arena))
            return true;
    return means(total_codes, code, arena) ||
           (label_is_empty(name) && means(total_names, code, arena));
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

size_t place_set_size(const struct place_set *set)
{
    size_t count = 0;

    for (size_t i = 0; i < PLACE_COUNTRY_MAX / 64; i++)
        for (uint64_t bits = set->bits[i]; bits; bits &= bits - 1)
            count++;
    return count;
}

size_t place_set_common(const struct place_set *a, const struct place_set *b)
{
    struct place_set common;

    for (size_t i = 0; i < PLACE_COUNTRY_MAX / 64; i++)
        common.bits[i] = a->bits[i] & b->bits[i];
    return place_set_size(&common);
}
