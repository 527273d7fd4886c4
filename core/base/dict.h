/*
 * Dictionary: strings become small integers, in order of first sight.
 *
 * Codes of countries and products are interned while a file is read; from then
 * on the program compares integers. Zero-initialise and it is ready; memory
 * comes from the arena that is passed in, the table from malloc.
 */
#ifndef CORE_BASE_DICT_H
#define CORE_BASE_DICT_H

#include "core/base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define DICT_NONE UINT32_MAX

struct dict {
    const char **text; /* by number, each NUL-terminated, in the arena */
    uint32_t count;
    uint32_t capacity;
    uint32_t *slots; /* open addressing; number + 1, 0 is empty */
    uint32_t slot_count;
};

/* The number of text[0..length), a new one when it was not there yet. */
uint32_t dict_add(struct dict *dict, struct arena *arena, const char *text,
                  size_t length);
/* DICT_NONE when it is not there. */
uint32_t dict_find(const struct dict *dict, const char *text, size_t length);
/* The same, quicker if it is that of `guess`, or the one behind. */
uint32_t dict_find_near(const struct dict *dict, const char *text, size_t length,
                        uint32_t guess);
/* Frees the table; the strings stay with the arena. */
void dict_close(struct dict *dict);

#endif
