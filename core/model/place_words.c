#include "core/model/place_words.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

/* A power of two, so large that at most half of it is taken. */
enum { SLOTS = 2 * PLACE_WORDS_MAX };

static bool is_word(const struct place_word *word, char kind, const char *text,
                    size_t length)
{
    return word->kind == kind && word->length == length &&
           memcmp(word->text, text, length) == 0;
}

/* The slot that holds the word, or the empty one where it belongs. The word ends with
 * its text or before a '|'. What a file has can collide, but not be entered. */
static uint16_t *find_slot(const struct place_words *words, char kind, const char *text,
                           size_t *length)
{
    uint32_t state = (uint32_t)kind;
    size_t end = 0;

    for (; text[end] && text[end] != '|'; end++)
        state = (state ^ (unsigned char)text[end]) * 0x01000193u;
    state ^= state >> 15;
    *length = end;

    uint16_t *slot = &words->slots[state % SLOTS];

    while (*slot && !is_word(&words->word[*slot - 1], kind, text, end))
        slot = slot + 1 < words->slots + SLOTS ? slot + 1 : words->slots;
    return slot;
}

void place_words_add(struct place_words *words, struct arena *arena, char kind,
                     const char *text, size_t place)
{
    if (!words->word) {
        words->word = ARENA_ARRAY(arena, struct place_word, PLACE_WORDS_MAX);
        words->slots = ARENA_ARRAY(arena, uint16_t, SLOTS);
    }
    while (*text) {
        size_t length;
        uint16_t *slot = find_slot(words, kind, text, &length);

        assert(length <= UINT8_MAX && words->count < PLACE_WORDS_MAX);
        if (!*slot) {
            words->word[words->count] =
                (struct place_word){text, (uint16_t)place, (uint8_t)length, kind};
            *slot = (uint16_t)++words->count;
        }
        text += length + (text[length] == '|');
    }
}

size_t place_words_find(const struct place_words *words, char kind, const char *text)
{
    size_t length;
    const uint16_t slot = *find_slot(words, kind, text, &length);

    return slot ? words->word[slot - 1].place : SIZE_MAX;
}
