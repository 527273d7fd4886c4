/*
 * What a key costs on the line: bytes and milliseconds up to the last byte, in a
 * pseudo terminal of 120x35.
 *
 *     bench_keys NAME SETUP DOWN PAGE -- COMMAND...
 *
 * starts the command, sends SETUP (keys that choose a view), then DOWN sixty times and
 * PAGE four times, and prints one line: bytes of the first screen, bytes and
 * milliseconds a DOWN, bytes a PAGE, bytes while nothing happens for a second.
 */
#include "tests/vt.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DOWNS = 60, PAGES = 4, QUIET = 60, FIRST_QUIET = 400, IDLE = 1000 };

static size_t sent(struct vt *vt)
{
    size_t count;

    vt_bytes(vt, &count);
    return count;
}

struct cost {
    double bytes;
    double milliseconds;
};

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* The quiet that shows the end is not the key's time. */
static struct cost cost_of(struct vt *vt, const char *key, int times)
{
    struct cost cost = {0};
    size_t before = sent(vt);

    for (int i = 0; i < times; i++) {
        double start = now();
        vt_send(vt, key);
        vt_wait_quiet(vt, QUIET);
        cost.milliseconds += now() - start - QUIET;
    }
    cost.bytes = (double)(sent(vt) - before) / times;
    cost.milliseconds /= times;
    return cost;
}

int main(int argc, char **argv)
{
    struct vt_start start = {.rows = 35, .cols = 120};
    struct cost down;
    struct cost page;
    struct vt *vt;
    size_t first;
    size_t idle;

    if (argc < 7 || strcmp(argv[5], "--") != 0) {
        fputs("usage: bench_keys NAME SETUP DOWN PAGE -- COMMAND...\n", stderr);
        return 2;
    }
    vt = vt_open(&start, (const char *const *)(argv + 6));
    vt_wait_quiet(vt, FIRST_QUIET);
    first = sent(vt);
    if (*argv[2]) {
        vt_send(vt, argv[2]);
        vt_wait_quiet(vt, FIRST_QUIET);
    }
    down = cost_of(vt, argv[3], DOWNS);
    page = cost_of(vt, argv[4], PAGES);
    idle = sent(vt);
    vt_wait_quiet(vt, IDLE);
    printf("%-22s %8zu %8.0f %8.2f %8.0f %6zu\n", argv[1], first, down.bytes,
           down.milliseconds, page.bytes, sent(vt) - idle);
    vt_close(vt);
    return 0;
}
