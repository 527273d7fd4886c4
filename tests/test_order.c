/*
 * Orders: that of the C library, whatever the texts have in common.
 */
#include "core/base/order.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS = 3000, LENGTH_MAX = 40 };

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* Few different bytes, so that many texts begin or end alike; some have the high bit.
 */
static const char *random_text(struct arena *arena, uint32_t *state)
{
    static const char bytes[] = {'a', 'b', '\x01', '\xC3', '\xFF'};
    const size_t length = next(state) % LENGTH_MAX;
    char *text = arena_alloc(arena, length + 1);
    const size_t alike = next(state) % 3 * 8;

    for (size_t i = 0; i < length; i++)
        text[i] = i < alike ? 'a' : bytes[next(state) % sizeof(bytes)];
    return text;
}

static const char *const *sorted_texts;

/* By bytes, then by number: what equal ones keep. */
static int compare(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left;
    const uint32_t b = *(const uint32_t *)right;
    const int order = strcmp(sorted_texts[a], sorted_texts[b]);

    return order ? order : (a > b) - (a < b);
}

Test(order, texts_come_by_their_bytes_and_equal_ones_stay)
{
    static const size_t counts[] = {0, 1, 2, 100, 1023, 1024, TEXTS};
    struct arena arena = {0};
    const char *text[TEXTS];
    uint32_t state = 7;
    uint32_t wanted[TEXTS];

    for (size_t c = 0; c < sizeof(counts) / sizeof(counts[0]); c++) {
        const size_t count = counts[c];
        const uint32_t *at;
        for (size_t i = 0; i < count; i++) {
            text[i] = random_text(&arena, &state);
            wanted[i] = (uint32_t)i;
        }
        sorted_texts = text;
        if (count)
            qsort(wanted, count, sizeof(*wanted), compare);
        at = order_texts(text, count, &arena);
        for (size_t i = 0; i < count; i++)
            cr_assert_eq(at[i], wanted[i], "%zu texts, place %zu: '%s', not '%s'",
                         count, i, text[at[i]], text[wanted[i]]);
    }
    arena_clear(&arena);
}
