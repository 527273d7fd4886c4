#include "core/load/unit_words.h"

#include "core/base/text.h"

#include <ctype.h>
#include <string.h>

enum { GROUP = 3 };

/* Those with a star may have an ending. */
static const struct {
    const char *word;
    enum word_power kind;
    int power;
} powers[] = {
    {"ten", POWER_SMALL, 1},        {"hundred*", POWER_SMALL, 2},
    {"mil", POWER_UNCLEAR, 3},      {"thousand*", POWER_LARGE, 3},
    {"ths", POWER_LARGE, 3},        {"tsd", POWER_LARGE, 3},
    {"tausend*", POWER_LARGE, 3},   {"mille", POWER_LARGE, 3},
    {"millier*", POWER_LARGE, 3},   {"miles", POWER_LARGE, 3},
    {"milhar*", POWER_LARGE, 3},    {"migliaia", POWER_LARGE, 3},
    {"duizend", POWER_LARGE, 3},    {"tusen", POWER_LARGE, 3},
    {"lakh*", POWER_LARGE, 5},      {"lac", POWER_LARGE, 5},
    {"million*", POWER_LARGE, 6},   {"millon*", POWER_LARGE, 6},
    {"milho*", POWER_LARGE, 6},     {"milion*", POWER_LARGE, 6},
    {"miljoen", POWER_LARGE, 6},    {"miljon*", POWER_LARGE, 6},
    {"mill", POWER_LARGE, 6},       {"mio", POWER_LARGE, 6},
    {"mln", POWER_LARGE, 6},        {"mn", POWER_LARGE, 6},
    {"crore*", POWER_LARGE, 7},     {"milliard*", POWER_LARGE, 9},
    {"miliard*", POWER_LARGE, 9},   {"miljard*", POWER_LARGE, 9},
    {"mrd", POWER_LARGE, 9},        {"mld", POWER_LARGE, 9},
    {"billion", POWER_LARGE, 9},    {"billions", POWER_LARGE, 9},
    {"bilh*", POWER_LARGE, 9},      {"bn", POWER_LARGE, 9},
    {"bln", POWER_LARGE, 9},        {"bil", POWER_LARGE, 9},
    {"billionen", POWER_LARGE, 12}, {"billones", POWER_LARGE, 12},
    {"trilh*", POWER_LARGE, 12},    {"trillion*", POWER_LARGE, 12},
    {"tn", POWER_LARGE, 12},        {"trn", POWER_LARGE, 12},
    {"k", POWER_LETTER, 3},         {"m", POWER_LETTER, 6},
    {"mm", POWER_LETTER, 6},        {"b", POWER_LETTER, 9},
    {"十", POWER_SMALL, 1},         {"百", POWER_SMALL, 2},
    {"千", POWER_LARGE, 3},         {"万", POWER_LARGE, 4},
    {"萬", POWER_LARGE, 4},         {"亿", POWER_LARGE, 8},
    {"億", POWER_LARGE, 8},
};

static bool is_written_as(const char *word, const char *folded)
{
    size_t length = strcspn(word, "*");

    return strncmp(folded, word, length) == 0 && (word[length] || !folded[length]);
}

int unit_letters_power(const char *letters, size_t length)
{
    for (size_t i = 0; i < sizeof(powers) / sizeof(powers[0]); i++)
        if (strlen(powers[i].word) == length && length <= GROUP &&
            powers[i].kind >= POWER_LARGE && powers[i].kind != POWER_UNCLEAR &&
            memcmp(powers[i].word, letters, length) == 0)
            return powers[i].power;
    return 0;
}

/* Letters of the Latin script, two bytes of U+00C0 to U+024F among them. */
static size_t letter_at(const char *at)
{
    unsigned char byte = (unsigned char)*at;

    if (isalpha(byte))
        return 1;
    return byte >= 0xc3 && byte <= 0xc9 && at[1] ? 2 : 0;
}

static size_t letters_at(const char *at)
{
    size_t length = 0;

    for (size_t step; (step = letter_at(at + length)) > 0;)
        length += step;
    return length;
}

static size_t digits_at(const char *at)
{
    return strspn(at, "0123456789");
}

/* 1,000 and 1 000 000 and 000,000: groups of three behind a group of up to three. */
static size_t number_at(const char *at)
{
    size_t length = digits_at(at);
    bool has_groups = length && length <= GROUP;

    while (has_groups && at[length] && strchr(",.' ", at[length]) &&
           digits_at(at + length + 1) == GROUP)
        length += GROUP + 1;
    return length;
}

/* Zeros behind a one, or by themselves as thousands are written: '000. */
static void read_number(struct unit_word *word)
{
    size_t zeros = 0;
    size_t others = 0;

    for (size_t i = 0; i < word->length; i++)
        if (word->at[i] == '0')
            zeros++;
        else if (isdigit((unsigned char)word->at[i]))
            others += i || word->at[i] != '1' ? 2 : 1;
    if (others > 1 || (!others && zeros % GROUP != 0))
        return;
    word->power = (int)zeros;
    word->kind = zeros >= GROUP ? POWER_LARGE : POWER_SMALL;
}

/* "10^6" is one word. */
static size_t exponent_at(const char *at, struct unit_word *word)
{
    size_t sign = *at == '^' ? 1 : strncmp(at, "**", 2) == 0 ? 2 : 0;
    size_t digits = sign ? digits_at(at + sign) : 0;

    if (digits != 1 && digits != 2)
        return 0;
    word->power = at[sign] - '0';
    if (digits == 2)
        word->power = 10 * word->power + (at[sign + 1] - '0');
    word->kind = word->power >= GROUP ? POWER_LARGE : POWER_SMALL;
    return sign + digits;
}

static size_t code_point_at(const char *at)
{
    size_t length = 1;

    while (((unsigned char)at[length] & 0xc0) == 0x80)
        length++;
    return length;
}

static void read_power(struct unit_word *word)
{
    for (size_t i = 0; i < sizeof(powers) / sizeof(powers[0]); i++)
        if (is_written_as(powers[i].word, word->folded)) {
            word->kind = powers[i].kind;
            word->power = powers[i].power;
            return;
        }
}

static void read_word(struct unit_word *word, struct arena *arena)
{
    size_t digits = number_at(word->at);

    word->length = digits ? digits : letters_at(word->at);
    if (digits) {
        read_number(word);
        word->length += word->at[digits] == 's' && !letter_at(word->at + digits + 1);
        if (digits == 2 && strncmp(word->at, "10", 2) == 0)
            word->length += exponent_at(word->at + digits, word);
    }
    if (!word->length)
        word->length = code_point_at(word->at);
    word->folded = text_fold(arena, arena_copy(arena, word->at, word->length));
    if (!digits)
        read_power(word);
}

/* Underscores are the blanks of headings. */
void unit_words_read(struct unit_words *words, const char *text, struct arena *arena)
{
    const char *end = text;

    words->count = 0;
    for (text += strspn(text, " \t_"); *text && words->count < UNIT_WORD_MAX;
         text += strspn(text, " \t_")) {
        struct unit_word *word = &words->word[words->count++];
        *word = (struct unit_word){.at = text, .is_joined = text == end};
        read_word(word, arena);
        text += word->length;
        end = text;
    }
}
