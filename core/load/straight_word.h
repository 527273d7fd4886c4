/*
 * The first bytes of a text, to compare it with others at once.
 */
#ifndef CORE_LOAD_STRAIGHT_WORD_H
#define CORE_LOAD_STRAIGHT_WORD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Of no more than eight bytes; the mask says which they are. */
static inline uint64_t straight_word(const char *text, size_t length, uint64_t *mask)
{
    size_t first = length < sizeof(*mask) ? length : sizeof(*mask);
    uint64_t word = 0;

    *mask = 0;
    memset(mask, 0xFF, first);
    memcpy(&word, text, first);
    return word;
}

#endif
