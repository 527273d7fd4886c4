#define _GNU_SOURCE /* for mremap() */
#include "core/base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
    PAGE = 4096,
    HEAP_STEP = 256 * 1024,
    HEAP_FREE_MOST = 4 << 20, /* at its end */
    HUGE_PAGE = 2 << 20       /* as most systems have them */
};

#if defined(MREMAP_MAYMOVE) && !IS_SANITIZED

/* Bytes of huge pages that have room for so many. */
static size_t whole(size_t size)
{
    const size_t page = HUGE_PAGE;

    return size > SIZE_MAX - 2 * page ? size : (size + page - 1) / page * page;
}

static size_t to_next_huge_page(const char *address)
{
    return (size_t)(-(uintptr_t)address & (HUGE_PAGE - 1));
}

static char *map(size_t size)
{
    void *made =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return made == MAP_FAILED ? NULL : made;
}

/* Addresses that begin with a huge page, which newer systems give by themselves. */
static char *map_aligned(size_t size)
{
    char *made = map(size);
    size_t before;

    if (!made || !to_next_huge_page(made))
        return made;
    munmap(made, size);
    made = map(size + HUGE_PAGE);
    if (!made)
        return NULL;
    before = to_next_huge_page(made);
    if (before)
        munmap(made, before);
    munmap(made + before + size, HUGE_PAGE - before);
    return made + before;
}

static void *new_pages(size_t size)
{
    char *made = map_aligned(whole(size));

#ifdef MADV_HUGEPAGE
    /* A wish: nothing depends on it. */
    if (made)
        (void)madvise(made, whole(size), MADV_HUGEPAGE);
#endif
    return made;
}

/* A huge page that goes to an address where none can be is taken apart, and each of its
 * pages costs a first touch again. */
static void *move(void *memory, size_t before, size_t size)
{
    void *made = mremap(memory, before, size, 0);
    void *moved;

    if (made != MAP_FAILED)
        return made;
    made = map_aligned(size);
    if (!made)
        return NULL;
    moved = mremap(memory, before, size, MREMAP_MAYMOVE | MREMAP_FIXED, made);
    if (moved != MAP_FAILED)
        return moved;
    munmap(made, size);
    return NULL;
}

void *pages_try(void *memory, size_t before, size_t size)
{
    void *made;

    if (size < PAGES_LARGE)
        return realloc(memory, size);
    if (before >= PAGES_LARGE)
        return whole(before) == whole(size) ? memory
                                            : move(memory, whole(before), whole(size));
    made = new_pages(size);
    if (made && before) {
        memcpy(made, memory, before);
        free(memory);
    }
    return made;
}

size_t pages_trim(void *memory, size_t before, size_t size)
{
    /* Large memory stays large. */
    if (size < PAGES_LARGE)
        size = PAGES_LARGE;
    if (size >= before)
        return before;
    if (whole(size) < whole(before))
        munmap((char *)memory + whole(size), whole(before) - whole(size));
    return size;
}

void *pages_new(size_t size)
{
    return size < PAGES_LARGE ? calloc(1, size) : new_pages(size);
}

size_t pages_room(size_t size)
{
    return size < PAGES_LARGE ? size : whole(size);
}

void pages_free(void *memory, size_t size)
{
    if (size < PAGES_LARGE)
        free(memory);
    else
        munmap(memory, whole(size));
}

#else

void *pages_try(void *memory, size_t before, size_t size)
{
    (void)before;
    return realloc(memory, size);
}

size_t pages_trim(void *memory, size_t before, size_t size)
{
    (void)memory;
    (void)size;
    return before;
}

void *pages_new(size_t size)
{
    return calloc(1, size);
}

size_t pages_room(size_t size)
{
    return size;
}

void pages_free(void *memory, size_t size)
{
    (void)size;
    free(memory);
}

#endif

/* By itself it gives each thread a heap of its own, which grows page by page with a
 * call of the system each time, and gives back what is free at the end of a heap, which
 * is touched anew by the next picture. Ours ask for blocks, seldom. */
void pages_settle(void)
{
#if defined(M_ARENA_MAX) && !IS_SANITIZED
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, HEAP_STEP);
    mallopt(M_TRIM_THRESHOLD, HEAP_FREE_MOST);
    mallopt(M_MMAP_THRESHOLD, PAGES_LARGE);
#endif
}

void *pages_grow(void *memory, size_t before, size_t size, const struct arena *arena)
{
    void *grown = pages_try(memory, before, size);

    if (!grown)
        arena_fail(arena, size);
    return grown;
}

void pages_expect(void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = PAGE;
    uintptr_t from = ((uintptr_t)memory + page - 1) / page * page;
    uintptr_t to = ((uintptr_t)memory + size) / page * page;

    if (size >= PAGES_LARGE)
        (void)madvise((char *)memory + (from - (uintptr_t)memory), to - from,
                      MADV_POPULATE_WRITE);
#else
    (void)memory;
    (void)size;
#endif
}

void pages_touch(void *memory, struct pages_range range)
{
#if defined(MADV_POPULATE_WRITE) && defined(MREMAP_MAYMOVE) && !IS_SANITIZED
    size_t from = whole(range.from);
    size_t to = whole(range.to);

    /* A wish as well: else each page is touched by itself. */
    if (range.size >= PAGES_LARGE && from < to)
        (void)madvise((char *)memory + from, to - from, MADV_POPULATE_WRITE);
#else
    (void)memory;
    (void)range;
#endif
}
