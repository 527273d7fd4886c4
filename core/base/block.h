/*
 * Block: one piece of raw memory that grows, for windows on files.
 */
#ifndef CORE_BASE_BLOCK_H
#define CORE_BASE_BLOCK_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* The memory with room for `wanted` bytes, which is then its capacity, 0 at first; what
 * was there stays. Raises the arena's failure when there is none, and the old memory
 * stays as it was. */
char *block_grow(char *memory, size_t *capacity, size_t wanted,
                 const struct arena *arena);

enum {
    BLOCK_WINDOW = 512 * 1024, /* a window on a large file, as a rule */
    BLOCK_SLACK = 64 /* bytes at its end that may be looked at, whatever they are */
};
/* How large a window on a file is to be that was so large, when more is read behind so
 * much that is kept; `was_full`: by the last read. It begins small, as many files are.
 */
size_t block_window(size_t capacity, size_t kept, bool was_full);

void block_close(char *memory, size_t capacity);

#endif
