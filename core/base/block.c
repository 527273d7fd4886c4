#include "core/base/block.h"

#include "core/base/pages.h"

enum { WINDOW_FIRST = 64 * 1024 };

char *block_grow(char *memory, size_t *capacity, size_t wanted,
                 const struct arena *arena)
{
    char *grown = (char *)pages_grow(memory, *capacity, wanted, arena);

    *capacity = wanted;
    return grown;
}

size_t block_window(size_t capacity, size_t kept, bool was_full)
{
    size_t wanted = capacity ? capacity : WINDOW_FIRST;

    if (was_full && wanted < BLOCK_WINDOW)
        wanted = BLOCK_WINDOW;
    while (kept + BLOCK_SLACK >= wanted / 2)
        wanted *= 2;
    return wanted;
}

void block_close(char *memory, size_t capacity)
{
    pages_free(memory, capacity);
}
