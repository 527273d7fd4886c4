#include "core/model/subtotal_words.h"

#include <stdbool.h>
#include <string.h>

struct word {
    enum subtotal_kind kind;
    const char *text; /* small letters */
};

/* Of two that fit the longer one stands first. */
static const struct word beginnings[] = {
    {SUBTOTAL_SURE, "sub-total"},
    {SUBTOTAL_SURE, "subtotal"},
    {SUBTOTAL_SURE, "sub total"},
    {SUBTOTAL_SURE, "sous-total"},
    {SUBTOTAL_SURE, "sous total"},
    {SUBTOTAL_SURE, "zwischensumme"},
    {SUBTOTAL_SURE, "小计"},
    {SUBTOTAL_SURE, "小計"},
    {SUBTOTAL_SURE, "소계"},
    {SUBTOTAL_MAYBE, "total"},
    {SUBTOTAL_MAYBE, "insgesamt"},
    {SUBTOTAL_MAYBE, "gesamt"},
    {SUBTOTAL_MAYBE, "summe"},
    {SUBTOTAL_MAYBE, "合计"},
    {SUBTOTAL_MAYBE, "总计"},
    {SUBTOTAL_MAYBE, "합계"},
    {SUBTOTAL_MAYBE, "총계"},
    {SUBTOTAL_OF_WHICH, "of which"},
    {SUBTOTAL_OF_WHICH, "o/w"},
    {SUBTOTAL_OF_WHICH, "thereof"},
    {SUBTOTAL_OF_WHICH, "including:"},
    {SUBTOTAL_OF_WHICH, "incl.:"},
    {SUBTOTAL_OF_WHICH, "memo:"},
    {SUBTOTAL_OF_WHICH, "memo item"},
    {SUBTOTAL_OF_WHICH, "memorandum"},
    {SUBTOTAL_OF_WHICH, "davon"},
    {SUBTOTAL_OF_WHICH, "darunter"},
    {SUBTOTAL_OF_WHICH, "dont"},
    {SUBTOTAL_OF_WHICH, "de los cuales"},
    {SUBTOTAL_OF_WHICH, "de las cuales"},
    {SUBTOTAL_OF_WHICH, "dos quais"},
    {SUBTOTAL_OF_WHICH, "das quais"},
    {SUBTOTAL_OF_WHICH, "di cui"},
    {SUBTOTAL_OF_WHICH, "其中"},
    {SUBTOTAL_OF_WHICH, "うち"},
};

static const struct word ends[] = {
    {SUBTOTAL_SURE, "sub-total"}, {SUBTOTAL_SURE, "subtotal"},
    {SUBTOTAL_SURE, "sub total"}, {SUBTOTAL_SURE, "小计"},
    {SUBTOTAL_MAYBE, "total"},    {SUBTOTAL_MAYBE, "insgesamt"},
    {SUBTOTAL_MAYBE, "gesamt"},   {SUBTOTAL_MAYBE, "zusammen"},
    {SUBTOTAL_MAYBE, "合计"},     {SUBTOTAL_MAYBE, "总计"},
    {SUBTOTAL_SURE, "小計"},      {SUBTOTAL_SURE, "소계"},
    {SUBTOTAL_MAYBE, "合計"},     {SUBTOTAL_MAYBE, "합계"},
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

static bool is_other_script(char byte)
{
    return (unsigned char)byte >= 0x80;
}

static char small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_word(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if (small(*text) != *word)
            return false;
    return true;
}

/* Signs and blanks between a word and what it is of. */
static const char ascii_signs[] = " \t:;,.-*()[]/+>\"'";
static const char *const signs[] = {"：", "，", "、", "（",     "）",    "—",
                                    "–",  "·",  "•",  "\u00a0", "\u3000"};

/* How many bytes the sign has that a text begins with; 0: it begins with none. */
static size_t sign_at(const char *text)
{
    if (!is_other_script(*text))
        return *text && strchr(ascii_signs, *text) ? 1 : 0;
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

static const char *behind_signs(const char *text)
{
    for (size_t size; (size = sign_at(text)) > 0;)
        text += size;
    return text;
}

/* The same of the sign that it ends with. */
static size_t sign_before(const char *text, size_t length)
{
    if (!length || !is_other_script(text[length - 1]))
        return length && strchr(ascii_signs, text[length - 1]) ? 1 : 0;
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t size = strlen(signs[i]);
        if (length >= size && memcmp(text + length - size, signs[i], size) == 0)
            return size;
    }
    return 0;
}

/* The length of the text without signs at its end. */
static size_t length_before_signs(const char *text, size_t length)
{
    for (size_t size; (size = sign_before(text, length)) > 0;)
        length -= size;
    return length;
}

/* "Total of Asia" is of Asia. */
static const char *behind_articles(const char *rest)
{
    static const char *const articles[] = {"of ", "for ", "the ", "in ", "der ", "de "};

    for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++)
        if (is_word(rest, articles[i]))
            rest = behind_signs(rest + strlen(articles[i]));
    return rest;
}

static struct subtotal new_subtotal(enum subtotal_kind kind, const char *rest,
                                    size_t length)
{
    return (struct subtotal){kind, rest, length_before_signs(rest, length), 0};
}

/* "Top 10", "Top-10 partners", "前10位". */
static struct subtotal read_top(const char *name)
{
    struct subtotal subtotal = {.kind = SUBTOTAL_NONE};
    const char *at = name;
    unsigned top = 0;

    if (is_word(name, "top") && !is_letter(name[3]))
        at = behind_signs(name + strlen("top"));
    else if (is_word(name, "前"))
        at = name + strlen("前");
    else
        return subtotal;
    while (*at >= '0' && *at <= '9' && top < 1000)
        top = top * 10 + (unsigned)(*at++ - '0');
    if (is_word(at, "十"))
        top = 10;
    if (top < 2 || top >= 1000 || is_letter(*at))
        return subtotal;
    subtotal.kind = SUBTOTAL_TOP;
    subtotal.rest = at;
    subtotal.top = top;
    return subtotal;
}

static struct subtotal read_beginning(const char *name)
{
    struct subtotal subtotal = {.kind = SUBTOTAL_NONE};

    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        const char *text = beginnings[i].text;
        const char *rest = name + strlen(text);
        bool is_ended = is_other_script(*text) || text[strlen(text) - 1] == ':';
        if (!is_word(name, text))
            continue;
        /* "Totalizers" and "Tota-lité" are words of their own. */
        if (!is_ended && (is_letter(*rest) ||
                          (is_other_script(*rest) && behind_signs(rest) == rest)))
            continue;
        rest = behind_articles(behind_signs(rest));
        return new_subtotal(beginnings[i].kind, rest, strlen(rest));
    }
    return subtotal;
}

static struct subtotal read_end(const char *name)
{
    struct subtotal subtotal = {.kind = SUBTOTAL_NONE};
    size_t length = length_before_signs(name, strlen(name));

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        size_t size = strlen(ends[i].text);
        size_t before = length - size;
        if (length <= size || !is_word(name + before, ends[i].text))
            continue;
        if (!is_other_script(*ends[i].text) && is_letter(name[before - 1]))
            continue;
        return new_subtotal(ends[i].kind, name, before);
    }
    return subtotal;
}

struct subtotal subtotal_read(const char *name)
{
    struct subtotal subtotal;

    name = behind_signs(name);
    subtotal = read_beginning(name);
    if (subtotal.kind == SUBTOTAL_NONE)
        subtotal = read_top(name);
    return subtotal.kind == SUBTOTAL_NONE ? read_end(name) : subtotal;
}
