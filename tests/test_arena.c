#include "core/base/arena.h"

#include "core/base/pages.h"

#include <criterion/criterion.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

Test(arena, memory_is_aligned_for_any_type)
{
    struct arena arena = {0};

    for (size_t size = 0; size < 200; size++)
        cr_assert_eq((uintptr_t)arena_alloc(&arena, size) % _Alignof(max_align_t), 0);
    arena_clear(&arena);
}

Test(arena, memory_is_zeroed_and_does_not_overlap)
{
    static const size_t sizes[] = {1, 16, 17, 1000, 20000, 65536, 100000, 3, 40000};
    enum { COUNT = sizeof(sizes) / sizeof(sizes[0]) };
    struct arena arena = {0};
    unsigned char *memory[COUNT];

    for (size_t i = 0; i < COUNT; i++) {
        memory[i] = arena_alloc(&arena, sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++)
            cr_assert_eq(memory[i][j], 0);
        memset(memory[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            cr_assert_eq(memory[i][j], i + 1);
    arena_clear(&arena);
}

/* Large ones are whole pages, whose rest is for those that follow. */
Test(arena, large_requests_share_their_pages)
{
    struct arena arena = {0};
    const size_t size = 600 * 1024;
    char *first = arena_alloc(&arena, 16);
    char *large = arena_alloc(&arena, size);
    char *next = arena_alloc(&arena, size);
    char *small = arena_alloc(&arena, 16);

    memset(large, 1, size);
    memset(first, 2, 16);
    for (size_t i = 0; i < size; i++)
        cr_assert_eq(next[i], 0);
    if (pages_room(size) >= 2 * size) {
        cr_expect_eq(next, large + size);
        cr_expect_eq(small, next + size);
    }
    arena_reuse(&arena);
    large = arena_alloc(&arena, size);
    for (size_t i = 0; i < size; i++)
        cr_assert_eq(large[i], 0);
    arena_clear(&arena);
}

Test(arena, copy_keeps_bytes_after_a_nul_and_adds_one)
{
    struct arena arena = {0};
    const char *copy = arena_copy(&arena, "a\0bc", 3);

    cr_assert_eq(memcmp(copy, "a\0b\0", 4), 0);
    cr_assert_str_eq(arena_copy(&arena, NULL, 0), "");
    arena_clear(&arena);
}

Test(arena, printf_takes_any_length)
{
    struct arena arena = {0};
    const char *text = arena_printf(&arena, "%s=%0100000d", "x", 7);

    cr_assert_eq(strlen(text), 100002);
    cr_assert_eq(text[100001], '7');
    arena_clear(&arena);
}

Test(arena, is_ready_again_after_clear)
{
    struct arena arena = {0};

    arena_clear(&arena);
    arena_alloc(&arena, 100);
    arena_clear(&arena);
    cr_assert_null(arena.newest);
    cr_assert_not_null(arena_alloc(&arena, 100));
    arena_clear(&arena);
}

Test(arena, no_memory_jumps_where_it_was_told)
{
    static const size_t counts[] = {SIZE_MAX, SIZE_MAX / 8, PTRDIFF_MAX,
                                    SIZE_MAX / 2 + 1};
    jmp_buf failure;

    for (volatile size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        struct arena arena = {.on_failure = &failure};
        volatile bool has_failed = true;

        if (setjmp(failure) == 0) {
            arena_alloc_array(&arena, counts[i], 16);
            has_failed = false;
        }
        cr_assert(has_failed);
    }
}

Test(arena, no_memory_without_a_handler_ends_the_program, .signal = SIGABRT)
{
    struct arena arena = {0};

    arena_alloc(&arena, SIZE_MAX);
}

/* What was given out before is given out again, and zeroed. */
Test(arena, memory_that_is_reused_is_zeroed_and_aligned)
{
    static const size_t sizes[] = {1, 7, 100, 3000, 20000, 70000, 500000, 24, 24, 64};
    struct arena arena = {0};

    for (int round = 0; round < 4; round++) {
        for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
            unsigned char *memory = arena_alloc(&arena, sizes[i]);
            cr_expect_eq((uintptr_t)memory % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < sizes[i]; k++)
                cr_assert_eq(memory[k], 0, "round %d, %zu bytes", round, sizes[i]);
            memset(memory, 0xa5, sizes[i]);
        }
        arena_reuse(&arena);
    }
    arena_clear(&arena);
    cr_expect_null(arena.newest);
    cr_expect_null(arena.spare);
}
