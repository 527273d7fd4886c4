#include "core/base/threads.h"

#include <criterion/criterion.h>
#include <stdatomic.h>

enum { PARTS = THREADS_MAX };

struct counted {
    atomic_int times[PARTS];
};

static void count_part(void *state, size_t part)
{
    struct counted *counted = (struct counted *)state;

    atomic_fetch_add(&counted->times[part], 1);
}

static void expect_each_once(const struct counted *counted, size_t count)
{
    for (size_t i = 0; i < PARTS; i++)
        cr_assert_eq(atomic_load(&counted->times[i]), i < count, "part %zu of %zu", i,
                     count);
}

Test(threads, each_part_is_done_once)
{
    for (size_t count = 0; count <= PARTS; count++) {
        struct counted counted = {0};

        threads_run(count_part, &counted, count);
        expect_each_once(&counted, count);
    }
}

/* More and fewer parts than the round before, so that some wait for several rounds. */
Test(threads, a_crew_does_each_part_of_each_round_once)
{
    struct arena arena = {0};
    struct crew *crew = crew_new(&arena);

    for (size_t round = 0; round < 5000; round++) {
        struct counted counted = {0};
        size_t count = round * 5 % (PARTS + 1);

        crew_run(crew, count_part, &counted, count);
        expect_each_once(&counted, count);
    }
    crew_end(crew);
    arena_clear(&arena);
}

Test(threads, a_crew_may_end_without_work)
{
    struct arena arena = {0};

    crew_end(crew_new(&arena));
    crew_end(NULL);
    arena_clear(&arena);
}
