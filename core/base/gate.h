/*
 * Gate: where a thread waits for another, but not for long.
 *
 * It is shut at first; once it was opened it stays so.
 */
#ifndef CORE_BASE_GATE_H
#define CORE_BASE_GATE_H

#include <pthread.h>
#include <stdbool.h>

struct gate {
    pthread_mutex_t lock;
    pthread_cond_t opens;
    bool is_open;
};

void gate_new(struct gate *gate);
void gate_open(struct gate *gate);
/* Waits until it is open, so many milliseconds at most; whether it is. */
bool gate_await(struct gate *gate, long milliseconds);
void gate_close(struct gate *gate);

#endif
