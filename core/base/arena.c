#include "core/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)
/* A request larger than this gets a block of its own, behind the newest one,
 * so that the room left in the newest is not lost. */
#define LARGE_SIZE (BLOCK_SIZE / 4)

struct arena_block {
    struct arena_block *older;
    size_t size;
    size_t used;
    max_align_t bytes[];
};

_Noreturn void arena_fail(const struct arena *arena, size_t size)
{
    if (arena && arena->on_failure)
        longjmp(*arena->on_failure, 1);
    fprintf(stderr, "entrepot: not enough memory (%zu bytes wanted)\n", size);
    abort();
}

void arena_charge(const struct arena *arena, size_t size)
{
    struct arena_budget *budget = arena ? arena->budget : NULL;

    if (!budget)
        return;
    if (budget->left < size) {
        budget->was_short = true;
        arena_fail(arena, size);
    }
    budget->left -= size;
}

static size_t align_up(const struct arena *arena, size_t size)
{
    const size_t step = sizeof(max_align_t);

    if (size > PTRDIFF_MAX - sizeof(struct arena_block) - step)
        arena_fail(arena, size);
    return (size + step - 1) / step * step;
}

static struct arena_block *block_new(const struct arena *arena, size_t size)
{
    struct arena_block *block;

    arena_charge(arena, sizeof(*block) + size);
    block = calloc(1, sizeof(*block) + size);
    if (!block)
        arena_fail(arena, size);
    block->size = size;
    return block;
}

/* The block to take `size` bytes from: it has that much room. */
static struct arena_block *block_for(struct arena *arena, size_t size)
{
    struct arena_block *newest = arena->newest;

    if (newest && newest->size - newest->used >= size)
        return newest;

    struct arena_block *block = block_new(arena, size > LARGE_SIZE ? size : BLOCK_SIZE);
    if (newest && size > LARGE_SIZE) {
        block->older = newest->older;
        newest->older = block;
    } else {
        block->older = newest;
        arena->newest = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size = align_up(arena, size);

    struct arena_block *block = block_for(arena, size);
    void *memory = (char *)block->bytes + block->used;

    block->used += size;
    return memory;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_fail(arena, SIZE_MAX);
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        arena_fail(arena, length);

    char *copy = arena_alloc(arena, length + 1);

    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    va_list again;

    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return arena_copy(arena, "", 0);

    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void arena_clear(struct arena *arena)
{
    struct arena_block *block = arena->newest;

    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    arena->newest = NULL;
}
