#include "core/base/block.h"

#include "core/base/pages.h"

char *block_grow(char *memory, size_t *capacity, size_t wanted,
                 const struct arena *arena)
{
    char *grown = (char *)pages_grow(memory, *capacity, wanted, arena);

    *capacity = wanted;
    return grown;
}

void block_close(char *memory, size_t capacity)
{
    pages_free(memory, capacity);
}
