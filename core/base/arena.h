/*
 * Arena: memory that is released all at once.
 *
 * Everything that lives as long as a dataset is allocated from that dataset's
 * arena; everything that lives as long as one redraw comes from the frame
 * arena. There is no per-object free, so there is no ownership to track.
 *
 * Allocation never fails from the caller's point of view. When memory runs
 * out, an arena with `on_failure` set jumps there (a file that is being loaded
 * uses this to turn "no memory" into an error of that file); any other arena
 * prints a message and ends the program.
 */
#ifndef CORE_BASE_ARENA_H
#define CORE_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* What several arenas and the columns that go with them may take together; more counts
 * as no memory. */
struct arena_budget {
    size_t left;
    bool was_short;
};

/* Zero-initialise (struct arena arena = {0}) and it is ready for use. */
struct arena {
    struct arena_block *newest;
    struct arena_block *spare; /* what arena_reuse() has kept */
    jmp_buf *on_failure;
    struct arena_budget *budget; /* NULL: whatever there is */
};

/* Returns zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);
/* As arena_alloc() for count * size bytes; an overflow counts as no memory. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/* The same with anything in it, for what is written on at once. */
void *arena_room(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL after them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Whether the budget has so much. */
bool arena_affords(const struct arena *arena, size_t size);
/* Takes so much of the budget, which raises the failure when it has not that much. */
void arena_charge(const struct arena *arena, size_t size);

/* Says that memory ran out while `size` bytes were wanted: see above. */
_Noreturn void arena_fail(const struct arena *arena, size_t size);

/* Frees every allocation; the arena is empty and ready for use again. */
void arena_clear(struct arena *arena);
/* The same for what is filled again at once with much the same: the memory is kept for
 * that. What is not used by then goes the next time. */
void arena_reuse(struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) \
    ((type *)arena_alloc_array((arena), (count), sizeof(type)))
#define ARENA_ROOM(arena, type, count) \
    ((type *)arena_room((arena), (count), sizeof(type)))

#endif
