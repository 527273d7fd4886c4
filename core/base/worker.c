#include "core/base/worker.h"

#include "core/base/threads.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STACK_BYTES = 64 * 1024 };

struct worker {
    void *stack; /* of signal handlers: pages that are touched when one comes */
    pthread_t thread;
    int told[2]; /* a pipe, from the thread: the work is over */

    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t has_news;
    void (*work)(void *state); /* NULL: there is none */
    void *state;
    bool is_done;
    bool has_ended;
};

/* A crash by too deep a recursion leaves no stack to restore the terminal on. Returns
 * the one that the thread had, which is due back before it ends. */
static stack_t use_other_stack(struct worker *worker)
{
    const stack_t stack = {.ss_sp = worker->stack, .ss_size = STACK_BYTES};
    stack_t before = {.ss_flags = SS_DISABLE};

    if (worker->stack != MAP_FAILED)
        sigaltstack(&stack, &before);
    return before;
}

static void *run(void *argument)
{
    struct worker *worker = argument;
    const stack_t before = use_other_stack(worker);

    pthread_mutex_lock(&worker->lock);
    for (;;) {
        ssize_t sent;
        while (!worker->work && !worker->has_ended)
            pthread_cond_wait(&worker->has_news, &worker->lock);
        if (!worker->work)
            break;
        pthread_mutex_unlock(&worker->lock);
        worker->work(worker->state);
        pthread_mutex_lock(&worker->lock);
        worker->work = NULL;
        worker->is_done = true;
        sent = write(worker->told[1], "", 1);
        (void)sent; /* a full pipe tells as well */
    }
    pthread_mutex_unlock(&worker->lock);
    sigaltstack(&before, NULL);
    return NULL;
}

static void close_all(struct worker *worker)
{
    if (worker->stack != MAP_FAILED)
        munmap(worker->stack, STACK_BYTES);
    close(worker->told[0]);
    close(worker->told[1]);
    pthread_cond_destroy(&worker->has_news);
    pthread_mutex_destroy(&worker->lock);
}

struct worker *worker_open(struct arena *arena)
{
    struct worker *worker = ARENA_NEW(arena, struct worker);

    if (pipe(worker->told) != 0)
        return NULL;
    for (int i = 0; i < 2; i++) {
        fcntl(worker->told[i], F_SETFD, FD_CLOEXEC);
        fcntl(worker->told[i], F_SETFL, O_NONBLOCK);
    }
    worker->stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->has_news, NULL);
    if (thread_begin(&worker->thread, run, worker))
        return worker;
    close_all(worker);
    return NULL;
}

void worker_start(struct worker *worker, void (*work)(void *state), void *state)
{
    char bytes[64];

    while (read(worker->told[0], bytes, sizeof(bytes)) > 0)
        continue;
    pthread_mutex_lock(&worker->lock);
    worker->work = work;
    worker->state = state;
    worker->is_done = false;
    pthread_cond_signal(&worker->has_news);
    pthread_mutex_unlock(&worker->lock);
}

int worker_fd(const struct worker *worker)
{
    return worker->told[0];
}

bool worker_wait(struct worker *worker, int milliseconds)
{
    struct pollfd ready = {.fd = worker->told[0], .events = POLLIN};
    bool is_done;

    while (poll(&ready, 1, milliseconds) < 0 && errno == EINTR)
        continue;
    pthread_mutex_lock(&worker->lock);
    is_done = worker->is_done;
    pthread_mutex_unlock(&worker->lock);
    return is_done;
}

void worker_close(struct worker *worker)
{
    if (!worker)
        return;
    pthread_mutex_lock(&worker->lock);
    worker->has_ended = true;
    pthread_cond_signal(&worker->has_news);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    close_all(worker);
}
