/*
 * Threads: one piece of work in several parts at once.
 *
 *     threads_run(sum_part, &state, threads_for(rows / LEAST));
 *
 * A thread costs some 0.2 ms from its beginning to its end. For work that comes again
 * and again, a crew is threads that wait for more, at a tenth of that:
 *
 *     crew = crew_new(arena);
 *     for each window: crew_run(crew, read_part, &state, parts);
 *     crew_end(crew);
 *
 * The work must not allocate from an arena or report anything: both belong to the
 * thread that called. What it finds must not depend on how many parts there were.
 */
#ifndef CORE_BASE_THREADS_H
#define CORE_BASE_THREADS_H

#include "core/base/arena.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { THREADS_MAX = 8 };

/* How many threads are worth it for so many pieces: 1 to THREADS_MAX, and no more than
 * there are processors. */
size_t threads_for(size_t pieces);

/* Begins a thread that goes on by itself. Signals are for the thread that has the
 * terminal, but for those of its own mistakes. False when there is none to be had. */
bool thread_begin(pthread_t *thread, void *(*run)(void *state), void *state);

/* work(state, 0), ..., work(state, count - 1), each in a thread of its own, the first
 * in this one, which waits for all. A part for which there is no thread is done here.
 */
void threads_run(void (*work)(void *state, size_t part), void *state, size_t count);

/* Without threads yet: they begin with the first work that has parts for them. */
struct crew *crew_new(struct arena *arena);
/* As threads_run(). */
void crew_run(struct crew *crew, void (*work)(void *state, size_t part), void *state,
              size_t count);
/* Ends the threads; the memory is the arena's. */
void crew_end(struct crew *crew);

#endif
