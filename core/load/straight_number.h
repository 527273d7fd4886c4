/*
 * The inner loop of straight.c: a number in plain decimals, eight bytes at a time.
 *
 * The functions stand in a header so that they become part of the loop. `text` can be
 * read STRAIGHT_SLACK bytes past the number's end.
 */
#ifndef CORE_LOAD_STRAIGHT_NUMBER_H
#define CORE_LOAD_STRAIGHT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Whole numbers of so many digits are exact in a double. */
enum { STRAIGHT_DIGITS_MAX = 15 };

static inline double straight_tens(int exponent)
{
    static const double tens[STRAIGHT_DIGITS_MAX + 1] = {
        1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    return tens[exponent];
}

static inline bool straight_is_digit(char byte)
{
    return (unsigned char)(byte - '0') < 10;
}

static inline const char *straight_digits_bytes(const char *text, uint64_t *number)
{
    for (; straight_is_digit(*text); text++)
        *number = *number * 10 + (uint64_t)(*text - '0');
    return text;
}

typedef const char *straight_digits_reader(const char *text, uint64_t *number);

/* Any number, its digits read by `read`. NULL: it is none, or too long. */
static inline const char *straight_number_by(const char *text, double *value,
                                             int *decimals,
                                             straight_digits_reader *read)
{
    bool is_negative = *text == '-';
    const char *whole = text + is_negative;
    const char *at;
    const char *point;
    uint64_t number = 0;

    at = point = read(whole, &number);
    if (at == whole)
        return NULL;
    if (*at == '.') {
        at = read(point + 1, &number);
        if (at == point + 1)
            return NULL;
    }
    *decimals = (int)(at - point) - (at > point);
    if (at - whole - (at > point) > STRAIGHT_DIGITS_MAX)
        return NULL;
    *value = (double)number / straight_tens(*decimals);
    if (is_negative && number)
        *value = -*value;
    return at;
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* Eight bytes, the first of them lowest, as the digits that they are: 0 to 9; of all
 * others the high bit of their byte is set in `others`. */
struct straight_word {
    uint64_t digits;
    uint64_t others;
};

static inline struct straight_word straight_word_at(const char *text)
{
    struct straight_word word;

    memcpy(&word.digits, text, sizeof(word.digits));
    word.digits ^= 0x3030303030303030u;
    word.others = ((word.digits & 0x7F7F7F7F7F7F7F7Fu) + 0x7676767676767676u);
    word.others = (word.others | word.digits) & 0x8080808080808080u;
    return word;
}

/* The number of the first `count` digits, 1 to 8. */
static inline uint64_t straight_word_number(uint64_t digits, unsigned count)
{
    digits <<= 64 - 8 * count;
    digits = digits * 2561 >> 8;
    digits = (digits & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
    return (digits & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
}

/* Up to eight digits at once; the others one by one. */
static inline const char *straight_digits(const char *text, uint64_t *number)
{
    static const uint32_t tens[] = {1,      10,      100,      1000,     10000,
                                    100000, 1000000, 10000000, 100000000};
    struct straight_word word = straight_word_at(text);
    unsigned count = word.others ? (unsigned)__builtin_ctzll(word.others) / 8 : 8;

    if (count)
        *number = *number * tens[count] + straight_word_number(word.digits, count);
    return count < 8 ? text + count : straight_digits_bytes(text + count, number);
}

/* A number that is no longer than eight bytes with its point, or seven without, as most
 * are; else NULL, and it may be one all the same. */
static inline const char *straight_number_short(const char *text, double *value,
                                                int *decimals)
{
    struct straight_word word = straight_word_at(text);
    uint64_t behind = word.others & (word.others - 1);
    unsigned count = word.others ? (unsigned)__builtin_ctzll(word.others) / 8 : 0;
    unsigned length;

    if (!count)
        return NULL;
    if (text[count] != '.') {
        *value = (double)(int64_t)straight_word_number(word.digits, count);
        *decimals = 0;
        return text + count;
    }
    length = behind ? (unsigned)__builtin_ctzll(behind) / 8 : 8;
    if (length < count + 2 || straight_is_digit(text[length]))
        return NULL;
    /* The digits behind the point move up to those before it. */
    word.digits = (word.digits & (((uint64_t)1 << 8 * count) - 1)) |
                  word.digits >> 8 * count >> 8 << 8 * count;
    *decimals = (int)(length - count) - 1;
    *value = (double)(int64_t)straight_word_number(word.digits, length - 1) /
             straight_tens(*decimals);
    return text + length;
}

#else

static inline const char *straight_digits(const char *text, uint64_t *number)
{
    return straight_digits_bytes(text, number);
}

static inline const char *straight_number_short(const char *text, double *value,
                                                int *decimals)
{
    (void)text;
    (void)value;
    (void)decimals;
    return NULL;
}

#endif

#endif
