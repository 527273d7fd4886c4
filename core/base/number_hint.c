/*
 * Why something is not a number. Each rule looks for one way in which people,
 * spreadsheets and other programs write numbers; the first that fits speaks.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"

#include <string.h>

struct slice {
    const char *text;
    size_t length;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool equals(struct slice slice, const char *word)
{
    size_t i = 0;

    for (; i < slice.length && word[i]; i++)
        if (lower(slice.text[i]) != word[i])
            return false;
    return i == slice.length && word[i] == '\0';
}

static bool contains(struct slice slice, const char *part)
{
    size_t length = strlen(part);

    for (size_t i = 0; length <= slice.length && i <= slice.length - length; i++)
        if (memcmp(slice.text + i, part, length) == 0)
            return true;
    return false;
}

static bool contains_any(struct slice slice, const char *const *parts)
{
    for (; *parts; parts++)
        if (contains(slice, *parts))
            return true;
    return false;
}

static bool equals_any(struct slice slice, const char *const *words)
{
    for (; *words; words++)
        if (equals(slice, *words))
            return true;
    return false;
}

static struct slice without_minus(struct slice slice)
{
    if (slice.length && slice.text[0] == '-')
        return (struct slice){slice.text + 1, slice.length - 1};
    return slice;
}

/* Only ASCII digits and the given characters, beginning and ending in a digit. */
static bool is_made_of(struct slice slice, const char *others)
{
    if (!slice.length || !is_digit(slice.text[0]) ||
        !is_digit(slice.text[slice.length - 1]))
        return false;
    for (size_t i = 0; i < slice.length; i++)
        if (!is_digit(slice.text[i]) &&
            (!slice.text[i] || !strchr(others, slice.text[i])))
            return false;
    return true;
}

static size_t count_of(struct slice slice, char c)
{
    size_t count = 0;

    for (size_t i = 0; i < slice.length; i++)
        count += slice.text[i] == c;
    return count;
}

/* Up to `mark`, groups of three after a first one of one to three digits. */
static bool is_grouped(struct slice slice, char separator, char point)
{
    size_t run = 0;
    size_t groups = 0;

    for (size_t i = 0; i < slice.length && slice.text[i] != point; i++) {
        if (slice.text[i] != separator) {
            run++;
            continue;
        }
        if (run == 0 || run > 3 || (groups > 0 && run != 3))
            return false;
        groups++;
        run = 0;
    }
    return groups > 0 && run == 3;
}

static bool is_empty(struct slice slice)
{
    return slice.length == 0;
}

static bool is_well_formed(struct slice slice)
{
    struct slice rest = without_minus(slice);
    size_t exponent = 0;

    while (exponent < rest.length && lower(rest.text[exponent]) != 'e')
        exponent++;

    struct slice mantissa = {rest.text, exponent};
    struct slice power = {rest.text + exponent, rest.length - exponent};

    if (!is_made_of(mantissa, ".") || count_of(mantissa, '.') > 1)
        return false;
    if (power.length == 0)
        return true;
    power = (struct slice){power.text + 1, power.length - 1};
    if (power.length && power.text[0] == '+')
        power = (struct slice){power.text + 1, power.length - 1};
    else
        power = without_minus(power);
    return is_made_of(power, "");
}

static bool has_spaces(struct slice slice)
{
    static const char *const spaces[] = {
        " ", "\t", "\n", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE3\x80\x80",
        NULL};

    return contains_any(slice, spaces);
}

static bool is_hexadecimal(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return rest.length > 1 && rest.text[0] == '0' && lower(rest.text[1]) == 'x';
}

static bool is_octal(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return rest.length > 1 && rest.text[0] == '0' &&
           (lower(rest.text[1]) == 'o' || lower(rest.text[1]) == 'b');
}

static bool has_underscore(struct slice slice)
{
    return contains(slice, "_");
}

static bool has_percent(struct slice slice)
{
    static const char *const signs[] = {"%", "\xE2\x80\xB0", "\xEF\xBC\x85", NULL};

    return contains_any(slice, signs);
}

static bool has_plus(struct slice slice)
{
    return slice.text[0] == '+';
}

static bool is_infinite(struct slice slice)
{
    static const char *const words[] = {"inf", ".inf", "infinity", NULL};

    return equals_any(without_minus(slice), words);
}

static bool is_not_a_number(struct slice slice)
{
    static const char *const words[] = {"nan",     ".nan",  "-nan",    "1.#ind", "#n/a",
                                        "#value!", "#ref!", "#div/0!", NULL};

    return equals_any(slice, words);
}

static bool is_missing_word(struct slice slice)
{
    static const char *const words[] = {
        "n/a",          "na",           "n.a.",         "null", "none", "nil", "-",
        "--",           "..",           "...",          "?",    ".",    "x",   ":",
        "\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\xA6", NULL};

    return equals_any(slice, words);
}

static bool has_other_minus(struct slice slice)
{
    static const char *const minuses[] = {"\xE2\x88\x92",
                                          "\xE2\x80\x93",
                                          "\xE2\x80\x94",
                                          "\xE2\x80\x90",
                                          "\xE2\x80\x91",
                                          "\xEF\xBC\x8D",
                                          NULL};

    return contains_any(slice, minuses);
}

static bool has_minus_behind(struct slice slice)
{
    return slice.length > 1 && slice.text[slice.length - 1] == '-' &&
           is_digit(slice.text[slice.length - 2]);
}

static bool is_in_parentheses(struct slice slice)
{
    return slice.length > 2 && slice.text[0] == '(' &&
           slice.text[slice.length - 1] == ')';
}

