#define _GNU_SOURCE /* for mremap() */
#include "core/base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
    LARGE = 256 * 1024,   /* bytes that are pages of their own */
    TOUCHED = 128 * 1024, /* at once: a power of two */
    PAGE = 4096,
    HUGE_PAGE = 2 << 20
};

#ifdef MREMAP_MAYMOVE

static void *new_pages(size_t size)
{
    void *made =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return made == MAP_FAILED ? NULL : made;
}

/* NULL, and everything as it was, when there is no memory. */
static void *resize(void *memory, size_t before, size_t size)
{
    void *made;

    if (size < LARGE)
        return realloc(memory, size);
    if (before >= LARGE) {
        made = mremap(memory, before, size, MREMAP_MAYMOVE);
        return made == MAP_FAILED ? NULL : made;
    }
    made = new_pages(size);
    if (made && before) {
        memcpy(made, memory, before);
        free(memory);
    }
    return made;
}

void pages_free(void *memory, size_t size)
{
    if (size < LARGE)
        free(memory);
    else
        munmap(memory, size);
}

#else

static void *resize(void *memory, size_t before, size_t size)
{
    (void)before;
    return realloc(memory, size);
}

void pages_free(void *memory, size_t size)
{
    (void)size;
    free(memory);
}

#endif

void *pages_grow(void *memory, size_t before, size_t size, const struct arena *arena)
{
    void *grown = resize(memory, before, size);

    if (!grown)
        arena_fail(arena, size);
#ifdef MADV_HUGEPAGE
    /* A wish: nothing depends on it. */
    if (size >= 2 * (size_t)HUGE_PAGE)
        (void)madvise(grown, size, MADV_HUGEPAGE);
#endif
    return grown;
}

void pages_expect(void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = PAGE;
    uintptr_t from = ((uintptr_t)memory + page - 1) / page * page;
    uintptr_t to = ((uintptr_t)memory + size) / page * page;

    if (size >= LARGE)
        (void)madvise((char *)memory + (from - (uintptr_t)memory), to - from,
                      MADV_POPULATE_WRITE);
#else
    (void)memory;
    (void)size;
#endif
}

void pages_touch(void *memory, struct pages_range range)
{
#if defined(MADV_POPULATE_WRITE) && defined(MREMAP_MAYMOVE)
    const size_t mask = TOUCHED - 1;
    size_t from = (range.from + mask) & ~mask;
    size_t to = (range.to + mask) & ~mask;

    if (range.size < LARGE)
        return;
    to = to < range.size ? to : range.size;
    /* A wish as well: else each page is touched by itself. */
    if (from < to)
        (void)madvise((char *)memory + from, to - from, MADV_POPULATE_WRITE);
#else
    (void)memory;
    (void)range;
#endif
}
