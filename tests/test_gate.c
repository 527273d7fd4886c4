#include "core/base/gate.h"

#include <criterion/criterion.h>

enum { LONG = 3600 * 1000 };

Test(gate, is_shut_until_it_is_opened_and_stays_open)
{
    struct gate gate;

    gate_new(&gate);
    cr_expect_not(gate_await(&gate, 0));
    cr_expect_not(gate_await(&gate, 1));
    gate_open(&gate);
    cr_expect(gate_await(&gate, 0));
    cr_expect(gate_await(&gate, LONG));
    gate_open(&gate);
    cr_expect(gate_await(&gate, LONG));
    gate_close(&gate);
}

static void *open_it(void *state)
{
    gate_open(state);
    return NULL;
}

Test(gate, lets_a_thread_go_on_that_waits)
{
    pthread_t thread;
    struct gate gate;

    gate_new(&gate);
    cr_assert_eq(pthread_create(&thread, NULL, open_it, &gate), 0);
    cr_expect(gate_await(&gate, LONG));
    pthread_join(thread, NULL);
    gate_close(&gate);
}
