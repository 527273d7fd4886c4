/*
 * Whether a heading is that of a rule: the same, or with the unit of its figures
 * behind.
 */
#include "core/load/layout.h"
#include "core/model/currency.h"

#include <string.h>

/* What may follow "exports" in a heading without making it something else. */
static const char *const harmless[] = {
    "million", "thousand",  "billion",   "hundred",  "trillion",  "value",
    "values",  "month",     "monthly",   "annual",   "goods",     "total",
    "fob",     "cif",       "usdollars", "usdollar", "usd",       "us",
    "cny",     "rmb",       "yuan",      "eur",      "euro",      "euros",
    "gbp",     "jpy",       "yen",       "krw",      "nzd",       "aud",
    "cad",     "chf",       "inr",       "brl",      "dollars",   "dollar",
    "in",      "of",        "mio",       "mln",      "bn",        "mn",
    "tn",      "millionen", "millones",  "milhoes",  "milliards", "milliarden",
    "mrd",     "miles",     "milliers",  "milhares", "tausend",   "deuros",
    "deuro",   "r",         "€",         "mil",      "tsd",       "mill",
    "dolares", "reais",     "de",        "d",        "en",        "em",
    "wert",    "valeur",    "valor",     "yi",       "val",       "wan",
    "m",       "k",         "current",   "万",       "亿",        "元",
    "美元",    "人民币",    "千",        "百",       "（",        "）",
    "，",      "日元",      "额",        "值",       "0",         "1",
    "¥",       "rs",        "at",        "prices",
};

/* Behind the longest of them, or behind a currency's code; NULL: there is none. */
static const char *without_harmless(const char *rest)
{
    size_t longest = 0;

    for (size_t i = 0; i < sizeof(harmless) / sizeof(harmless[0]); i++) {
        size_t length = strlen(harmless[i]);
        if (length > longest && strncmp(rest, harmless[i], length) == 0)
            longest = length;
    }
    if (!longest)
        return currency_at(rest) ? rest + 3 : NULL;
    return rest + longest;
}

static bool begins_harmless(const char *heading, const char *rule)
{
    size_t length = strlen(rule);

    if (strncmp(heading, rule, length) != 0)
        return false;
    for (heading += length; heading && *heading;)
        heading = without_harmless(heading);
    return heading != NULL;
}

bool rule_fits(const struct layout_rule *rule, const struct headings *headings,
               size_t column)
{
    const char *heading = headings->folded[column];

    size_t length = strcspn(rule->heading, "*");

    if (strncmp(rule->heading, heading, length) == 0 &&
        (rule->heading[length] || !heading[length]))
        return true;
    return (rule->role == ROLE_FIGURE || rule->role == ROLE_VALUE) &&
           (begins_harmless(heading, rule->heading) ||
            begins_harmless(headings->bare[column], rule->heading));
}
