#include "core/base/dict.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY 16u
#define COUNT_MAX (UINT32_MAX / 4)

/* A string is stored with its length in front of it, so that a NUL inside a
 * string is compared like any other byte. */
static size_t stored_length(const char *text)
{
    size_t length;

    memcpy(&length, text - sizeof(length), sizeof(length));
    return length;
}

static char *store(struct arena *arena, const char *text, size_t length)
{
    if (length > SIZE_MAX - sizeof(length) - 1)
        arena_fail(arena, length);

    char *memory = arena_alloc(arena, sizeof(length) + length + 1);

    memcpy(memory, &length, sizeof(length));
    if (length)
        memcpy(memory + sizeof(length), text, length);
    return memory + sizeof(length);
}

/* Up to eight bytes as a number; of the same length only equal ones have the same. */
static uint64_t load(const char *text, size_t length)
{
    uint64_t all;
    uint32_t first;
    uint32_t last;

    if (length >= sizeof(all)) {
        memcpy(&all, text, sizeof(all));
        return all;
    }
    if (length >= sizeof(first)) {
        memcpy(&first, text, sizeof(first));
        memcpy(&last, text + length - sizeof(last), sizeof(last));
        return (uint64_t)last << 32 | first;
    }
    if (!length)
        return 0;
    return (uint64_t)(unsigned char)text[0] << 16 |
           (uint64_t)(unsigned char)text[length / 2] << 8 |
           (unsigned char)text[length - 1];
}

static bool is_same(const char *a, const char *b, size_t length)
{
    return length <= sizeof(uint64_t) ? load(a, length) == load(b, length)
                                      : memcmp(a, b, length) == 0;
}

/* Eight bytes at a time, multiply and fold. The seed is where the table lies:
 * a file cannot be written so that its codes collide on every run. */
static uint64_t hash(uint64_t seed, const char *text, size_t length)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t state = seed ^ (length * factor);

    while (length > 0) {
        size_t step = length < 8 ? length : 8;

        state = (state ^ load(text, step)) * factor;
        state ^= state >> 29;
        text += step;
        length -= step;
    }
    state *= factor;
    return state ^ (state >> 32);
}

/* The slot that holds the string, or the empty one where it belongs. */
static uint32_t *find_slot(const struct dict *dict, const char *text, size_t length)
{
    const uint32_t mask = dict->slot_count - 1;
    uint32_t i = (uint32_t)hash((uintptr_t)dict->slots, text, length) & mask;

    for (; dict->slots[i]; i = (i + 1) & mask) {
        const char *other = dict->text[dict->slots[i] - 1];

        if (stored_length(other) == length && is_same(other, text, length))
            break;
    }
    return &dict->slots[i];
}

static void grow_slots(struct dict *dict, const struct arena *arena)
{
    uint32_t count = dict->slot_count ? dict->slot_count * 2 : FIRST_CAPACITY * 2;
    uint32_t *slots = calloc(count, sizeof(*slots));

    if (!slots)
        arena_fail(arena, count * sizeof(*slots));
    free(dict->slots);
    dict->slots = slots;
    dict->slot_count = count;
    for (uint32_t i = 0; i < dict->count; i++)
        *find_slot(dict, dict->text[i], stored_length(dict->text[i])) = i + 1;
}

static void grow_text(struct dict *dict, struct arena *arena)
{
    uint32_t capacity = dict->capacity ? dict->capacity * 2 : FIRST_CAPACITY;
    const char **text = ARENA_ARRAY(arena, const char *, capacity);

    if (dict->count)
        memcpy(text, dict->text, dict->count * sizeof(*text));
    dict->text = text;
    dict->capacity = capacity;
}

uint32_t dict_add(struct dict *dict, struct arena *arena, const char *text,
                  size_t length)
{
    uint32_t found = dict_find(dict, text, length);

    if (found != DICT_NONE)
        return found;
    if (dict->count >= COUNT_MAX)
        arena_fail(arena, length);
    /* At most half full. Whatever fails, the dictionary stays as it was. */
    if (dict->count >= dict->slot_count / 2)
        grow_slots(dict, arena);
    if (dict->count == dict->capacity)
        grow_text(dict, arena);

    dict->text[dict->count] = store(arena, text, length);
    *find_slot(dict, text, length) = dict->count + 1;
    return dict->count++;
}

uint32_t dict_find(const struct dict *dict, const char *text, size_t length)
{
    if (dict->slot_count == 0)
        return DICT_NONE;

    uint32_t slot = *find_slot(dict, text, length);

    return slot ? slot - 1 : DICT_NONE;
}

uint32_t dict_find_near(const struct dict *dict, const char *text, size_t length,
                        uint32_t guess)
{
    for (uint32_t i = guess; i < dict->count && i - guess < 2; i++)
        if (stored_length(dict->text[i]) == length &&
            is_same(dict->text[i], text, length))
            return i;
    return dict_find(dict, text, length);
}

void dict_close(struct dict *dict)
{
    free(dict->slots);
    dict->slots = NULL;
    dict->slot_count = 0;
}
