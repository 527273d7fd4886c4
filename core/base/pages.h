/*
 * Pages: memory of a column, which grows at its end and may be very large.
 *
 * Large memory is the system's own pages, which move to another address without being
 * copied; small memory is the C library's. The first touch of a page takes longer than
 * what is written to it, in a virtual machine ten times as long, so large memory is
 * made of huge pages where the system has them: it begins with one and moves as they
 * are. Its last page is whole, whatever of it is used.
 */
#ifndef CORE_BASE_PAGES_H
#define CORE_BASE_PAGES_H

#include "core/base/arena.h"

#include <stddef.h>

/* A sanitizer watches the C library's memory alone, so all is that then. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED true
#elif defined(__has_feature)
#define IS_SANITIZED __has_feature(address_sanitizer)
#else
#define IS_SANITIZED false
#endif

enum { PAGES_LARGE = 512 * 1024 /* bytes that are pages of their own */ };

/* How the C library keeps memory, for the whole program: before there are threads. */
void pages_settle(void);

/* The memory, NULL at first, with another size; what was there stays. Raises the
 * arena's failure when there is none, and the old memory stays as it was. */
void *pages_grow(void *memory, size_t before, size_t size, const struct arena *arena);
/* The same, but NULL when there is none. */
void *pages_try(void *memory, size_t before, size_t size);
void pages_free(void *memory, size_t size);

/* Gives back what lies behind `size` bytes, as far as that are pages of their own; how
 * many bytes it has afterwards, for the functions here. */
size_t pages_trim(void *memory, size_t before, size_t size);

/* Memory that is zero, for pages_free(); NULL when there is none. */
void *pages_new(size_t size);
/* How many bytes memory of so many has: to the end of its last page. */
size_t pages_room(size_t size);

/* Bytes from..to of so many are about to be written, those before `from` were. */
struct pages_range {
    size_t from;
    size_t to;
    size_t size;
};
void pages_touch(void *memory, struct pages_range range);
/* All of any memory is about to be written. */
void pages_expect(void *memory, size_t size);

#endif
