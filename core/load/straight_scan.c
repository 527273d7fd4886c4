/*
 * The inner loops of straight.h: eight or sixteen bytes at a time where the machine
 * can, byte by byte elsewhere, with the same results.
 */
#include "core/load/straight.h"
#include "core/load/straight_number.h"

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

const char *straight_number_long(const char *text, double *value, int *decimals)
{
    return straight_number_by(text, value, decimals, straight_digits);
}

const char *straight_number(const char *text, double *value, int *decimals)
{
    const char *end = straight_number_short(text, value, decimals);

    return end ? end : straight_number_long(text, value, decimals);
}

const char *straight_number_bytes(const char *text, double *value, int *decimals)
{
    return straight_number_by(text, value, decimals, straight_digits_bytes);
}
