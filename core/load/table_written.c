/*
 * Numbers as people and spreadsheets write them: "+5", "$1,234.5", "(1,234)" for minus
 * 1,234, "1'234'567".
 */
#include "core/load/table_figures.h"

#include <ctype.h>
#include <string.h>

/* Bytes of one of these at the beginning of a text; 0: there is none. */
static size_t begins(const char *text, size_t length, const char *const *all,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (length >= strlen(all[i]) && memcmp(text, all[i], strlen(all[i])) == 0)
            return strlen(all[i]);
    return 0;
}

static size_t ends(const char *text, size_t length, const char *const *all,
                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(all[i]);
        if (length >= size && memcmp(text + length - size, all[i], size) == 0)
            return size;
    }
    return 0;
}

static const char *const around[] = {
    " ", "\t",           "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89",
    "$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5",     "\xef\xbf\xa5",
};
static const char *const minuses[] = {"-", "\xe2\x88\x92"};
static const char *const apostrophes[] = {"'", "\xe2\x80\x99"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void strip(struct builder_text *text)
{
    size_t size;

    while ((size = begins(text->text, text->length, around, COUNT(around))) > 0) {
        text->text += size;
        text->length -= size;
    }
    while ((size = ends(text->text, text->length, around, COUNT(around))) > 0)
        text->length -= size;
}

static bool strip_brackets(struct builder_text *text)
{
    if (text->length < 3 || text->text[0] != '(' || text->text[text->length - 1] != ')')
        return false;
    text->text++;
    text->length -= 2;
    return true;
}

/* One sign at most; whether it is a minus. */
static bool strip_sign(struct builder_text *text)
{
    size_t size = begins(text->text, text->length, minuses, COUNT(minuses));
    bool is_plus = !size && text->length && *text->text == '+';

    text->text += size + is_plus;
    text->length -= size + is_plus;
    return size > 0;
}

static size_t digits_at(struct builder_text text, size_t at)
{
    size_t count = 0;

    while (at + count < text.length && isdigit((unsigned char)text.text[at + count]))
        count++;
    return count;
}

/* Copies digits and what follows them, without apostrophes between groups of three.
 * False when some stand elsewhere, or there are no digits. */
static bool copy(struct builder_text text, char *out, size_t *used)
{
    size_t digits = digits_at(text, 0);
    size_t at = digits;
    size_t size;

    if (!digits && !(text.length > 1 && memchr(".,", *text.text, 2)))
        return false;
    memcpy(out + *used, text.text, digits);
    *used += digits;
    while ((size = begins(text.text + at, text.length - at, apostrophes,
                          COUNT(apostrophes))) > 0) {
        if (digits > 3 || digits_at(text, at + size) != 3)
            return false;
        memcpy(out + *used, text.text + at + size, 3);
        *used += 3;
        at += size + 3;
    }
    memcpy(out + *used, text.text + at, text.length - at);
    *used += text.length - at;
    return true;
}

bool table_plain_number(struct table_reader *reader, struct builder_text *text)
{
    struct builder_text left = *text;
    size_t used = 0;
    bool is_negative;

    if (!left.length || left.length + 2 >= sizeof(reader->written))
        return false;
    strip(&left);
    is_negative = strip_brackets(&left);
    strip(&left);
    if (!is_negative)
        is_negative = strip_sign(&left);
    strip(&left);
    if (is_negative)
        reader->written[used++] = '-';
    if (!copy(left, reader->written, &used) ||
        (used == text->length && memcmp(reader->written, text->text, used) == 0))
        return false;
    text->text = reader->written;
    text->length = used;
    return true;
}
