/*
 * Numbers: one grammar for reading, one way of showing, whatever the locale.
 *
 *     number = -? digits ( . digits )? ( (e|E) (+|-)? digits )?
 *
 * Hexadecimal, octal, underscores, infinities, "nan", thousands separators,
 * dates and local digits are not numbers.
 */
#ifndef CORE_BASE_NUMBER_H
#define CORE_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

struct number {
    double value; /* correctly rounded, always finite */
    int decimals; /* digits after the point that matter: 1.50 has 2, 1.5e3 has 0 */
};

/* Returns whether all of text[0..length) is a number within a double's range. */
bool number_read(const char *text, size_t length, struct number *number);

/* The decimal sign of the word, "comma" or "point"; false for any other. */
bool decimal_read(const char *word, char *sign);
/* The word of ',' or '.'. */
const char *decimal_word(char sign);

/* Why number_read() refused, and what would be right; never NULL:
 * "702,799.4" has a thousands separator, write 702799.4 */
const char *number_hint(const char *text, size_t length);

enum number_sign {
    NUMBER_SIGN_MINUS, /* a sign only on negative numbers */
    NUMBER_SIGN_BOTH,  /* +7.1 and -7.1; zero has none */
};

struct number_style {
    int decimals;
    enum number_sign sign;
    bool is_ascii;   /* '-' instead of U+2212 */
    bool is_grouped; /* 1,234,567.8 */
};

enum { NUMBER_SHOWN_MAX = 64 };

/* Shows `value` rounded half away from zero; beyond 1e15 as 1.234e+18. A value
 * that rounds to zero loses its sign. Returns `out`. */
char *number_show(char out[NUMBER_SHOWN_MAX], double value, struct number_style style);

/* The shortest plain decimal text that keeps 15 significant digits, for files:
 * '.' as point, '-' as minus, no grouping, whole numbers up to 2^53 in full. */
char *number_print(char out[NUMBER_SHOWN_MAX], double value);

/* 10 to the power of `exponent`, exact for 0..22. */
double number_pow10(int exponent);

/* value * 10^exponent, correctly rounded when 10^|exponent| is exact. */
double number_scale(double value, int exponent);

#endif
