/*
 * The inner loops of straight.h: eight or sixteen bytes at a time where the machine
 * can, byte by byte elsewhere, with the same results.
 */
#include "core/load/straight.h"

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Whole numbers of so many digits are exact in a double. */
enum { DIGITS_MAX = 15 };

static bool ends_field(char byte, char stop)
{
    return byte == stop || byte == '"' || byte == '\n' || byte == '\r' || byte == '\0';
}

size_t straight_scan_bytes(const char *text, char stop)
{
    size_t at = 0;

    while (!ends_field(text[at], stop))
        at++;
    return at;
}

#ifdef __SSE2__
size_t straight_scan(const char *text, char stop)
{
    const __m128i stops = _mm_set1_epi8(stop);
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r');

    for (size_t at = 0;; at += sizeof(stops)) {
        __m128i some;
        memcpy(&some, text + at, sizeof(some));
        __m128i found = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(some, stops), _mm_cmpeq_epi8(some, quotes)),
            _mm_or_si128(_mm_cmpeq_epi8(some, feeds), _mm_cmpeq_epi8(some, returns)));
        int mask = _mm_movemask_epi8(
            _mm_or_si128(found, _mm_cmpeq_epi8(some, _mm_setzero_si128())));
        if (mask)
            return at + (size_t)__builtin_ctz((unsigned)mask);
    }
}
#else
size_t straight_scan(const char *text, char stop)
{
    return straight_scan_bytes(text, stop);
}
#endif

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static const char *digits_bytes(const char *text, uint64_t *number)
{
    for (; is_digit(*text); text++)
        *number = *number * 10 + (uint64_t)(*text - '0');
    return text;
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* The number of eight digits, the first of them in the lowest byte. */
static uint64_t eight_digits(uint64_t word)
{
    word = (word & 0x0F0F0F0F0F0F0F0Fu) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
}

/* Up to eight digits by three multiplications; the others one by one. */
static const char *digits(const char *text, uint64_t *number)
{
    static const uint32_t tens[] = {1,      10,      100,      1000,     10000,
                                    100000, 1000000, 10000000, 100000000};
    uint64_t word;
    uint64_t others;
    unsigned count;

    memcpy(&word, text, sizeof(word));
    /* The high bit of each byte that is no digit. */
    others = (word + 0x4646464646464646u) | (word - 0x3030303030303030u) | word;
    others &= 0x8080808080808080u;
    if (!others) {
        *number = *number * tens[8] + eight_digits(word);
        return digits_bytes(text + 8, number);
    }
    count = (unsigned)__builtin_ctzll(others) / 8;
    if (count)
        *number = *number * tens[count] + eight_digits(word << (64 - 8 * count));
    return text + count;
}
#else
#define digits digits_bytes
#endif

typedef const char *digits_reader(const char *text, uint64_t *number);

static inline const char *read_number(const char *text, double *value, int *decimals,
                                      digits_reader *read)
{
    static const double tens[DIGITS_MAX + 1] = {1e0,  1e1,  1e2,  1e3, 1e4,  1e5,
                                                1e6,  1e7,  1e8,  1e9, 1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15};
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
    if (at - whole - (at > point) > DIGITS_MAX)
        return NULL;
    *value = (double)number / tens[*decimals];
    if (is_negative && number)
        *value = -*value;
    return at;
}

const char *straight_number(const char *text, double *value, int *decimals)
{
    return read_number(text, value, decimals, digits);
}

const char *straight_number_bytes(const char *text, double *value, int *decimals)
{
    return read_number(text, value, decimals, digits_bytes);
}
