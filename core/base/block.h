/*
 * Block: one piece of raw memory that grows, for windows on files.
 */
#ifndef CORE_BASE_BLOCK_H
#define CORE_BASE_BLOCK_H

#include "core/base/arena.h"

#include <stddef.h>

/* The memory with room for `wanted` bytes, which is then its capacity, 0 at first; what
 * was there stays. Raises the arena's failure when there is none, and the old memory
 * stays as it was. */
char *block_grow(char *memory, size_t *capacity, size_t wanted,
                 const struct arena *arena);
void block_close(char *memory, size_t capacity);

#endif
