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

enum { PLACE_WORDS_MAX = 2560, PLACE_LISTS_MAX = 896 };

/* Words of one place. */
struct place_list {
    const char *text;
    uint16_t place;
    char kind; /* 'c' codes, 'n' names */
};

/* One of them: in which list, from 1 (0: the slot is empty), and where in its text. */
struct place_slot {
    uint16_t list;
    uint16_t at;
};

/* Zero-initialise and it is ready; memory is the arena's. */
struct place_words {
    struct place_list *lists;
    size_t list_count;
    struct place_slot *slots; /* open addressing */
    size_t count;
};

/* Enters words that are parted by '|'; one that is there already keeps its place. */
void place_words_add(struct place_words *words, struct arena *arena, char kind,
                     const char *text, size_t place);
/* The place of one word, SIZE_MAX when it is not there. */
size_t place_words_find(const struct place_words *words, char kind, const char *text);

#endif
