#include "core/base/order.h"

#include <string.h>

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, KEY_BITS = 64 };
enum { PASSES = (KEY_BITS + DIGIT_BITS - 1) / DIGIT_BITS };

/* Below so many things, going over all digits that there could be takes longer. */
enum { COUNTED_MIN = 1024 };

/* So many digits, the highest that differ, part almost all figures from each other; the
 * few that they leave together are put in order by the rest of their keys. */
enum { TOP_DIGITS = 3 };

struct order order_new(size_t count, struct arena *arena)
{
    struct order order = {
        .count = count,
        .at = ARENA_ROOM(arena, uint32_t, count),
        .key = ARENA_ARRAY(arena, uint64_t, count),
        .other = ARENA_ROOM(arena, uint32_t, count),
    };

    for (size_t i = 0; i < count; i++)
        order.at[i] = (uint32_t)i;
    return order;
}

uint64_t order_key(double number)
{
    uint64_t bits;

    number += 0.0; /* -0 is 0 */
    memcpy(&bits, &number, sizeof(bits));
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static unsigned digit_of(uint64_t key, int pass)
{
    return (unsigned)(key >> (pass * DIGIT_BITS)) & (DIGITS - 1);
}

static void swap(struct order *order)
{
    uint32_t *at = order->at;

    order->at = order->other;
    order->other = at;
}

/* One pass over a digit, of which there are so many each. */
static void sort_digit(struct order *order, int pass, uint32_t *start)
{
    uint32_t sum = 0;

    for (size_t d = 0; d < DIGITS; d++) {
        uint32_t here = start[d];
        start[d] = sum;
        sum += here;
    }
    for (size_t i = 0; i < order->count; i++) {
        uint32_t thing = order->at[i];
        order->other[start[digit_of(order->key[thing], pass)]++] = thing;
    }
    swap(order);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Two runs that are in order, from `from` on and from `middle` on, become one. */
static void merge(const struct order *order, size_t from, size_t middle, size_t end)
{
    size_t left = from;
    size_t right = middle;

    for (size_t to = from; to < end; to++) {
        const bool is_left =
            right == end || (left < middle && order->key[order->at[left]] <=
                                                  order->key[order->at[right]]);
        order->other[to] = order->at[is_left ? left++ : right++];
    }
}

static void merge_all(struct order *order)
{
    const size_t count = order->count;

    for (size_t width = 1; width < count; width *= 2) {
        for (size_t from = 0; from < count; from += 2 * width)
            merge(order, from, least(from + width, count),
                  least(from + 2 * width, count));
        swap(order);
    }
}

/* A part of the order by itself, in place. */
static void sort_part(const struct order *order, size_t from, size_t count)
{
    struct order part = {count, order->at + from, order->key, order->other + from};

    order_sort(&part);
    if (part.at != order->at + from)
        memcpy(order->at + from, part.at, count * sizeof(*part.at));
}

/* Things that are in order by the digits from `pass` on: those that these do not part
 * come in order by their whole keys. */
static void sort_rest(const struct order *order, int pass)
{
    const int shift = pass * DIGIT_BITS;
    const uint64_t mask = ~(((uint64_t)1 << shift) - 1);
    size_t from = 0;

    for (size_t i = 1; i <= order->count; i++) {
        if (i < order->count &&
            ((order->key[order->at[i]] ^ order->key[order->at[from]]) & mask) == 0)
            continue;
        if (i - from > 1 && i - from < order->count)
            sort_part(order, from, i - from);
        from = i;
    }
}

/* Digits that are alike in all keys need no pass. */
static int digits_that_differ(const struct order *order,
                              uint32_t counts[PASSES][DIGITS], int passes[PASSES])
{
    int count = 0;

    for (int pass = 0; pass < PASSES; pass++)
        if (counts[pass][digit_of(order->key[order->at[0]], pass)] != order->count)
            passes[count++] = pass;
    return count;
}

static void sort_digits(struct order *order)
{
    uint32_t counts[PASSES][DIGITS] = {0};
    int passes[PASSES];
    int count;
    int first;

    for (size_t i = 0; i < order->count; i++)
        for (int pass = 0; pass < PASSES; pass++)
            counts[pass][digit_of(order->key[order->at[i]], pass)]++;
    count = digits_that_differ(order, counts, passes);
    first = count > TOP_DIGITS ? count - TOP_DIGITS : 0;
    for (int i = first; i < count; i++)
        sort_digit(order, passes[i], counts[passes[i]]);
    if (first)
        sort_rest(order, passes[first]);
}

void order_sort(struct order *order)
{
    if (order->count < COUNTED_MIN)
        merge_all(order);
    else
        sort_digits(order);
}

bool order_has_equals(const struct order *order)
{
    for (size_t i = 1; i < order->count; i++)
        if (order->key[order->at[i]] == order->key[order->at[i - 1]])
            return true;
    return false;
}
