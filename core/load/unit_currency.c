/*
 * Which currency words tell of: by its code, by its sign, or by its name. A dollar is
 * that of the country before it.
 */
#include "core/load/unit_words.h"

#include "core/model/currency.h"

#include <ctype.h>
#include <string.h>

struct named {
    const char *word;
    const char *code;
};

/* Whole words, or signs. What more than one country has (pound, rupee, ¥) is none. */
static const struct named names[] = {
    {"euro", "EUR"},    {"euros", "EUR"},   {"€", "EUR"},        {"yen", "JPY"},
    {"yuan", "CNY"},    {"rmb", "CNY"},     {"renminbi", "CNY"}, {"sterling", "GBP"},
    {"£", "GBP"},       {"reais", "BRL"},   {"zloty", "PLN"},    {"₹", "INR"},
    {"₩", "KRW"},       {"₽", "RUB"},     {"₺", "TRY"},        {"₫", "VND"},
    {"rouble", "RUB"},  {"roubles", "RUB"}, {"ruble", "RUB"},    {"rubles", "RUB"},
    {"ringgit", "MYR"}, {"baht", "THB"},    {"usdollar", "USD"}, {"usdollars", "USD"},
};

/* Names in ideographs, of which each is a word: those that hold others come first. */
static const struct named ideographs[] = {
    {"人民币", "CNY"}, {"人民幣", "CNY"}, {"新台币", "TWD"}, {"新臺幣", "TWD"},
    {"台币", "TWD"},   {"澳门元", "MOP"}, {"美元", "USD"},   {"欧元", "EUR"},
    {"歐元", "EUR"},   {"日元", "JPY"},   {"日圆", "JPY"},   {"日圓", "JPY"},
    {"港元", "HKD"},   {"港币", "HKD"},   {"港幣", "HKD"},   {"英镑", "GBP"},
    {"英鎊", "GBP"},   {"韩元", "KRW"},   {"加元", "CAD"},   {"澳元", "AUD"},
    {"卢布", "RUB"},
};

/* Letters that a $ is joined to. */
static const struct named signs[] = {
    {"us", "USD"}, {"nz", "NZD"}, {"hk", "HKD"},  {"nt", "TWD"}, {"ca", "CAD"},
    {"c", "CAD"},  {"a", "AUD"},  {"au", "AUD"},  {"s", "SGD"},  {"sg", "SGD"},
    {"r", "BRL"},  {"mx", "MXN"}, {"can", "CAD"},
};

/* The word before "dollars"; "s" is that of "U.S.". */
static const struct named dollars[] = {
    {"us", "USD"},         {"s", "USD"},         {"usa", "USD"},
    {"american", "USD"},   {"states", "USD"},    {"zealand", "NZD"},
    {"kong", "HKD"},       {"taiwan", "TWD"},    {"canadian", "CAD"},
    {"australian", "AUD"}, {"singapore", "SGD"},
};

/* What may stand before "dollars" and says nothing of their country. */
static const char *const neutral[] = {
    "of",  "in",      "de",   "en",    "em",  "d",       "current", "constant", "fob",
    "cif", "nominal", "real", "value", "the", "exports", "imports", "unit",     "units",
};

static const char *code_named(const struct named *table, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].word, word) == 0)
            return table[i].code;
    return NULL;
}

#define CODE_NAMED(table, word) \
    code_named((table), sizeof(table) / sizeof((table)[0]), (word))

/* "tsek": in these, a t is a thousand. */
static int prefix_power(const struct unit_word *word, size_t length, const char *code)
{
    static const char thousands[][4] = {"EUR", "SEK", "NOK", "DKK", "CHF"};

    for (size_t i = 0; i < sizeof(thousands) / sizeof(thousands[0]); i++)
        if (length == 1 && *word->folded == 't' && strcmp(code, thousands[i]) == 0)
            return 3;
    return unit_letters_power(word->folded, length);
}

/* "usd", "musd", "usdmn": a code with a power of ten, or by itself. */
static const char *code_of_word(const struct unit_word *word, int *power)
{
    size_t rest = word->length - 3;
    const char *code;

    *power = 0;
    if (word->length < 3 || word->length > 6 || strlen(word->folded) != word->length)
        return NULL;
    code = currency_at(word->at);
    if (code && rest) {
        *power = unit_letters_power(word->folded + 3, rest);
        code = *power ? code : NULL;
    }
    if (code || !rest)
        return code;
    code = currency_at(word->at + rest);
    *power = code ? prefix_power(word, rest, code) : 0;
    return *power ? code : NULL;
}

