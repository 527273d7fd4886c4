/*
 * A worker does one piece of work after the other, and says when it is over.
 */
#include "core/base/worker.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdatomic.h>

struct task {
    atomic_bool may_end;
    size_t done; /* no atomic: it belongs to one thread at a time */
};

static void work(void *state)
{
    struct task *task = state;

    while (!atomic_load(&task->may_end))
        continue;
    task->done++;
}

static bool is_readable(int fd)
{
    struct pollfd ready = {.fd = fd, .events = POLLIN};

    return poll(&ready, 1, 0) == 1;
}

Test(worker, is_waited_for_and_says_when_it_is_over)
{
    struct arena arena = {0};
    struct worker *worker = worker_open(&arena);
    struct task task = {0};

    cr_assert_not_null(worker);
    worker_start(worker, work, &task);
    cr_expect_not(worker_wait(worker, 0));
    cr_expect_not(worker_wait(worker, 5));
    cr_expect_not(is_readable(worker_fd(worker)));
    atomic_store(&task.may_end, true);
    cr_expect(worker_wait(worker, -1));
    cr_expect(is_readable(worker_fd(worker)));
    cr_expect_eq(task.done, 1);
    worker_close(worker);
    arena_clear(&arena);
}

Test(worker, does_one_thing_after_the_other)
{
    struct arena arena = {0};
    struct worker *worker = worker_open(&arena);
    struct task task = {0};

    cr_assert_not_null(worker);
    atomic_store(&task.may_end, true);
    for (size_t i = 0; i < 1000; i++) {
        worker_start(worker, work, &task);
        cr_assert(worker_wait(worker, -1));
        cr_assert_eq(task.done, i + 1);
    }
    worker_close(worker);
    arena_clear(&arena);
}

Test(worker, is_finished_before_it_is_closed)
{
    struct arena arena = {0};
    struct worker *worker = worker_open(&arena);
    struct task task = {0};

    cr_assert_not_null(worker);
    atomic_store(&task.may_end, true);
    worker_start(worker, work, &task);
    worker_close(worker);
    cr_expect_eq(task.done, 1);
    worker_close(NULL);
    arena_clear(&arena);
}
