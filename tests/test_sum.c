#include "core/base/sum.h"

#include <criterion/criterion.h>
#include <stdint.h>

/* A small generator with the same numbers on every machine (xorshift). */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void shuffle(double *terms, size_t count, uint64_t *state)
{
    for (size_t i = count - 1; i > 0; i--) {
        size_t j = next(state) % (i + 1);
        double term = terms[i];

        terms[i] = terms[j];
        terms[j] = term;
    }
}

static double total(const double *terms, size_t count)
{
    struct sum sum = {0};

    for (size_t i = 0; i < count; i++)
        sum_add(&sum, terms[i]);
    return sum_value(sum);
}

Test(sum, does_not_depend_on_the_order)
{
    enum { COUNT = 5000 };
    static double terms[COUNT];
    uint64_t state = 88172645463325252u;

    /* Whole numbers of all sizes up to 2^53 and both signs. */
    for (size_t i = 0; i < COUNT; i++) {
        double term = (double)(next(&state) >> (11 + next(&state) % 50));
        terms[i] = next(&state) % 2 ? term : -term;
    }

    double expected = total(terms, COUNT);
    for (int round = 0; round < 50; round++) {
        shuffle(terms, COUNT, &state);
        cr_assert_eq(total(terms, COUNT), expected);
    }
}

Test(sum, small_terms_are_not_lost_beside_large_ones)
{
    static const double terms[] = {1, 1e22, 3, -1e22, -4, 1e30, 1, -1e30};

    cr_assert_eq(total(terms, sizeof(terms) / sizeof(terms[0])), 1);
}

Test(sum, of_nothing_is_zero)
{
    cr_assert_eq(sum_value((struct sum){0}), 0);
}

Test(sum, of_the_same_term_many_times_is_exact)
{
    struct sum sum = {0};

    for (int i = 0; i < 1000000; i++)
        sum_add(&sum, 9007199254740991.0);
    for (int i = 0; i < 999999; i++)
        sum_add(&sum, -9007199254740991.0);
    cr_assert_eq(sum_value(sum), 9007199254740991.0);
}
