#include "core/base/pages.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

enum { KIBIBYTE = 1024, HUGE_PAGE = 2 << 20 };

/* From the C library's memory to pages, within a page, and to several of them. */
static const size_t sizes[] = {100,           300 * KIBIBYTE, 600 * KIBIBYTE, HUGE_PAGE,
                               HUGE_PAGE + 1, 3 * HUGE_PAGE,  9 << 20,        20 << 20};
enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

static unsigned char mark(size_t at)
{
    return (unsigned char)(at * 7 + at / 4096);
}

/* Two grow in turns, so that neither always has room behind it. */
Test(pages, what_was_there_stays)
{
    struct arena arena = {0};
    unsigned char *memory[2] = {NULL, NULL};
    size_t before = 0;

    for (size_t s = 0; s < SIZES; s++) {
        for (size_t k = 0; k < 2; k++) {
            memory[k] = pages_grow(memory[k], before, sizes[s], &arena);
            for (size_t i = before; i < sizes[s]; i++)
                memory[k][i] = mark(i + k);
        }
        before = sizes[s];
    }
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < before; i++)
            cr_assert_eq(memory[k][i], mark(i + k), "byte %zu", i);
        pages_free(memory[k], before);
    }
}

Test(pages, new_ones_are_zero_up_to_the_end_of_their_room)
{
    for (size_t s = 0; s < SIZES; s++) {
        unsigned char *memory = pages_new(sizes[s]);
        size_t room = pages_room(sizes[s]);

        cr_assert_not_null(memory);
        cr_assert_geq(room, sizes[s]);
        for (size_t i = 0; i < room; i++)
            cr_assert_eq(memory[i], 0);
        memset(memory, 1, room);
        pages_free(memory, sizes[s]);
    }
}

/* Else no huge page could be there, and none could move as it is. */
Test(pages, large_memory_begins_with_a_huge_page)
{
    struct arena arena = {0};
    char *memory[2] = {NULL, NULL};
    size_t before = 0;

    if (pages_room(1 << 20) == 1 << 20)
        cr_skip_test("large memory is the C library's here");
    for (size_t s = 0; s < SIZES; s++) {
        for (size_t k = 0; k < 2; k++) {
            memory[k] = pages_grow(memory[k], before, sizes[s], &arena);
            if (pages_room(sizes[s]) % HUGE_PAGE == 0)
                cr_expect_eq((uintptr_t)memory[k] % HUGE_PAGE, 0);
        }
        before = sizes[s];
    }
    for (size_t k = 0; k < 2; k++)
        pages_free(memory[k], before);
}

/* What is behind it is gone; what is not stays, and can grow again. */
Test(pages, can_be_trimmed)
{
    static const size_t wanted[] = {1, 1 << 20, 3 << 20, 5 << 20, 20 << 20};
    const size_t size = 9 << 20;
    struct arena arena = {0};

    for (size_t w = 0; w < sizeof(wanted) / sizeof(wanted[0]); w++) {
        size_t kept = wanted[w] < size ? wanted[w] : size;
        unsigned char *memory = pages_new(size);
        size_t left;
        cr_assert_not_null(memory);
        memset(memory, 7, size);
        left = pages_trim(memory, size, wanted[w]);
        cr_expect_geq(left, kept);
        cr_expect_leq(left, size);
        memory = pages_grow(memory, left, 2 * size, &arena);
        for (size_t i = 0; i < kept; i++)
            cr_assert_eq(memory[i], 7);
        memset(memory, 8, 2 * size);
        pages_free(memory, 2 * size);
    }
}

Test(pages, ranges_are_only_wishes)
{
    const size_t size = 5 << 20;
    unsigned char *memory = pages_new(size);

    cr_assert_not_null(memory);
    memset(memory, 3, 1000);
    pages_touch(memory, (struct pages_range){1000, HUGE_PAGE + 5, size});
    pages_touch(memory, (struct pages_range){HUGE_PAGE + 5, size, size});
    pages_expect(memory, size);
    for (size_t i = 0; i < size; i++)
        cr_assert_eq(memory[i], i < 1000 ? 3 : 0);
    pages_free(memory, size);
}
