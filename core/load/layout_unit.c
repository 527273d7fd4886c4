/*
 * The unit that a text tells of: one currency and one power of ten. What could be read
 * in two ways is no unit, since one of the two is wrong by powers of ten.
 */
#include "core/load/layout.h"
#include "core/load/unit_words.h"

#include <ctype.h>
#include <string.h>

/* A power that words multiply up to: "100 million", "mil millones", "10万". */
struct power {
    size_t end; /* behind its words */
    int value;  /* 0: none */
    bool is_unclear;
};

/* Letters are powers beside the currency ("US$ m"), or joined to a number ("100m"). */
static bool counts(const struct unit_words *words, size_t i,
                   const struct unit_currency *currency)
{
    const struct unit_word *word = &words->word[i];
    const struct unit_word *before = i ? word - 1 : NULL;

    if (word->kind != POWER_LETTER)
        return word->kind != POWER_NONE;
    return i == currency->end || i + 1 == currency->begin ||
           (word->is_joined && before && isdigit((unsigned char)*before->at));
}

static bool links(const struct unit_word *word)
{
    static const char *const signs[] = {"de", "of", "x", "×", "*"};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strcmp(word->folded, signs[i]) == 0)
            return true;
    return false;
}

static struct power power_at(const struct unit_words *words, size_t i,
                             const struct unit_currency *currency)
{
    struct power power = {.end = i};
    bool has_large = false;
    size_t count = 0;

    while (i < words->count && counts(words, i, currency)) {
        power.value += words->word[i].power;
        has_large = has_large || words->word[i].kind >= POWER_LARGE;
        power.is_unclear = words->word[i].kind == POWER_UNCLEAR && !count++;
        power.end = ++i;
        if (i + 1 < words->count && links(&words->word[i]) &&
            counts(words, i + 1, currency))
            i++;
    }
    if (!has_large)
        power.value = 0;
    return power;
}

/* False where two are told of, or one that is not clear. */
static bool find_power(const struct unit_words *words,
                       const struct unit_currency *currency, int *power)
{
    *power = currency->power;
    for (size_t i = 0; i < words->count;) {
        struct power one = power_at(words, i, currency);
        if (one.is_unclear || (one.value && *power && one.value != *power))
            return false;
        *power = one.value ? one.value : *power;
        i = one.end > i ? one.end : i + 1;
    }
    return true;
}

bool layout_unit(const char *heading, struct unit *unit, struct arena *arena)
{
    struct unit_words words;
    struct unit_currency currency;
    int power;

    unit_words_read(&words, heading, arena);
    if (!unit_currency_find(&words, &currency) ||
        !find_power(&words, &currency, &power))
        return false;
    *unit = (struct unit){UNIT_CURRENCY, currency.code, power};
    return true;
}

int layout_power(const char *heading, struct arena *arena)
{
    struct unit_words words;
    struct unit_currency none = {NULL, UNIT_WORD_MAX, UNIT_WORD_MAX, 0};
    int power;

    unit_words_read(&words, heading, arena);
    return find_power(&words, &none, &power) ? power : 0;
}

static void blank(char *text, const struct unit_words *words, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        memset(text + (words->word[i].at - words->word[0].at), ' ',
               words->word[i].length);
}

const char *layout_without_unit(const char *heading, struct arena *arena)
{
    struct unit_words words;
    struct unit_currency currency;
    char *rest = arena_copy(arena, heading, strlen(heading));

    unit_words_read(&words, heading, arena);
    if (!words.count)
        return rest;
    if (!unit_currency_find(&words, &currency))
        currency = (struct unit_currency){NULL, words.count, words.count, 0};
    char *first = rest + (words.word[0].at - heading);
    blank(first, &words, currency.begin, currency.end);
    for (size_t i = 0; i < words.count;) {
        struct power power = power_at(&words, i, &currency);
        if (power.value)
            blank(first, &words, i - (i && links(&words.word[i - 1])), power.end);
        i = power.end > i ? power.end : i + 1;
    }
    return rest;
}
