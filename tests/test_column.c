#include "core/base/column.h"

#include <criterion/criterion.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>

/* The codes around which a column becomes wider. */
static const uint32_t edges[] = {
    0,     1, 254,        255,    256,        3,          65534,     65535,
    65536, 7, UINT32_MAX, 100000, 4294967294, 2147483648, 2147483647};
enum { EDGE_COUNT = sizeof(edges) / sizeof(edges[0]) };

Test(column, codes_survive_every_widening)
{
    struct arena arena = {0};
    struct codes codes = {0};

    for (size_t i = 0; i < EDGE_COUNT; i++) {
        codes_add(&codes, &arena, edges[i]);
        for (size_t j = 0; j <= i; j++)
            cr_assert_eq(codes_get(&codes, j), edges[j]);
    }
    cr_assert_eq(codes.width, 4);
    codes_close(&codes);
    codes_close(&codes);
}

Test(column, is_as_narrow_as_the_largest_code)
{
    static const struct {
        uint32_t code;
        uint8_t width;
    } cases[] = {{0, 1}, {255, 1}, {256, 2}, {65535, 2}, {65536, 4}, {UINT32_MAX, 4}};
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct codes codes = {0};

        codes_add(&codes, &arena, 0);
        codes_add(&codes, &arena, cases[i].code);
        cr_expect_eq(codes.width, cases[i].width, "code %u", cases[i].code);
        codes_close(&codes);
    }
}

Test(column, holds_many)
{
    struct arena arena = {0};
    struct codes codes = {0};
    struct numbers numbers = {0};

    for (uint32_t i = 0; i < 100000; i++) {
        codes_add(&codes, &arena, i);
        numbers_add(&numbers, &arena, i * 0.5);
    }
    for (uint32_t i = 0; i < 100000; i++) {
        cr_assert_eq(codes_get(&codes, i), i);
        cr_assert_eq(numbers.data[i], i * 0.5);
    }
    codes_close(&codes);
    numbers_close(&numbers);
    cr_assert_null(numbers.data);
}

/* Blocks of every length up to a hundred, wider codes among the later ones, past the
 * size from which memory is pages. */
Test(column, blocks_are_what_was_added_one_by_one)
{
    enum { COUNT = 400000 };
    static const uint32_t factors[] = {1, 2, 3, 70000};
    struct arena arena = {0};
    struct codes codes = {0};
    struct numbers numbers = {0};
    uint32_t code[100];
    double number[100];
    uint32_t length;

    for (uint32_t at = 0; at < COUNT; at += length) {
        length = at % 101;
        for (uint32_t i = 0; i < length; i++) {
            code[i] = (at + i) % 251 * factors[(at + i) * 4 / (COUNT + 101)];
            number[i] = at + i;
        }
        codes_add_all(&codes, &arena, code, length);
        numbers_add_all(&numbers, &arena, number, length);
        codes_add(&codes, &arena, (at + length) % 251);
        numbers_add(&numbers, &arena, at + length);
        length++;
    }
    cr_assert_geq(codes.count, COUNT);
    cr_assert_eq(numbers.count, codes.count);
    for (uint32_t at = 0, i = 0; at < codes.count; at++, i++) {
        uint32_t unpacked;
        codes_unpack(&codes, at, 1, &unpacked);
        cr_assert_eq(codes_get(&codes, at), unpacked);
        cr_assert_eq(numbers.data[at], at);
        cr_assert(unpacked == at % 251 ||
                  unpacked == at % 251 * factors[at * 4 / (COUNT + 101)]);
    }
    codes_close(&codes);
    numbers_close(&numbers);
}

/* Whether it comes true or not. */
Test(column, room_that_is_expected_changes_nothing)
{
    static const size_t expected[] = {3, 5000, 300000, SIZE_MAX, SIZE_MAX / 16};
    enum { COUNT = 200000 };

    for (size_t e = 0; e < sizeof(expected) / sizeof(expected[0]); e++) {
        struct arena_budget budget = {.left = (size_t)1 << 40};
        struct arena arena = {.budget = &budget};
        struct codes codes = {0};
        struct numbers numbers = {0};
        for (uint32_t i = 0; i < COUNT; i++) {
            if (i % 1000 == 10) {
                codes_expect(&codes, &arena, expected[e]);
                numbers_expect(&numbers, &arena, expected[e]);
            }
            codes_add(&codes, &arena, i % 70000);
            numbers_add(&numbers, &arena, i);
        }
        for (uint32_t i = 0; i < COUNT; i++) {
            cr_assert_eq(codes_get(&codes, i), i % 70000);
            cr_assert_eq(numbers.data[i], i);
        }
        cr_expect_eq(budget.left + codes.capacity * codes.width +
                         numbers.capacity * sizeof(*numbers.data),
                     (size_t)1 << 40);
        codes_close(&codes);
        numbers_close(&numbers);
    }
}

