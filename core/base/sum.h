/*
 * Sums that do not depend on the order of their terms.
 *
 * Two doubles hold about 106 bits: whole numbers, which is what columns hold
 * (dataset.h), add up exactly as long as the total stays below 2^100, and so
 * the same in any order. Source: O. Moller, "Quasi double-precision in
 * floating point addition", BIT 5 (1965); D. E. Knuth, TAOCP 2, 4.2.2 (TwoSum).
 */
#ifndef CORE_BASE_SUM_H
#define CORE_BASE_SUM_H

struct sum {
    double high;
    double low;
};

static inline void sum_add(struct sum *sum, double term)
{
    double high = sum->high + term;
    double part = high - sum->high;
    double low = (sum->high - (high - part)) + (term - part) + sum->low;

    sum->high = high + low;
    sum->low = low - (sum->high - high);
}

static inline double sum_value(struct sum sum)
{
    return sum.high + sum.low;
}

#endif
