#include "core/base/number.h"

#include "core/base/digits.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More digits than this never change how a double is rounded, as long as one
 * more tells whether all the others are zeros. */
#define DIGITS_MAX 770
#define EXPONENT_LIMIT 100000L
#define DECIMALS_LIMIT 350L
#define SHORT_MAX 15                     /* digits that are exact in a double */
#define EXACT_INTEGER 9007199254740992.0 /* 2^53 */
/* From here on numbers are shown with an exponent. */
#define SHOWN_PLAIN_LIMIT 1e15
#define SHOWN_DECIMALS_MAX 20

/* The parts of a number as it is written: digits and the power of ten that the
 * last of them stands for. */
struct written {
    const char *digits; /* with the point still in it */
    size_t digits_length;
    long exponent; /* of the last digit */
    long decimals;
    bool is_negative;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_digits(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && is_digit(text[count]))
        count++;
    return count;
}

/* Reads [eE][+-]?digits at text[0..length), all of it; absurd ones saturate. */
static bool scan_exponent(const char *text, size_t length, long *exponent)
{
    size_t pos = 1;
    bool is_negative = false;

    if (text[0] != 'e' && text[0] != 'E')
        return false;
    if (pos < length && (text[pos] == '+' || text[pos] == '-'))
        is_negative = text[pos++] == '-';
    if (pos == length || count_digits(text + pos, length - pos) != length - pos)
        return false;
    *exponent = 0;
    for (; pos < length; pos++)
        if (*exponent < EXPONENT_LIMIT)
            *exponent = *exponent * 10 + (text[pos] - '0');
    if (is_negative)
        *exponent = -*exponent;
    return true;
}

static bool scan(const char *text, size_t length, struct written *written)
{
    size_t pos = length > 0 && text[0] == '-';
    size_t whole = count_digits(text + pos, length - pos);
    size_t fraction = 0;
    long exponent = 0;

    *written = (struct written){.digits = text + pos, .is_negative = pos == 1};
    pos += whole;
    if (whole == 0)
        return false;
    if (pos < length && text[pos] == '.') {
        fraction = count_digits(text + pos + 1, length - pos - 1);
        pos += 1 + fraction;
        if (fraction == 0)
            return false;
    }
    written->digits_length = (size_t)(text + pos - written->digits);
    if (pos < length && !scan_exponent(text + pos, length - pos, &exponent))
        return false;
    if (fraction > INT32_MAX)
        return false;
    written->exponent = exponent - (long)fraction;
    written->decimals = -written->exponent;
    return true;
}

