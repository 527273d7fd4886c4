#include "core/load/mark.h"

#include "core/model/period.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { FLAG_LETTERS_MAX = 3 };

/* What offices write out, as letters; final figures have no flag. */
static const struct {
    const char *word;
    const char *letter;
} words[] = {
    {"provisional", "p"}, {"preliminary", "p"},  {"prov.", "p"},
    {"prelim.", "p"},     {"revised", "r"},      {"rev.", "r"},
    {"estimated", "e"},   {"estimate", "e"},     {"est.", "e"},
    {"forecast", "f"},    {"confidential", "c"}, {"final", ""},
    {"normal value", ""}, {"break", "b"},
};

static const char *word_in_letters(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i].word) == length &&
            strncasecmp(words[i].word, text, length) == 0)
            return words[i].letter;
    return NULL;
}

struct builder_text mark_in_letters(struct builder_text text)
{
    const char *letters = word_in_letters(text.text, text.length);

    return letters ? (struct builder_text){letters, strlen(letters), text.at} : text;
}

bool mark_is_flag(const char *text, size_t length)
{
    static const char letters[] = "bcdefnprsuz";

    if (!length || length > FLAG_LETTERS_MAX)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!memchr(letters, tolower((unsigned char)text[i]), sizeof(letters) - 1))
            return false;
    /* Billions, pieces and percents. */
    return length != 2 ||
           (strncasecmp(text, "bn", 2) != 0 && strncasecmp(text, "pc", 2) != 0);
}

/* Bytes of signs of footnotes that the text ends in. */
static size_t signs_behind(const char *text, size_t length)
{
    static const char *const signs[] = {"*", "†", "‡", "¹", "²", "³", "⁴",
                                        "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"};
    size_t left = length;

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t size = strlen(signs[i]);
        if (left < size || memcmp(text + left - size, signs[i], size) != 0)
            continue;
        left -= size;
        i = SIZE_MAX; /* from the first sign on again */
    }
    return length - left;
}

static struct builder_text trimmed(struct builder_text text, size_t length)
{
    while (length && text.text[length - 1] == ' ')
        length--;
    text.length = length;
    return text;
}

/* Leaves what stands before the mark, which has so many bytes around it. */
static bool cut(struct builder_text *text, struct builder_text *mark, size_t begin,
                size_t length, size_t before)
{
    *mark = (struct builder_text){text->text + begin, length, text->at};
    *text = trimmed(*text, begin - before);
    return true;
}

/* Where the letters, dots and blanks within a bracket at the end begin; 0: there is
 * none. */
static size_t bracket_behind(struct builder_text text)
{
    size_t at = text.length;

    if (!at-- || text.text[at] != ')')
        return 0;
    while (at && (isalpha((unsigned char)text.text[at - 1]) ||
                  text.text[at - 1] == '.' || text.text[at - 1] == ' '))
        at--;
    return at && text.text[at - 1] == '(' ? at : 0;
}

static size_t letters_behind(struct builder_text text)
{
    size_t count = 0;

    while (count < text.length &&
           isalpha((unsigned char)text.text[text.length - count - 1]))
        count++;
    return count;
}

static bool cut_signs(struct builder_text *text, struct builder_text *mark)
{
    size_t size = signs_behind(text->text, text->length);

    return size && size < text->length && cut(text, mark, text->length - size, size, 0);
}

static bool is_end_of_number(struct builder_text text, size_t length)
{
    return length && isdigit((unsigned char)text.text[length - 1]);
}

bool mark_cut(struct builder_text *text, struct builder_text *mark)
{
    size_t begin = bracket_behind(*text);
    size_t letters = letters_behind(*text);
    size_t before = text->length - letters;

    if (begin)
        return mark_is_flag(text->text + begin, text->length - begin - 1) &&
               cut(text, mark, begin, text->length - begin - 1, 1);
    if (letters == 1 && is_end_of_number(*text, before) &&
        memchr("pr", text->text[before], 2))
        return cut(text, mark, before, letters, 0);
    if (letters && before && text->text[before - 1] == ':')
        return mark_is_flag(text->text + before, letters) &&
               cut(text, mark, before, letters, 0);
    return cut_signs(text, mark);
}

/* Behind a period any word for a status, and any of these letters. */
static bool cut_word(struct builder_text *text, struct builder_text *mark)
{
    size_t begin = bracket_behind(*text);
    size_t end = text->length - (begin > 0);
    size_t letters;

    if (!begin)
        for (begin = end; begin && (isalpha((unsigned char)text->text[begin - 1]) ||
                                    text->text[begin - 1] == '.');)
            begin--;
    letters = end - begin;
    if (!word_in_letters(text->text + begin, letters) &&
        (letters != 1 || !memchr("pref", tolower((unsigned char)text->text[begin]), 4)))
        return false;
    return cut(text, mark, begin, letters, end < text->length);
}

void mark_cut_period(struct builder_text *text, struct builder_text *mark)
{
    struct builder_text left = *text;
    struct builder_text found;
    struct period period;

    mark->length = 0;
    if (!text->length || isdigit((unsigned char)text->text[text->length - 1]) ||
        period_read(text->text, text->length, &period))
        return;
    if ((!cut_word(&left, &found) && !cut_signs(&left, &found)) ||
        !period_read(left.text, left.length, &period))
        return;
    *text = left;
    *mark = found;
}
