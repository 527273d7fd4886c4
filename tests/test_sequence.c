/* Sequences (core/base/sequence.h): what goes in comes out, however it is kept. */
#include "core/base/sequence.h"

#include <criterion/criterion.h>

enum { COUNT = 20000 };

/* Lines as files have them: by kind, the i-th. */
static uint32_t line_of(int kind, uint32_t i)
{
    switch (kind) {
    case 0:
        return i + 2;
    case 1:
        return 7 + 6 * i;
    case 2:
        return i + 2 + i / 1000 * 5;
    case 3:
        return i / 2 * 3 + i % 2;
    case 4:
        return i < 5000 ? i : i * i;
    default:
        return 9;
    }
}

static void check(const struct sequence *sequence, int kind, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        cr_assert_eq(sequence_get(sequence, i), line_of(kind, i), "kind %d, %u", kind,
                     i);
}

Test(sequence, gives_back_what_was_added_one_by_one)
{
    for (int kind = 0; kind < 6; kind++) {
        struct arena arena = {0};
        struct sequence sequence = {0};
        for (uint32_t i = 0; i < COUNT; i++)
            sequence_add(&sequence, &arena, line_of(kind, i));
        check(&sequence, kind, COUNT);
        sequence_close(&sequence);
    }
}

Test(sequence, gives_back_what_was_added_in_runs)
{
    struct arena arena = {0};
    struct sequence sequence = {0};
    uint32_t count = 0;

    for (uint32_t length = 0; count + length < 6000; length++) {
        sequence_add_run(&sequence, &arena, (struct codes_run){count + 2, 1, length});
        count += length;
        sequence_add(&sequence, &arena, count + 2);
        count++;
    }
    check(&sequence, 0, count);
    sequence_add_run(&sequence, &arena, (struct codes_run){1, 0, 3});
    sequence_add_run(&sequence, &arena, (struct codes_run){10, 5, 3});
    check(&sequence, 0, count);
    for (uint32_t i = 0; i < 3; i++) {
        cr_assert_eq(sequence_get(&sequence, count + i), 1);
        cr_assert_eq(sequence_get(&sequence, count + 3 + i), 10 + 5 * i);
    }
    sequence_close(&sequence);
}

Test(sequence, that_goes_on_for_long_takes_no_memory_for_each)
{
    struct arena_budget budget = {.left = 4096};
    struct arena arena = {.budget = &budget};
    struct sequence sequence = {0};

    for (uint32_t i = 0; i < COUNT; i++)
        sequence_add(&sequence, &arena, line_of(2, i));
    cr_assert_not(budget.was_short);
    check(&sequence, 2, COUNT);
    sequence_close(&sequence);
}

Test(sequence, can_be_cut_and_go_on)
{
    for (uint32_t count = 0; count < 3000; count += 250) {
        struct arena arena = {0};
        struct sequence sequence = {0};
        for (uint32_t i = 0; i < COUNT; i++)
            sequence_add(&sequence, &arena, line_of(count % 500 ? 2 : 4, i));
        sequence_cut(&sequence, count);
        for (uint32_t i = count; i < COUNT; i++)
            sequence_add(&sequence, &arena, line_of(count % 500 ? 2 : 4, i));
        check(&sequence, count % 500 ? 2 : 4, COUNT);
        sequence_close(&sequence);
    }
}

Test(sequence, is_a_column_when_that_is_wanted)
{
    struct arena arena = {0};
    struct sequence sequence = {0};
    struct codes *codes;

    for (uint32_t i = 0; i < COUNT; i++)
        sequence_add(&sequence, &arena, line_of(2, i));
    codes = sequence_codes(&sequence, &arena);
    cr_assert_eq(codes->count, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        cr_assert_eq(codes_get(codes, i), line_of(2, i));
    codes_add_sparse(codes, &arena, 17, 3);
    cr_assert_eq(sequence_get(&sequence, 17), 3);
    sequence_add(&sequence, &arena, 4);
    cr_assert_eq(sequence_get(&sequence, COUNT), 4);
    cr_assert_eq(sequence_get(&sequence, COUNT - 1), line_of(2, COUNT - 1));
    sequence_close(&sequence);
    sequence_add(&sequence, &arena, 5);
    cr_assert_eq(sequence_get(&sequence, 0), 5);
    sequence_close(&sequence);
}

/* By stretches and by codes, with rows gone in every pattern of few. */
Test(sequence, keeps_what_is_not_gone)
{
    enum { SOME = 300 };
    struct arena arena = {0};

    for (uint32_t pattern = 0; pattern < 64; pattern++) {
        struct sequence sequence = {0};
        uint8_t is_gone[SOME];
        uint32_t number[SOME];
        size_t kept = 0;
        for (uint32_t i = 0; i < SOME; i++) {
            number[i] = pattern % 2 ? i * i * 2654435761u : i / 50 * 1000 + i * 3;
            sequence_add(&sequence, &arena, number[i]);
            is_gone[i] = pattern >> i % 6 & 1;
        }
        sequence_keep(&sequence, &arena, is_gone, SOME);
        for (size_t i = 0; i < SOME; i++)
            if (!is_gone[i])
                cr_assert_eq(sequence_get(&sequence, kept++), number[i]);
        cr_assert_eq(sequence.codes.count ? sequence.codes.count : sequence.count,
                     kept);
        sequence_close(&sequence);
    }
    arena_clear(&arena);
}
