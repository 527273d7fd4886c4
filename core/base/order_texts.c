/*
 * Texts in the order of their bytes: eight of them make a key, and where those are the
 * same the next eight decide.
 */
#include "core/base/order.h"

#include <string.h>

enum { KEY_BYTES = 8 };

struct texts {
    const char *const *text;
    struct order order;
};

/* So many things from `from` on whose first `skip` bytes are the same. */
struct run {
    size_t from;
    size_t count;
    size_t skip;
};

/* In the order of its bytes; the last is 0 where the text ends within. */
static uint64_t key_of(const char *text)
{
    uint64_t key = 0;

    for (size_t i = 0; i < KEY_BYTES; i++)
        key = key << 8 | (*text ? (unsigned char)*text++ : 0u);
    return key;
}

static void sort_by_next(const struct texts *texts, struct run run)
{
    uint32_t *at = texts->order.at + run.from;
    struct order part = {run.count, at, texts->order.key,
                         texts->order.other + run.from};

    for (size_t i = 0; i < run.count; i++)
        part.key[at[i]] = key_of(texts->text[at[i]] + run.skip);
    order_sort(&part);
    if (part.at != at)
        memcpy(at, part.at, run.count * sizeof(*at));
}

/* The first of the texts from `from` on that have one key and go on behind it; false:
 * there are none before `end`. */
static bool find_alike(const struct order *order, size_t from, size_t end,
                       struct run *found)
{
    while (from < end) {
        const uint64_t key = order->key[order->at[from]];
        size_t behind = from + 1;

        while (behind < end && order->key[order->at[behind]] == key)
            behind++;
        found->from = from;
        found->count = behind - from;
        if (found->count > 1 && (key & 0xFF))
            return true;
        from = behind;
    }
    return false;
}

const uint32_t *order_texts(const char *const *text, size_t count, struct arena *arena)
{
    struct texts texts = {text, order_new(count, arena)};
    struct run *open = ARENA_ARRAY(arena, struct run, count / 2 + 1);
    size_t open_count = 0;

    if (count)
        open[open_count++] = (struct run){0, count, 0};
    while (open_count) {
        const struct run run = open[--open_count];
        const size_t end = run.from + run.count;
        struct run next = {.skip = run.skip + KEY_BYTES};

        sort_by_next(&texts, run);
        for (size_t at = run.from; find_alike(&texts.order, at, end, &next);
             at = next.from + next.count)
            open[open_count++] = next;
    }
    return texts.order.at;
}
