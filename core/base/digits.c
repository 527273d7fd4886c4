#include "core/base/digits.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* Powers of ten up to this one are exact with 64 bits, and so is the range. */
enum { POWER_MAX = 19 };

/* A product of 64 bits is off by less than that in its last fifteen digits: what is
 * nearer to a half may be on either side of it. */
#define DOUBT 0.001L

/* clang-format off */
static const uint64_t powers[POWER_MAX] = {
    1u, 10u, 100u, 1000u, 10000u, 100000u, 1000000u, 10000000u, 100000000u,
    1000000000u, 10000000000u, 100000000000u, 1000000000000u, 10000000000000u,
    100000000000000u, 1000000000000000u, 10000000000000000u, 100000000000000000u,
    1000000000000000000u};
/* clang-format on */

/* How many digits a number has before its point; below one, how many zeros it has
 * behind it, less than none. */
static int exponent_of(double value)
{
    int exponent = 0;

    if (value < 1) {
        while (value * (double)powers[-exponent + 1] < 1)
            exponent--;
        return exponent;
    }
    while (exponent < DIGITS_KNOWN && value >= (double)powers[exponent])
        exponent++;
    return exponent;
}

bool digits_of(double value, char digit[DIGITS_KNOWN], int *exponent)
{
    long double product;
    long double rest;
    uint64_t whole;

    if (LDBL_MANT_DIG < 64 || !(value >= 0.001 && value < 1e15)) {
        memset(digit, '0', DIGITS_KNOWN);
        *exponent = 1;
        return value == 0;
    }
    *exponent = exponent_of(value);
    product = (long double)value * (long double)powers[DIGITS_KNOWN - *exponent];
    whole = (uint64_t)product;
    rest = product - (long double)whole;
    /* Just below a power of ten its exponent may have been taken for the next. */
    if (fabsl(rest - 0.5L) < DOUBT || whole < powers[DIGITS_KNOWN - 1])
        return false;
    whole += rest > 0.5L;
    if (whole == powers[DIGITS_KNOWN]) {
        whole = powers[DIGITS_KNOWN - 1];
        ++*exponent;
    }
    for (int i = DIGITS_KNOWN; i-- > 0; whole /= 10)
        digit[i] = (char)('0' + whole % 10);
    return true;
}