/* Of each width, small and of pages of their own, which are given back. */
Test(column, keeps_what_is_not_gone_in_its_memory)
{
    static const uint32_t largest[] = {200, 60000, 4000000000};
    static const size_t counts[] = {1, 1000, 3000000};
    struct arena arena = {0};

    for (size_t c = 0; c < 9; c++) {
        const size_t count = counts[c / 3];
        uint8_t *is_gone = malloc(count);
        struct codes codes = {0};
        struct numbers numbers = {0};
        size_t kept = 0;
        size_t before;
        cr_assert_not_null(is_gone);
        for (size_t i = 0; i < count; i++) {
            codes_add(&codes, &arena, (uint32_t)(i * 7919) % largest[c % 3]);
            numbers_add(&numbers, &arena, (double)i);
            is_gone[i] = i % 3 > 0;
        }
        before = numbers.capacity;
        codes_keep(&codes, is_gone);
        numbers_keep(&numbers, is_gone);
        for (size_t i = 0; i < count; i += 3, kept++) {
            cr_assert_eq(codes_get(&codes, kept),
                         (uint32_t)(i * 7919) % largest[c % 3]);
            cr_assert_eq(numbers.data[kept], (double)i);
        }
        cr_expect_eq(codes.count, kept);
        cr_expect_eq(numbers.count, kept);
        cr_expect(numbers.capacity <= before);
        /* They can go on. */
        for (size_t i = 0; i < count; i++) {
            codes_add(&codes, &arena, 1);
            numbers_add(&numbers, &arena, 1);
        }
        cr_expect_eq(codes_get(&codes, kept + count - 1), 1);
        free(is_gone);
        codes_close(&codes);
        numbers_close(&numbers);
    }
    arena_clear(&arena);
}

Test(column, remap_widens_when_it_must)
{
    static const uint32_t map[] = {5, 300, 70000};
    struct arena arena = {0};
    struct codes codes = {0};

    codes_remap(&codes, &arena, map);
    for (uint32_t i = 0; i < 300; i++)
        codes_add(&codes, &arena, i % 3);
    codes_remap(&codes, &arena, map);
    for (uint32_t i = 0; i < 300; i++)
        cr_assert_eq(codes_get(&codes, i), map[i % 3]);
    cr_assert_eq(codes.width, 4);
    codes_close(&codes);
}

Test(column, sparse_stores_nothing_until_there_is_something)
{
    struct arena arena = {0};
    struct codes codes = {0};

    for (size_t i = 0; i < 1000; i++)
        codes_add_sparse(&codes, &arena, i, 0);
    cr_assert_null(codes.data);

    codes_add_sparse(&codes, &arena, 1000, 7);
    codes_add_sparse(&codes, &arena, 1001, 0);
    codes_add_sparse(&codes, &arena, 5000, 300);
    cr_assert_eq(codes.count, 5001);
    for (size_t i = 0; i < 6000; i++)
        cr_assert_eq(codes_get_sparse(&codes, i), i == 1000 ? 7 : i == 5000 ? 300 : 0);
    codes_add_sparse(&codes, &arena, 1000, 70000);
    cr_assert_eq(codes_get_sparse(&codes, 1000), 70000);
    cr_assert_eq(codes_get_sparse(&codes, 5000), 300);
    codes_close(&codes);
}

Test(column, stays_as_it_was_when_memory_runs_out)
{
    jmp_buf failure;
    struct arena arena = {.on_failure = &failure};
    struct codes codes = {0};
    volatile bool has_failed = true;

    codes_add(&codes, &arena, 9);
    if (setjmp(failure) == 0) {
        codes_add_sparse(&codes, &arena, SIZE_MAX / 2, 1);
        has_failed = false;
    }
    cr_assert(has_failed);
    cr_assert_eq(codes.count, 1);
    cr_assert_eq(codes_get(&codes, 0), 9);
    codes_close(&codes);
}
