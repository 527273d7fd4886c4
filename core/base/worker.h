/*
 * Worker: a thread that does one piece of work after the other.
 *
 *     worker = worker_open(&arena);
 *     worker_start(worker, work, &state);      the state is the worker's now
 *     ... worker_fd() becomes readable ...
 *     if (worker_wait(worker, 0))              the state is the caller's again
 *     worker_close(worker);
 *
 * What the work reads and writes belongs to one thread at a time, so it needs no locks.
 * Signals are left to the other threads.
 */
#ifndef CORE_BASE_WORKER_H
#define CORE_BASE_WORKER_H

#include "core/base/arena.h"

#include <stdbool.h>

struct worker; /* made by worker_open() */

/* In the arena's memory, which outlives it. NULL when there is no thread to be had. */
struct worker *worker_open(struct arena *arena);

/* work(state) in the worker's thread; the work before it is over. */
void worker_start(struct worker *worker, void (*work)(void *state), void *state);

/* Readable when the work is over. */
int worker_fd(const struct worker *worker);
/* Whether it is, at most so many milliseconds from now; -1: until it is. */
bool worker_wait(struct worker *worker, int milliseconds);

/* Waits for the work and ends the thread; NULL is harmless. */
void worker_close(struct worker *worker);

#endif
