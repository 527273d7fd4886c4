#include "core/load/layout.h"

#include "core/model/currency.h"

#include <ctype.h>
#include <string.h>

static const struct layout_ops *const layouts[] = {
#define X(name) &layout_##name,
    LAYOUTS(X)
#undef X
};

size_t headings_find(const struct headings *headings, const char *folded)
{
    for (size_t i = 0; i < headings->count; i++)
        if (strcmp(headings->folded[i], folded) == 0)
            return i;
    return SIZE_MAX;
}

bool headings_have(const struct headings *headings, const char *folded)
{
    return headings_find(headings, folded) != SIZE_MAX;
}

bool headings_begin(const struct headings *headings, const char *folded)
{
    for (size_t i = 0; i < headings->count; i++)
        if (strncmp(headings->folded[i], folded, strlen(folded)) == 0)
            return true;
    return false;
}

const struct layout_ops *layout_of(const struct headings *headings)
{
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        if (!layouts[i]->fits_row && layouts[i]->recognises(headings))
            return layouts[i];
    return NULL;
}

const struct layout_ops *layout_of_row(const struct layout_ops *layout,
                                       const struct headings *headings,
                                       const struct builder_text *fields, size_t count)
{
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        if (layouts[i]->fits_row && layouts[i]->recognises(headings) &&
            layouts[i]->fits_row(headings, fields, count))
            return layouts[i];
    return layout;
}

bool layout_is_month(struct builder_text field, char between)
{
    struct period period;

    return field.length == 7 && field.text[4] == between &&
           period_read(field.text, field.length, &period);
}

struct word_scale {
    const char *word;
    int scale;
};

/* Longer words first: "million" before "mn", "100 million" before "million". */
static const struct word_scale scales[] = {
    {"billionen", 12},   {"billones", 12},
    {"mil millones", 9}, {"miles de millones", 9},
    {"mil milh", 9},     {"milliard", 9},
    {"mrd", 9},          {"bilh", 9},
    {"millon", 6},       {"milhões", 6},
    {"milhoes", 6},      {"milliers", 3},
    {"miles de", 3},     {"milhares", 3},
    {"tausend", 3},      {"tsd", 3},
    {"100 million", 8},  {"100million", 8},
    {"100m", 8},         {"hundred million", 8},
    {"million", 6},      {"mill.", 6},
    {"mio", 6},          {"mln", 6},
    {"thousand", 3},     {"ths_", 3},
    {"10,000", 4},       {"10000", 4},
    {"1000", 3},         {"1,000", 3},
    {"10k", 4},          {"billion", 9},
    {"trillion", 12},    {"bn", 9},
    {"tn", 12},          {"mn", 6},
    {"万亿", 12},        {"亿", 8},
    {"百万", 6},         {"万", 4},
    {"千", 3},
};

/* Where a currency is told of, and what its code is. */
static const struct {
    const char *word;
    const char *code;
} currencies[] = {
    {"r$", "BRL"},  {"nz$", "NZD"},  {"hk$", "HKD"},       {"nt$", "TWD"},
    {"ca$", "CAD"}, {"au$", "AUD"},  {"dólar", "USD"},     {"dolar", "USD"},
    {"usd", "USD"}, {"us$", "USD"},  {"us dollar", "USD"}, {"美元", "USD"},
    {"cny", "CNY"}, {"rmb", "CNY"},  {"yuan", "CNY"},      {"人民币", "CNY"},
    {"eur", "EUR"}, {"€", "EUR"},    {"gbp", "GBP"},       {"jpy", "JPY"},
    {"yen", "JPY"}, {"日元", "JPY"}, {"krw", "KRW"},       {"nzd", "NZD"},
    {"aud", "AUD"}, {"cad", "CAD"},  {"chf", "CHF"},       {"inr", "INR"},
    {"brl", "BRL"}, {"元", "CNY"},   {"dollar", "USD"},    {"$", "USD"},
};

/* "musd" and "kusd", as analysts write. */
static int prefix_scale(const char *text, const char *found)
{
    bool stands_alone = found - text < 2 || !isalpha((unsigned char)found[-2]);

    if (found == text || !stands_alone)
        return 0;
    return found[-1] == 'm' ? 6 : found[-1] == 'k' ? 3 : 0;
}

/* "US$ mil" is a thousand in Portuguese and a million in English. */
static bool is_mil(const char *text)
{
    for (const char *at = strstr(text, "mil"); at; at = strstr(at + 1, "mil"))
        if ((at == text || !isalpha((unsigned char)at[-1])) &&
            !isalpha((unsigned char)at[3]) && (unsigned char)at[3] < 0x80)
            return true;
    return false;
}

static int scale_of(const char *text)
{
    for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
        if (strstr(text, scales[i].word))
            return scales[i].scale;
    return 0;
}

static bool say_unit(struct unit *unit, const char *code, int scale)
{
    *unit = (struct unit){UNIT_CURRENCY, code, scale};
    return true;
}

bool layout_unit(const char *heading, struct unit *unit, struct arena *arena)
{
    size_t length = strlen(heading);
    char *text = arena_copy(arena, heading, length);
    const char *code = currency_in(heading);

    for (size_t i = 0; i < length; i++)
        text[i] = (char)tolower((unsigned char)text[i]);
    if (code)
        return say_unit(unit, code, scale_of(text));
    for (size_t i = 0; i < sizeof(currencies) / sizeof(currencies[0]); i++) {
        const char *found = strstr(text, currencies[i].word);
        if (!found)
            continue;
        int scale = scale_of(text);
        if (!scale && is_mil(text))
            return false;
        return say_unit(unit, currencies[i].code,
                        scale ? scale : prefix_scale(text, found));
    }
    return false;
}
