#define _GNU_SOURCE /* for sched_getaffinity() */
#include "core/base/threads.h"

#include <sched.h>
#include <signal.h>
#include <unistd.h>

struct part {
    void (*work)(void *state, size_t part);
    void *state;
    size_t number;
    pthread_t thread;
    bool has_thread;
};

/* Those that this program may use. */
static size_t processors(void)
{
#ifdef CPU_COUNT
    cpu_set_t allowed;

    if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0)
        return (size_t)CPU_COUNT(&allowed);
#endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);

    return online < 1 ? 1 : (size_t)online;
}

size_t threads_for(size_t pieces)
{
    size_t count = pieces > 1 ? processors() : 1;

    if (count > pieces)
        count = pieces ? pieces : 1;
    return count < THREADS_MAX ? count : THREADS_MAX;
}

static void *run(void *argument)
{
    struct part *part = argument;

    part->work(part->state, part->number);
    return NULL;
}

bool thread_begin(pthread_t *thread, void *(*start)(void *state), void *state)
{
    static const int own[] = {SIGSEGV, SIGBUS,  SIGFPE, SIGILL,
                              SIGABRT, SIGTRAP, SIGSYS};
    sigset_t all;
    sigset_t before;
    bool has_begun;

    sigfillset(&all);
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        sigdelset(&all, own[i]);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    has_begun = pthread_create(thread, NULL, start, state) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return has_begun;
}

void threads_run(void (*work)(void *state, size_t part), void *state, size_t count)
{
    struct part parts[THREADS_MAX];

    for (size_t i = 1; i < count; i++) {
        parts[i] = (struct part){.work = work, .state = state, .number = i};
        parts[i].has_thread = thread_begin(&parts[i].thread, run, &parts[i]);
    }
    if (count)
        work(state, 0);
    for (size_t i = 1; i < count; i++)
        if (parts[i].has_thread)
            pthread_join(parts[i].thread, NULL);
        else
            work(state, i);
}