/* Hong Kong SAR is no rial. */
static bool is_place(const struct unit_words *words, size_t i)
{
    const char *before = i ? words->word[i - 1].folded : "";

    return strcmp(words->word[i].folded, "sar") == 0 &&
           (strcmp(before, "kong") == 0 || strncmp(before, "maca", 4) == 0);
}

/* Keeps the first one; false when it is another than the one that was found. */
static bool keep(struct unit_currency *found, const struct unit_currency *one)
{
    if (!one->code)
        return true;
    if (!found->code)
        *found = *one;
    return strcmp(found->code, one->code) == 0;
}

static bool find_codes(const struct unit_words *words, struct unit_currency *found)
{
    for (size_t i = 0; i < words->count; i++) {
        struct unit_currency one = {.begin = i, .end = i + 1};
        if (!is_place(words, i))
            one.code = code_of_word(&words->word[i], &one.power);
        if (!keep(found, &one))
            return false;
    }
    return true;
}

static bool is_letters(const struct unit_word *word)
{
    return isalpha((unsigned char)*word->folded);
}

static struct unit_currency dollar_sign(const struct unit_words *words, size_t i)
{
    const struct unit_word *before = i ? &words->word[i - 1] : NULL;

    if (!before || !words->word[i].is_joined || !is_letters(before) ||
        before->kind != POWER_NONE)
        return (struct unit_currency){"USD", i, i + 1, 0};
    return (struct unit_currency){CODE_NAMED(signs, before->folded), i - 1, i + 1, 0};
}

static bool is_neutral(const struct unit_word *word)
{
    if (word->kind != POWER_NONE || !is_letters(word))
        return true;
    for (size_t i = 0; i < sizeof(neutral) / sizeof(neutral[0]); i++)
        if (strcmp(neutral[i], word->folded) == 0)
            return true;
    return false;
}

/* "U.S. dollars", "dólares canadienses". */
static struct unit_currency dollar_word(const struct unit_words *words, size_t i)
{
    struct unit_currency found = {NULL, i, i + 1, 0};
    const char *after = i + 1 < words->count ? words->word[i + 1].folded : "";
    size_t before = i;

    while (before && *words->word[before - 1].folded == '.')
        before--;
    if (before)
        found.code = CODE_NAMED(dollars, words->word[before - 1].folded);
    if (found.code)
        found.begin = before - 1;
    else if (strncmp(after, "canad", 5) == 0)
        found.code = "CAD";
    else if (strncmp(after, "austral", 7) == 0)
        found.code = "AUD";
    else if (!before || is_neutral(&words->word[before - 1]))
        found.code = "USD";
    return found;
}

static bool is_dollar(const char *word)
{
    return strncmp(word, "dollar", 6) == 0 || strncmp(word, "dolar", 5) == 0;
}

/* 元 alone is a yuan behind a number or at the beginning: 亿元, but not 单元. */
static bool is_yuan(const struct unit_words *words, size_t i)
{
    const struct unit_word *before = i ? &words->word[i - 1] : NULL;

    return strcmp(words->word[i].folded, "元") == 0 &&
           (!before || before->kind != POWER_NONE || !words->word[i].is_joined ||
            (unsigned char)*before->at < 0x80 || strcmp(before->at, "币元") == 0 ||
            strncmp(before->at, "（", 3) == 0 || strncmp(before->at, "：", 3) == 0 ||
            strncmp(before->at, "、", 3) == 0 || strncmp(before->at, "，", 3) == 0);
}

static struct unit_currency named_at(const struct unit_words *words, size_t i)
{
    const struct unit_word *word = &words->word[i];

    if (strcmp(word->folded, "$") == 0)
        return dollar_sign(words, i);
    if (is_dollar(word->folded))
        return dollar_word(words, i);
    for (size_t k = 0; k < sizeof(ideographs) / sizeof(ideographs[0]); k++)
        if (strncmp(word->at, ideographs[k].word, strlen(ideographs[k].word)) == 0)
            return (struct unit_currency){ideographs[k].code, i,
                                          i + strlen(ideographs[k].word) / 3, 0};
    if (is_yuan(words, i))
        return (struct unit_currency){"CNY", i, i + 1, 0};
    return (struct unit_currency){CODE_NAMED(names, word->folded), i, i + 1, 0};
}

/* Codes are meant; of names and signs, only where there is no code. */
bool unit_currency_find(const struct unit_words *words, struct unit_currency *found)
{
    *found = (struct unit_currency){0};
    if (!find_codes(words, found))
        return false;
    if (found->code)
        return true;
    for (size_t i = 0; i < words->count; i++) {
        struct unit_currency one = named_at(words, i);
        if (!keep(found, &one))
            return false;
        if (one.code)
            i = one.end - 1;
    }
    return found->code;
}
