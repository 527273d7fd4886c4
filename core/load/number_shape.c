#include "core/load/number_shape.h"

#include <ctype.h>
#include <string.h>

size_t number_digits_at(const char *text, size_t length, size_t at)
{
    size_t count = 0;

    while (at + count < length && isdigit((unsigned char)text[at + count]))
        count++;
    return count;
}

/* A separator and digits, up to the end. */
static bool ends_in(const char *text, size_t length, size_t at, char separator)
{
    return at < length && text[at] == separator && at + 1 < length &&
           at + 1 + number_digits_at(text, length, at + 1) == length;
}

/* "4,51,070.5": lakhs and crores, in groups of two in front of the last three digits.
 */
static bool is_indian(const char *text, size_t length)
{
    size_t first = number_digits_at(text, length, 0);
    size_t pairs = 0;
    size_t at = first;

    if (!first || first > 2)
        return false;
    for (;
         at < length && text[at] == ',' && number_digits_at(text, length, at + 1) == 2;
         pairs++)
        at += 3;
    if (!pairs || at == length || text[at] != ',' ||
        number_digits_at(text, length, at + 1) != 3)
        return false;
    at += 4;
    return at == length || ends_in(text, length, at, '.');
}

/* How far groups of three by that separator go, and how many there are behind the first
 * digits. */
static size_t groups_at(const char *text, size_t length, char separator, size_t *count)
{
    size_t at = number_digits_at(text, length, 0);

    for (*count = 0; at < length && text[at] == separator &&
                     number_digits_at(text, length, at + 1) == 3;
         ++*count)
        at += 4;
    return at;
}

/* What it is by a separator that is either of groups or the decimal sign; the other one
 * may stand behind groups. */
static enum number_shape shape_by(const char *text, size_t length, char separator,
                                  const enum number_shape *shapes)
{
    enum { GROUPS, DECIMAL, EITHER };
    size_t first = number_digits_at(text, length, 0);
    size_t count;
    size_t end = groups_at(text, length, separator, &count);
    char other = separator == ',' ? '.' : ',';
    /* No group, or none of a thousand and more: 12,4 and 1234,567 and 0,187. */
    bool is_decimal = (count == 0 && ends_in(text, length, first, separator)) ||
                      (count == 1 && end == length && (first > 3 || *text == '0'));

    if (is_decimal)
        return shapes[DECIMAL];
    if (!count || first > 3)
        return SHAPE_NONE;
    if (end == length)
        return shapes[count == 1 ? EITHER : GROUPS];
    return ends_in(text, length, end, other) ? shapes[GROUPS] : SHAPE_NONE;
}

enum number_shape number_shape(const char *text, size_t length)
{
    static const enum number_shape by_comma[] = {SHAPE_GROUPS, SHAPE_COMMA,
                                                 SHAPE_EITHER_COMMA};
    static const enum number_shape by_point[] = {SHAPE_COMMA, SHAPE_POINT,
                                                 SHAPE_EITHER_POINT};
    size_t first;

    if (length && (*text == '-' || *text == '+'))
        text++, length--;
    first = number_digits_at(text, length, 0);
    if (!first)
        return SHAPE_NONE;
    if (first == length)
        return SHAPE_PLAIN;
    if (text[first] == '.')
        return shape_by(text, length, '.', by_point);
    if (text[first] != ',')
        return SHAPE_NONE;
    return is_indian(text, length) ? SHAPE_GROUPS
                                   : shape_by(text, length, ',', by_comma);
}

size_t number_with_point(const char *text, size_t length, char decimal, char *out,
                         size_t size)
{
    size_t used = 0;

    if (length > size)
        return 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] == decimal)
            out[used++] = '.';
        else if (text[i] != '.' && text[i] != ',')
            out[used++] = text[i];
    return used;
}