static bool has_currency(struct slice slice)
{
    static const char *const signs[] = {"$",        "\xE2\x82\xAC", "\xC2\xA3",
                                        "\xC2\xA5", "\xEF\xBF\xA5", "\xE5\x85\x83",
                                        NULL};

    return contains_any(slice, signs);
}

static bool has_thousands_commas(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return is_made_of(rest, ",.") && is_grouped(rest, ',', '.') &&
           count_of(rest, '.') <= 1;
}

static bool has_thousands_points(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return is_made_of(rest, ".,") && is_grouped(rest, '.', ',') &&
           (count_of(rest, '.') > 1 || count_of(rest, ',') == 1);
}

static bool has_apostrophes(struct slice slice)
{
    static const char *const marks[] = {"'", "\xE2\x80\x99", NULL};

    return contains_any(slice, marks);
}

static bool has_decimal_comma(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return is_made_of(rest, ",") && count_of(rest, ',') == 1;
}

static bool begins_with_point(struct slice slice)
{
    struct slice rest = without_minus(slice);

    return rest.length > 1 && rest.text[0] == '.' && is_digit(rest.text[1]);
}

static bool ends_with_point(struct slice slice)
{
    for (size_t i = 1; i < slice.length; i++)
        if (slice.text[i] == '.' && is_digit(slice.text[i - 1]) &&
            (i + 1 == slice.length || lower(slice.text[i + 1]) == 'e'))
            return true;
    return false;
}

static bool is_date(struct slice slice)
{
    return is_made_of(slice, "-/:") && slice.length > 4;
}

static bool has_local_digits(struct slice slice)
{
    static const uint32_t zeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10};
    struct glyph glyph;
    size_t used;

    for (; (used = text_next(slice.text, slice.length, &glyph)) > 0;
         slice.text += used, slice.length -= used)
        for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
            if (glyph.codepoint >= zeros[i] && glyph.codepoint < zeros[i] + 10)
                return true;
    return false;
}

static bool has_chinese_unit(struct slice slice)
{
    static const char *const units[] = {"\xE5\x8D\x81",
                                        "\xE7\x99\xBE",
                                        "\xE5\x8D\x83",
                                        "\xE4\xB8\x87",
                                        "\xE4\xBA\xBF",
                                        "\xE5\x84\x84",
                                        NULL};

    return contains_any(slice, units);
}

static bool is_cut_exponent(struct slice slice)
{
    if (slice.length &&
        (slice.text[slice.length - 1] == '+' || slice.text[slice.length - 1] == '-'))
        slice.length--;
    return slice.length > 1 && lower(slice.text[slice.length - 1]) == 'e' &&
           is_digit(slice.text[slice.length - 2]);
}

static bool has_letters_behind(struct slice slice)
{
    size_t i = 0;

    slice = without_minus(slice);
    while (i < slice.length && (is_digit(slice.text[i]) || slice.text[i] == '.'))
        i++;
    return i > 0 && i < slice.length && lower(slice.text[i]) >= 'a' &&
           lower(slice.text[i]) <= 'z';
}

static bool is_any(struct slice slice)
{
    (void)slice;
    return true;
}

struct rule {
    bool (*fits)(struct slice slice);
    const char *hint;
};

/* In this order: the more particular before the more general. */
static const struct rule rules[] = {
    {is_empty,
     N_("nothing is written here; write ~ for a figure that is not available")},
    {is_well_formed, N_("it is beyond what can be stored, about 1e-323 to 1.8e308")},
    {is_missing_word, N_("write ~ for a figure that is not available")},
    {is_not_a_number, N_("write ~ for a figure that is not available")},
    {is_infinite,
     N_("infinity is not a figure; write ~ for one that is not available")},
    {has_percent,
     N_("leave out the percent sign; the unit of the measure says percent")},
    {has_currency, N_("leave out the currency; it belongs in 'unit'")},
    {is_in_parentheses, N_("write a negative number with '-', not in parentheses")},
    {has_chinese_unit, N_("write the digits only; a power of ten belongs in 'scale'")},
    {has_local_digits, N_("write the digits as 0 to 9")},
    {has_spaces, N_("leave out the spaces, as in 702799.4")},
    {has_apostrophes, N_("leave out the thousands separators, as in 702799.4")},
    {has_underscore, N_("leave out the underscores, as in 702799.4")},
    {has_plus, N_("leave out the '+'")},
    {has_other_minus, N_("write the minus sign as '-', the one on the keyboard")},
    {has_minus_behind, N_("write the minus sign in front of the number")},
    {is_hexadecimal, N_("hexadecimal is not read; write the number in decimal")},
    {is_octal, N_("only decimal numbers are read")},
    {has_thousands_commas, N_("leave out the thousands separators, as in 702799.4")},
    {has_thousands_points,
     N_("leave out the thousands separators and write the decimal point as '.', as in "
        "702799.4")},
    {has_decimal_comma, N_("write the decimal point as '.', not ','")},
    {begins_with_point, N_("write a digit before the decimal point, as in 0.5")},
    {ends_with_point, N_("write a digit after the decimal point, as in 5.0")},
    {is_cut_exponent, N_("write digits after the 'e', as in 1.5e3")},
    {is_date, N_("it looks like a date or a time")},
    {has_letters_behind,
     N_("write the digits only; a power of ten belongs in 'scale'")},
    {is_any, N_("write digits with '.' as the decimal point, as in -1234.5")},
};

const char *number_hint(const char *text, size_t length)
{
    const struct slice slice = {text, length};
    size_t i = 0;

    while (!rules[i].fits(slice))
        i++;
    return _(rules[i].hint);
}
