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

/* One of the threads that wait. */
struct hand {
    struct crew *crew;
    size_t number; /* of the parts that it does, from 1 */
    size_t round;  /* that it has seen */
    pthread_t thread;
};

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t begun;
    pthread_cond_t done;
    struct hand hand[THREADS_MAX];
    size_t hand_count; /* hand 0 is who calls */
    size_t round;
    bool is_over;
    void (*work)(void *state, size_t part); /* of this round */
    void *state;
    size_t busy; /* hands that have a part in it */
    size_t left; /* that have not done it yet */
};

struct crew *crew_new(struct arena *arena)
{
    struct crew *crew = ARENA_NEW(arena, struct crew);

    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->begun, NULL);
    pthread_cond_init(&crew->done, NULL);
    crew->hand_count = 1;
    return crew;
}

static void *wait_for_work(void *argument)
{
    struct hand *hand = (struct hand *)argument;
    struct crew *crew = hand->crew;

    pthread_mutex_lock(&crew->lock);
    for (;;) {
        while (hand->round == crew->round && !crew->is_over)
            pthread_cond_wait(&crew->begun, &crew->lock);
        if (crew->is_over)
            break;
        hand->round = crew->round;
        if (hand->number > crew->busy)
            continue;
        pthread_mutex_unlock(&crew->lock);
        crew->work(crew->state, hand->number);
        pthread_mutex_lock(&crew->lock);
        if (--crew->left == 0)
            pthread_cond_signal(&crew->done);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* So many hands with that of who calls, if there are threads to be had. */
static void hire(struct crew *crew, size_t count)
{
    while (crew->hand_count < count && crew->hand_count < THREADS_MAX) {
        struct hand *hand = &crew->hand[crew->hand_count];
        *hand = (struct hand){
            .crew = crew, .number = crew->hand_count, .round = crew->round};
        if (!thread_begin(&hand->thread, wait_for_work, hand))
            return;
        crew->hand_count++;
    }
}

void crew_run(struct crew *crew, void (*work)(void *state, size_t part), void *state,
              size_t count)
{
    size_t busy;

    hire(crew, count);
    busy = (count < crew->hand_count ? count : crew->hand_count) - (count > 0);
    if (busy) {
        pthread_mutex_lock(&crew->lock);
        crew->work = work;
        crew->state = state;
        crew->busy = crew->left = busy;
        crew->round++;
        pthread_cond_broadcast(&crew->begun);
        pthread_mutex_unlock(&crew->lock);
    }
    for (size_t part = 0; part < count; part += part ? 1 : busy + 1)
        work(state, part);
    if (!busy)
        return;
    pthread_mutex_lock(&crew->lock);
    while (crew->left)
        pthread_cond_wait(&crew->done, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
}

void crew_end(struct crew *crew)
{
    if (!crew)
        return;
    pthread_mutex_lock(&crew->lock);
    crew->is_over = true;
    pthread_cond_broadcast(&crew->begun);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 1; i < crew->hand_count; i++)
        pthread_join(crew->hand[i].thread, NULL);
    pthread_cond_destroy(&crew->done);
    pthread_cond_destroy(&crew->begun);
    pthread_mutex_destroy(&crew->lock);
}
