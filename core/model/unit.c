#include "core/model/unit.h"

#include "core/base/number.h"
#include "core/base/translate.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What is shown has at most this many digits before the point. */
#define SHOWN_MAX 1e6
/* The largest power of ten that has a word. */
#define SCALE_WORD_MAX 12

static const char *const valuation_words[] = {
    [VALUATION_NONE] = "",
    [VALUATION_FOB] = N_("FOB"),
    [VALUATION_CIF] = N_("CIF"),
    [VALUATION_CUSTOMS] = N_("customs"),
};

const char *valuation_word(enum valuation valuation)
{
    return valuation_words[valuation];
}

bool valuation_read(const char *text, enum valuation *valuation)
{
    for (int i = VALUATION_FOB; i <= VALUATION_CUSTOMS; i++) {
        if (strcmp(text, valuation_words[i]) == 0) {
            *valuation = (enum valuation)i;
            return true;
        }
    }
    return false;
}

const char *scale_word(int scale)
{
    static const char *const words[] = {
        "10^-15",
        "10^-14",
        "10^-13",
        "10^-12",
        "10^-11",
        "10^-10",
        "10^-9",
        "10^-8",
        "10^-7",
        "10^-6",
        "10^-5",
        "10^-4",
        "10^-3",
        "10^-2",
        "10^-1",
        "",
        "10^1",
        "10^2",
        NC_("scale", "thousand"),
        NC_("scale", "10^4"),
        "10^5",
        NC_("scale", "mn"),
        "10^7",
        NC_("scale", "10^8"),
        NC_("scale", "bn"),
        "10^10",
        "10^11",
        NC_("scale", "tn"),
        "10^13",
        "10^14",
        "10^15",
    };

    if (scale < -15 || scale > 15)
        return "?";
    return words[scale + 15];
}

/* The bytes of text that fit into `room` without cutting a character. */
static int fitting(const char *text, size_t room)
{
    size_t length = strlen(text);

    if (length > room)
        for (length = room; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    return (int)length;
}

/* Currencies whose codes are no words of every language. */
static const char *currency_name(const char *code)
{
    static const char *const names[] = {
        NC_("currency", "CNY"), NC_("currency", "USD"), NC_("currency", "EUR"),
        NC_("currency", "JPY"), NC_("currency", "GBP"), NC_("currency", "HKD"),
        NC_("currency", "KRW"), NC_("currency", "INR"), NC_("currency", "BRL"),
        NC_("currency", "CAD"), NC_("currency", "AUD"), NC_("currency", "CHF"),
        NC_("currency", "MXN"), NC_("currency", "SGD"), NC_("currency", "TWD"),
        NC_("currency", "VND"), NC_("currency", "RUB"), NC_("currency", "TRY"),
        NC_("currency", "NZD"), NC_("currency", "THB"), NC_("currency", "IDR"),
        NC_("currency", "MYR"), NC_("currency", "PHP"), NC_("currency", "ZAR"),
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(names[i], code) == 0)
            return C_("currency", names[i]);
    return code;
}

static void currency_show(char out[UNIT_SHOWN_MAX], const char *code, const char *word)
{
    char name[UNIT_SHOWN_MAX];
    const char *full = currency_name(code);

    snprintf(name, sizeof(name), "%.*s", fitting(full, UNIT_SHOWN_MAX - 16), full);
    if (*name && *word)
        snprintf(out, UNIT_SHOWN_MAX, C_("currency, then scale", "%s %s"), name, word);
    else
        snprintf(out, UNIT_SHOWN_MAX, "%s%s", name, word);
}

char *unit_show(char out[UNIT_SHOWN_MAX], struct unit unit, int scale)
{
    const char *word = C_("scale", scale_word(scale));
    const char *code = unit.code ? unit.code : "";
    const char *gap = *word && *code ? " " : "";

    switch (unit.kind) {
    case UNIT_CURRENCY:
        currency_show(out, code, word);
        break;
    case UNIT_PERCENT:
        snprintf(out, UNIT_SHOWN_MAX, "%%");
        break;
    case UNIT_QUANTITY:
        snprintf(out, UNIT_SHOWN_MAX, "%s%s%.*s", word, gap,
                 fitting(_(code), UNIT_SHOWN_MAX - 16), _(code));
        break;
    case UNIT_NONE:
        snprintf(out, UNIT_SHOWN_MAX, "%s", word);
    }
    return out;
}

int unit_scale_for(struct unit unit, double largest)
{
    int scale = 0;

    if (unit.kind == UNIT_PERCENT)
        return 0;
    while (scale < unit.scale ||
           (scale < SCALE_WORD_MAX && fabs(largest) / number_pow10(scale) >= SHOWN_MAX))
        scale += 3;
    return scale;
}

int unit_decimals_for(struct unit unit, int scale, int decimals, double largest)
{
    int wanted = fabs(largest) / number_pow10(scale) < 100 ? 2 : 1;
    int known = scale - unit.scale + decimals;

    if (known < 0)
        return 0;
    return wanted < known ? wanted : known;
}

static bool is_chinese(const char *language)
{
    return language && strncmp(language, "zh", 2) == 0;
}

char *unit_show_words(char out[UNIT_SHOWN_MAX], struct unit unit, int scale)
{
    if (unit.kind == UNIT_CURRENCY && scale == 4)
        currency_show(out, unit.code ? unit.code : "", C_("scale", "10 thousand"));
    else if (unit.kind == UNIT_CURRENCY && scale == 8)
        currency_show(out, unit.code ? unit.code : "", C_("scale", "100 mn"));
    else
        unit_show(out, unit, scale);
    return out;
}

int unit_scale_in(struct unit unit, double largest, const char *language)
{
    int scale = 0;

    if (!is_chinese(language) || unit.kind != UNIT_CURRENCY)
        return unit_scale_for(unit, largest);
    while (scale < SCALE_WORD_MAX &&
           (scale < unit.scale || fabs(largest) / number_pow10(scale) >= SHOWN_MAX))
        scale += 4;
    return scale;
}
