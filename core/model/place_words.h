/*
 * Place words: which word means which place, of the tables in places.h.
 *
 * The words stay where they are in those tables, so that all of them are entered in a
 * few microseconds: nearly every file has a dimension whose members are looked for.
 */
#ifndef CORE_MODEL_PLACE_WORDS_H
#define CORE_MODEL_PLACE_WORDS_H

#include "core/base/arena.h"

#include <stddef.h>
#include <stdint.h>

enum { PLACE_WORDS_MAX = 4096 };

struct place_word {
    const char *text; /* not ended by NUL */
    uint16_t place;
    uint8_t length;
    char kind; /* 'c' a code, 'n' a name */
};

/* Zero-initialise and it is ready; memory is the arena's. */
struct place_words {
    struct place_word *word;
    uint16_t *slots; /* open addressing; number + 1, 0 is empty */
    size_t count;
};

/* Enters words that are parted by '|'; one that is there already keeps its place. */
void place_words_add(struct place_words *words, struct arena *arena, char kind,
                     const char *text, size_t place);
/* The place of one word, SIZE_MAX when it is not there. */
size_t place_words_find(const struct place_words *words, char kind, const char *text);

#endif
