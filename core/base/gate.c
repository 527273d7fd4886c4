#include "core/base/gate.h"

#include <time.h>

enum { SECOND = 1000000000 }; /* nanoseconds */

void gate_new(struct gate *gate)
{
    pthread_mutex_init(&gate->lock, NULL);
    pthread_cond_init(&gate->opens, NULL);
    gate->is_open = false;
}

void gate_open(struct gate *gate)
{
    pthread_mutex_lock(&gate->lock);
    gate->is_open = true;
    pthread_cond_broadcast(&gate->opens);
    pthread_mutex_unlock(&gate->lock);
}

/* The clock of conditions. */
static struct timespec time_in(long milliseconds)
{
    struct timespec time;

    clock_gettime(CLOCK_REALTIME, &time);
    time.tv_sec += milliseconds / 1000;
    time.tv_nsec += milliseconds % 1000 * (SECOND / 1000);
    time.tv_sec += time.tv_nsec / SECOND;
    time.tv_nsec %= SECOND;
    return time;
}

bool gate_await(struct gate *gate, long milliseconds)
{
    const struct timespec end = time_in(milliseconds);
    bool is_open;

    pthread_mutex_lock(&gate->lock);
    while (!gate->is_open &&
           pthread_cond_timedwait(&gate->opens, &gate->lock, &end) == 0)
        ;
    is_open = gate->is_open;
    pthread_mutex_unlock(&gate->lock);
    return is_open;
}

void gate_close(struct gate *gate)
{
    pthread_cond_destroy(&gate->opens);
    pthread_mutex_destroy(&gate->lock);
}