double number_pow10(int exponent)
{
    static const double exact[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    if (exponent >= 0 && exponent <= 22)
        return exact[exponent];
    return pow(10, exponent);
}

double number_scale(double value, int exponent)
{
    if (exponent < 0 && exponent >= -22)
        return value / number_pow10(-exponent);
    return value * number_pow10(exponent);
}

/* strtod() of clean text, in the C locale whatever the program's is; that of
 * this thread alone is changed, and back again. */
static double convert(const char *text)
{
    locale_t locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    if (!locale)
        return NAN;

    locale_t before = uselocale(locale);
    double value = strtod(text, NULL);
    uselocale(before);
    freelocale(locale);
    return value;
}

/* The careful way, for what does not fit 53 bits or an exact power of ten. */
static double read_slow(const struct written *written)
{
    char buffer[DIGITS_MAX + 32];
    size_t count = 0;
    long exponent = written->exponent;
    bool has_rest = false;

    for (size_t i = 0; i < written->digits_length; i++) {
        char digit = written->digits[i];

        if (digit == '.' || (digit == '0' && count == 0))
            continue;
        if (count < DIGITS_MAX) {
            buffer[count++] = digit;
            continue;
        }
        has_rest = has_rest || digit != '0';
        exponent++;
    }
    if (has_rest) {
        buffer[count++] = '1';
        exponent--;
    }
    if (count == 0)
        return 0;
    snprintf(buffer + count, sizeof(buffer) - count, "e%ld", exponent);

    double value = convert(buffer);
    return value > 0 ? value : NAN; /* too small for a double is refused too */
}

bool decimal_read(const char *word, char *sign)
{
    bool is_comma = strcmp(word, "comma") == 0;

    if (!is_comma && strcmp(word, "point") != 0)
        return false;
    *sign = is_comma ? ',' : '.';
    return true;
}

const char *decimal_word(char sign)
{
    return sign == ',' ? "comma" : "point";
}

/* Most numbers: few digits and no exponent. False of others, which may be good. */
static bool read_short(const char *text, size_t length, struct number *number)
{
    size_t first = length > 0 && text[0] == '-';
    size_t point = length;
    uint64_t digits = 0;

    if (length - first > SHORT_MAX)
        return false;
    for (size_t i = first; i < length; i++) {
        if (is_digit(text[i]))
            digits = digits * 10 + (uint64_t)(text[i] - '0');
        else if (text[i] == '.' && point == length)
            point = i;
        else
            return false;
    }
    /* There are digits before the point, and behind it. */
    if (point == first || point + 1 == length)
        return false;
    number->decimals = point < length ? (int)(length - point - 1) : 0;
    number->value = (double)digits / number_pow10(number->decimals);
    if (first && digits)
        number->value = -number->value;
    return true;
}

bool number_read(const char *text, size_t length, struct number *number)
{
    struct written written;
    uint64_t mantissa = 0;
    double value;

    if (read_short(text, length, number))
        return true;
    if (!scan(text, length, &written))
        return false;

    for (size_t i = 0; i < written.digits_length && mantissa < UINT64_MAX / 16; i++)
        if (written.digits[i] != '.')
            mantissa = mantissa * 10 + (uint64_t)(written.digits[i] - '0');

    if (mantissa <= (uint64_t)EXACT_INTEGER && labs(written.exponent) <= 22)
        value = number_scale((double)mantissa, (int)written.exponent);
    else
        value = read_slow(&written);
    if (!isfinite(value))
        return false;

    long decimals = written.decimals < 0 ? 0 : written.decimals;

    number->value = written.is_negative && value > 0 ? -value : value;
    number->decimals = (int)(decimals < DECIMALS_LIMIT ? decimals : DECIMALS_LIMIT);
    return true;
}

/* Showing */

/* A number as decimal digits: 0.d1d2d3... times 10^exponent. */
struct decimal {
    char digit[24];
    int count;
    int exponent;
};

/* |value| with `count` (1..17) significant digits. The C library writes the
 * locale's decimal point between them, whatever that is: it is skipped. */
static struct decimal decimal_new(double value, int count)
{
    struct decimal decimal = {.exponent = 0};
    char text[64];

    if (count == DIGITS_KNOWN &&
        digits_of(fabs(value), decimal.digit, &decimal.exponent)) {
        decimal.count = count;
        return decimal;
    }
    decimal.exponent = 0;
    snprintf(text, sizeof(text), "%.*e", count - 1, fabs(value));

    const char *pos = text;
    for (; *pos && *pos != 'e'; pos++)
        if (is_digit(*pos) && decimal.count < count)
            decimal.digit[decimal.count++] = *pos;
    if (*pos == 'e')
        decimal.exponent = (int)strtol(pos + 1, NULL, 10) + 1;
    return decimal;
}

/* Rounds half away from zero so that `count` digits stay (it may be below 0). */
static void decimal_round(struct decimal *decimal, int count)
{
    if (count >= decimal->count)
        return;

    bool is_up = count >= 0 && decimal->digit[count] >= '5';

    decimal->count = count < 0 ? 0 : count;
    if (!is_up)
        return;
    while (decimal->count > 0 && decimal->digit[decimal->count - 1] == '9')
        decimal->count--;
    if (decimal->count > 0) {
        decimal->digit[decimal->count - 1]++;
    } else {
        decimal->digit[decimal->count++] = '1';
        decimal->exponent++;
    }
}

static bool decimal_is_zero(const struct decimal *decimal)
{
    for (int i = 0; i < decimal->count; i++)
        if (decimal->digit[i] != '0')
            return false;
    return true;
}

/* The digit that stands for 10^power. */
static char decimal_digit(const struct decimal *decimal, int power)
{
    int i = decimal->exponent - 1 - power;

    return i >= 0 && i < decimal->count ? decimal->digit[i] : '0';
}

static char *put_digits(char *out, const struct decimal *decimal, int decimals,
                        bool is_grouped)
{
    int highest = decimal->exponent > 0 ? decimal->exponent - 1 : 0;

    for (int power = highest; power >= -decimals; power--) {
        if (power == -1)
            *out++ = '.';
        *out++ = decimal_digit(decimal, power);
        if (is_grouped && power > 0 && power % 3 == 0)
            *out++ = ',';
    }
    return out;
}

/* `value` rounded to `decimals` places. Fifteen digits first, if they are enough:
 * that is what a person wrote, 0.15 and not 0.1499999999999999944. */
static struct decimal decimal_shown(double value, int decimals)
{
    struct decimal decimal = decimal_new(value, 15);

    if (decimal.exponent + decimals >= 15)
        decimal = decimal_new(value, 17);
    decimal_round(&decimal, decimal.exponent + decimals);
    return decimal;
}

static char *put_sign(char *out, bool is_negative, struct number_style style)
{
    const char *sign = "";

    if (is_negative)
        sign = style.is_ascii ? "-" : "\xE2\x88\x92";
    else if (style.sign == NUMBER_SIGN_BOTH)
        sign = "+";
    memcpy(out, sign, strlen(sign));
    return out + strlen(sign);
}

char *number_show(char out[NUMBER_SHOWN_MAX], double value, struct number_style style)
{
    int decimals = style.decimals < 0 ? 0 : style.decimals;
    char *end = out;

    if (!isfinite(value)) {
        memcpy(out, "n/a", sizeof("n/a"));
        return out;
    }
    if (fabs(value) >= SHOWN_PLAIN_LIMIT) {
        struct decimal decimal = decimal_new(value, 15);
        decimal_round(&decimal, 4);
        int exponent = decimal.exponent - 1;

        decimal.exponent = 1;
        end = put_digits(put_sign(end, value < 0, style), &decimal, 3, false);
        snprintf(end, (size_t)(out + NUMBER_SHOWN_MAX - end), "e+%d", exponent);
        return out;
    }
    if (decimals > SHOWN_DECIMALS_MAX)
        decimals = SHOWN_DECIMALS_MAX;

    struct decimal decimal = decimal_shown(value, decimals);
    if (!decimal_is_zero(&decimal))
        end = put_sign(end, value < 0, style);
    *put_digits(end, &decimal, decimals, style.is_grouped) = '\0';
    return out;
}

char *number_print(char out[NUMBER_SHOWN_MAX], double value)
{
    bool is_whole = fabs(value) <= EXACT_INTEGER && value == trunc(value);
    char *end = out;

    if (!isfinite(value)) {
        *out = '\0';
        return out;
    }

    struct decimal decimal = decimal_new(value, is_whole ? 17 : 15);
    while (decimal.count > 0 && decimal.digit[decimal.count - 1] == '0')
        decimal.count--;
    if (decimal.count == 0)
        decimal.exponent = 1;
    if (value < 0)
        *end++ = '-';

    int power = decimal.exponent - 1;
    bool is_plain = power >= -7 && power <= 21;
    if (!is_plain)
        decimal.exponent = 1;

    int decimals = decimal.count - decimal.exponent;
    end = put_digits(end, &decimal, decimals < 0 ? 0 : decimals, false);
    *end = '\0';
    if (!is_plain)
        snprintf(end, (size_t)(out + NUMBER_SHOWN_MAX - end), "e%d", power);
    return out;
}
