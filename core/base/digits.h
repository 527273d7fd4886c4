/*
 * Digits: the first fifteen of a number, as the C library would write them but faster:
 * a screen has hundreds of figures, and is drawn again after every key.
 */
#ifndef CORE_BASE_DIGITS_H
#define CORE_BASE_DIGITS_H

#include <stdbool.h>

enum { DIGITS_KNOWN = 15 };

/* The digits of `value`, which is not negative: 0.d1d2d3... times 10^exponent, rounded
 * to the nearest. False when that is not certain, or the number is out of the range in
 * which figures are: ask the C library then. */
bool digits_of(double value, char digit[DIGITS_KNOWN], int *exponent);

#endif
