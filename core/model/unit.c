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
        "10^-15", "10^-14", "10^-13",   "10^-12", "10^-11", "10^-10", "10^-9", "10^-8",
        "10^-7",  "10^-6",  "10^-5",    "10^-4",  "10^-3",  "10^-2",  "10^-1", "",
        "10^1",   "10^2",   "thousand", "10^4",   "10^5",   "mn",     "10^7",  "10^8",
        "bn",     "10^10",  "10^11",    "tn",     "10^13",  "10^14",  "10^15",
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

char *unit_show(char out[UNIT_SHOWN_MAX], struct unit unit, int scale)
{
    const char *word = scale_word(scale);
    const char *code = unit.code ? unit.code : "";
    const char *gap = *word && *code ? " " : "";
    int length = fitting(code, UNIT_SHOWN_MAX - 10);

    switch (unit.kind) {
    case UNIT_CURRENCY:
        snprintf(out, UNIT_SHOWN_MAX, "%.*s%s%s", length, code, gap, word);
        break;
    case UNIT_PERCENT:
        snprintf(out, UNIT_SHOWN_MAX, "%%");
        break;
    case UNIT_QUANTITY:
        snprintf(out, UNIT_SHOWN_MAX, "%s%s%.*s", word, gap, length, code);
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

static const char *chinese_scale(int scale)
{
    switch (scale) {
    case 4:
        return "万";
    case 8:
        return "亿";
    case 12:
        return "万亿";
    default:
        return scale ? NULL : "";
    }
}

static const char *chinese_currency(const char *code)
{
    static const struct {
        const char *code;
        const char *name;
    } names[] = {{"CNY", "元"},   {"USD", "美元"}, {"EUR", "欧元"},
                 {"JPY", "日元"}, {"GBP", "英镑"}, {"HKD", "港元"}};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(names[i].code, code) == 0)
            return names[i].name;
    return NULL;
}

/* The scales of Chinese in other languages: a head above figures needs words. */
static const char *foreign_scale(int scale)
{
    return scale == 4 ? "10 thousand" : scale == 8 ? "100 mn" : NULL;
}

char *unit_show_in(char out[UNIT_SHOWN_MAX], struct unit unit, int scale,
                   const char *language)
{
    const char *word = chinese_scale(scale);
    const char *name = unit.code ? chinese_currency(unit.code) : NULL;

    if (!is_chinese(language) || unit.kind != UNIT_CURRENCY || !word || !name) {
        word = unit.kind == UNIT_CURRENCY ? foreign_scale(scale) : NULL;
        if (!word)
            return unit_show(out, unit, scale);
        snprintf(out, UNIT_SHOWN_MAX, "%.*s %s",
                 fitting(unit.code, UNIT_SHOWN_MAX - 16), unit.code, word);
        return out;
    }
    snprintf(out, UNIT_SHOWN_MAX, "%s%s", word, name);
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
