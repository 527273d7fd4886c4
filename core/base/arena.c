#include "core/base/arena.h"

#include "core/base/pages.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first block is small, since many an arena lives for one path or one message;
 * each is twice the one before it. */
#define BLOCK_FIRST ((size_t)2 * 1024)
#define BLOCK_MOST ((size_t)64 * 1024)
/* A request larger than this gets a block of its own, behind the newest one unless it
 * has more room left than that: the next requests are met from the most there is. */
#define LARGE_SIZE (BLOCK_MOST / 4)
/* Where one is as large as this, others will be: they share a huge page. */
#define SHARED_SIZE (BLOCK_MOST * 2)

struct arena_block {
    struct arena_block *older;
    size_t size;
    size_t used;
    bool is_zeroed; /* all of it was; else what is given out is, so that pages that
                       nobody asks for are never touched */
    max_align_t bytes[];
};

_Noreturn void arena_fail(const struct arena *arena, size_t size)
{
    if (arena && arena->on_failure)
        longjmp(*arena->on_failure, 1);
    fprintf(stderr, "entrepot: not enough memory (%zu bytes wanted)\n", size);
    abort();
}

bool arena_affords(const struct arena *arena, size_t size)
{
    return !arena || !arena->budget || arena->budget->left >= size;
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

/* How much room a large block has for a request. */
static size_t room_for(size_t size)
{
    const size_t head = sizeof(struct arena_block);

    if (IS_SANITIZED || size < SHARED_SIZE)
        return size;
    return pages_room(size < PAGES_LARGE ? PAGES_LARGE : head + size) - head;
}

static struct arena_block *block_new(const struct arena *arena, size_t size,
                                     bool is_large)
{
    struct arena_block *block;

    arena_charge(arena, sizeof(*block) + size);
    block = is_large ? pages_new(sizeof(*block) + size) : malloc(sizeof(*block) + size);
    if (!block)
        arena_fail(arena, size);
    *block = (struct arena_block){.size = size, .is_zeroed = is_large};
    return block;
}

/* How large a block is made for `size` bytes, which are not large. */
static size_t size_of_next(const struct arena_block *newest, size_t size)
{
    size_t next = newest ? newest->size * 2 : BLOCK_FIRST;

    while (next < size)
        next *= 2;
    return next < BLOCK_MOST ? next : BLOCK_MOST;
}

/* Takes a kept block out of its list; NULL when none is of about that size. */
static struct arena_block *take_spare(struct arena *arena, size_t size, bool is_large)
{
    size_t most = is_large ? size + size / 2 : BLOCK_MOST;

    if (is_large && most < room_for(size))
        most = room_for(size);
    for (struct arena_block **at = &arena->spare; *at; at = &(*at)->older) {
        struct arena_block *block = *at;
        if (block->size < size || block->size > most)
            continue;
        *at = block->older;
        return block;
    }
    return NULL;
}

/* The block to take `size` bytes from: it has that much room. */
static struct arena_block *block_for(struct arena *arena, size_t size)
{
    struct arena_block *newest = arena->newest;
    const bool is_large = size > LARGE_SIZE;

    if (newest && newest->size - newest->used >= size)
        return newest;

    struct arena_block *block = take_spare(arena, size, is_large);

    if (!block)
        block = block_new(arena, is_large ? room_for(size) : size_of_next(newest, size),
                          is_large);
    if (newest && newest->size - newest->used >= block->size - size) {
        block->older = newest->older;
        newest->older = block;
    } else {
        block->older = newest;
        arena->newest = block;
    }
    return block;
}

/* Not cleared but for what the system has cleared; says whether that is so. */
static void *take(struct arena *arena, size_t size, bool *is_zeroed)
{
    struct arena_block *block = block_for(arena, size);
    void *memory = (char *)block->bytes + block->used;

    block->used += size;
    *is_zeroed = block->is_zeroed;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    bool is_zeroed;
    void *memory;

    size = align_up(arena, size);
    memory = take(arena, size, &is_zeroed);
    if (!is_zeroed)
        memset(memory, 0, size);
    return memory;
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    bool is_zeroed;

    if (size && count > SIZE_MAX / size)
        arena_fail(arena, SIZE_MAX);
    return take(arena, align_up(arena, count * size), &is_zeroed);
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

static void free_all(struct arena_block *block)
{
    while (block) {
        struct arena_block *older = block->older;
        pages_free(block, sizeof(*block) + block->size);
        block = older;
    }
}

void arena_clear(struct arena *arena)
{
    free_all(arena->newest);
    free_all(arena->spare);
    arena->newest = NULL;
    arena->spare = NULL;
}

void arena_reuse(struct arena *arena)
{
    struct arena_block *kept = arena->newest;

    /* It is to see who still looks at what was there. */
    if (IS_SANITIZED) {
        arena_clear(arena);
        return;
    }
    free_all(arena->spare);
    for (struct arena_block *block = kept; block; block = block->older) {
        block->used = 0;
        block->is_zeroed = false;
    }
    arena->spare = kept;
    arena->newest = NULL;
}
