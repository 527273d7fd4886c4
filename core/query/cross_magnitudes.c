/*
 * The magnitudes of a cross table. Only five of its figures are wanted in their order:
 * each is found by counting digits from the left, without sorting the rest.
 */
#include "core/base/stop.h"
#include "core/query/cross.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGIT_BITS = 16, DIGITS = 1 << DIGIT_BITS, FIRST_SHIFT = 64 - DIGIT_BITS };

/* So few are sorted. */
enum { SORTED_MAX = 4096 };

/* Figures of zero or more are in the order of their bits. */
static uint64_t bits_of(double size)
{
    uint64_t bits;

    memcpy(&bits, &size, sizeof(bits));
    return bits;
}

static double size_of(uint64_t bits)
{
    double size;

    memcpy(&size, &bits, sizeof(size));
    return size;
}

static int compare(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

struct keys {
    uint64_t *key;
    size_t count;
};

/* How many keys have each digit. */
static uint32_t *counts_of(const struct keys *keys, int shift, struct arena *arena)
{
    uint32_t *counts = ARENA_ARRAY(arena, uint32_t, DIGITS);

    for (size_t i = 0; i < keys->count; i++)
        counts[keys->key[i] >> shift & (DIGITS - 1)]++;
    return counts;
}

static struct keys keys_with(const struct keys *keys, int shift, uint64_t digit,
                             size_t count, struct arena *arena)
{
    struct keys with = {ARENA_ARRAY(arena, uint64_t, count), 0};

    for (size_t i = 0; i < keys->count; i++)
        if ((keys->key[i] >> shift & (DIGITS - 1)) == digit)
            with.key[with.count++] = keys->key[i];
    return with;
}

/* The key in this place of their order. */
static uint64_t key_at(struct keys keys, const uint32_t *counts, size_t place)
{
    struct arena scratch = {0};

    for (int shift = FIRST_SHIFT; keys.count > SORTED_MAX && shift >= 0;
         shift -= DIGIT_BITS) {
        uint64_t digit = 0;
        if (shift != FIRST_SHIFT)
            counts = counts_of(&keys, shift, &scratch);
        while (place >= counts[digit])
            place -= counts[digit++];
        keys = keys_with(&keys, shift, digit, counts[digit], &scratch);
    }
    if (keys.count <= SORTED_MAX)
        qsort(keys.key, keys.count, sizeof(*keys.key), compare);
    place = keys.key[place];
    arena_clear(&scratch);
    return place;
}

/* Each fifth begins at the first figure of it. */
static void find_fifths(const struct keys *keys, struct cross_magnitudes *magnitudes,
                        struct arena *scratch)
{
    const uint32_t *counts = counts_of(keys, FIRST_SHIFT, scratch);

    magnitudes->count = keys->count;
    for (size_t s = 0; keys->count && s < CROSS_FIFTHS; s++)
        magnitudes->least[s] =
            size_of(key_at(*keys, counts, s * keys->count / CROSS_FIFTHS));
}

static void add_period(const struct cross *cross, uint32_t period, struct keys *keys,
                       double *largest)
{
    struct value total = cross_total(cross, period);

    if (value_is_number(total))
        *largest = fmax(*largest, fabs(total.number));
    for (size_t i = 0; i < cross->row_count; i++) {
        double size = fabs(cross_number(cross, i, period));
        if (isnan(size))
            continue;
        *largest = fmax(*largest, size);
        if (size > 0 && cross->frame->rows[i].kind != ROW_UNALLOCATED)
            keys->key[keys->count++] = bits_of(size);
    }
}

struct cross_magnitudes cross_magnitudes(const struct cross *cross)
{
    struct cross_magnitudes *magnitudes = cross->magnitudes;
    const struct stop *stop = cross->frame->query.stop;
    struct arena scratch = {0};
    struct keys keys = {NULL, 0};

    if (magnitudes->is_found)
        return *magnitudes;
    keys.key = ARENA_ARRAY(&scratch, uint64_t, cross->row_count * cross->period_count);
    for (uint32_t p = 0; p < cross->period_count && !stop_is_wanted(stop); p++)
        add_period(cross, p, &keys, &magnitudes->largest);
    find_fifths(&keys, magnitudes, &scratch);
    magnitudes->is_found = true;
    arena_clear(&scratch);
    return *magnitudes;
}
