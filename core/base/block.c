#include "core/base/block.h"

#include <stdlib.h>

char *block_grow(char *memory, size_t *capacity, size_t wanted,
                 const struct arena *arena)
{
    char *grown = realloc(memory, wanted);

    if (!grown)
        arena_fail(arena, wanted);
    *capacity = wanted;
    return grown;
}

void block_close(char *memory)
{
    free(memory);
}
