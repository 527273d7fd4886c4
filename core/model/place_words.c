#include "core/model/place_words.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* So many that at most half of them are taken. */
enum { SLOTS = 2 * PLACE_WORDS_MAX };

/* Of the word that begins there: it ends with its text or before a '|'. */
static size_t length_of(const char *text)
{
    return strcspn(text, "|");
}

static bool is_word(const struct place_words *words, const struct place_slot *slot,
                    char kind, const char *text, size_t length)
{
    const struct place_list *list = &words->lists[slot->list - 1];
    const char *word = list->text + slot->at;

    return list->kind == kind && strncmp(word, text, length) == 0 &&
           (word[length] == '\0' || word[length] == '|');
}

/* The slot that holds the word, or the empty one where it belongs. What a file has can
 * collide, but not be entered. */
static struct place_slot *find_slot(const struct place_words *words, char kind,
                                    const char *text, size_t length)
{
    uint32_t state = (uint32_t)kind;

    for (size_t i = 0; i < length; i++)
        state = (state ^ (unsigned char)text[i]) * 0x01000193u;
    state ^= state >> 15;

    struct place_slot *slot = &words->slots[state % SLOTS];

    while (slot->list && !is_word(words, slot, kind, text, length))
        slot = slot + 1 < words->slots + SLOTS ? slot + 1 : words->slots;
    return slot;
}

void place_words_add(struct place_words *words, struct arena *arena, char kind,
                     const char *text, size_t place)
{
    if (!words->lists) {
        words->lists = ARENA_ARRAY(arena, struct place_list, PLACE_LISTS_MAX);
        words->slots = ARENA_ARRAY(arena, struct place_slot, SLOTS);
    }
    assert(words->list_count < PLACE_LISTS_MAX && strlen(text) <= UINT16_MAX);
    words->lists[words->list_count++] =
        (struct place_list){text, (uint16_t)place, kind};
    for (const char *at = text; *at;) {
        const size_t length = length_of(at);
        struct place_slot *slot = find_slot(words, kind, at, length);

        if (!slot->list) {
            assert(words->count < PLACE_WORDS_MAX);
            *slot =
                (struct place_slot){(uint16_t)words->list_count, (uint16_t)(at - text)};
            words->count++;
        }
        at += length + (at[length] == '|');
    }
}

size_t place_words_find(const struct place_words *words, char kind, const char *text)
{
    const struct place_slot *slot = find_slot(words, kind, text, length_of(text));

    return slot->list ? words->lists[slot->list - 1].place : SIZE_MAX;
}
