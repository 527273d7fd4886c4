/*
 * What a program sends to its terminal, a pseudo terminal of 120x35: its first screen
 * (of 80x24), a key, and while nothing happens.
 */
#include "tests/bench.h"
#include "tests/vt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOWNS = 60, PAGES = 4, QUIET = 60, FIRST_QUIET = 250, PRESSES_MAX = 200 };
/* A picture is one write: after so many milliseconds without a byte the first is whole,
 * and what comes is another, as rows are read. */
enum { PICTURE_QUIET = 12 };

static size_t sent(struct vt *vt)
{
    size_t count;

    vt_bytes(vt, &count);
    return count;
}

static struct vt *open_at(char *const *words, int rows, int cols)
{
    struct vt_start start = {.rows = rows, .cols = cols};
    const char *argv[BENCH_WORDS_MAX + 1] = {NULL};

    for (size_t i = 0; i < BENCH_WORDS_MAX && words[i]; i++)
        argv[i] = words[i];
    return vt_open(&start, argv);
}

static void set_up(struct vt *vt, const char *setup)
{
    vt_wait_quiet(vt, FIRST_QUIET);
    if (!*setup)
        return;
    vt_send(vt, setup);
    vt_wait_quiet(vt, FIRST_QUIET);
}

struct cost {
    double bytes;
    double milliseconds; /* until the last byte: the quiet that shows it is not the
                            key's time */
};

static struct cost cost_of(struct vt *vt, const char *key, size_t times)
{
    struct cost cost = {0};
    size_t before = sent(vt);
    double milliseconds[DOWNS] = {0};

    for (size_t i = 0; i < times; i++) {
        double start = bench_now();
        vt_send(vt, key);
        vt_wait_quiet(vt, QUIET);
        if (vt_heard_at(vt) > start)
            milliseconds[i] = (vt_heard_at(vt) - start) * 1e3;
    }
    cost.bytes = (double)(sent(vt) - before) / (double)times;
    cost.milliseconds = bench_median(milliseconds, times);
    return cost;
}

int bench_keys(int argc, char **argv)
{
    struct cost down;
    struct cost page;
    struct vt *vt;

    if (argc < 6 || strcmp(argv[4], "--") != 0) {
        fputs("usage: bench keys SETUP DOWN PAGE -- COMMAND...\n", stderr);
        return 2;
    }
    vt = open_at(argv + 5, 35, 120);
    set_up(vt, argv[1]);
    down = cost_of(vt, argv[2], DOWNS);
    page = cost_of(vt, argv[3], PAGES);
    printf("%.0f\t%.2f\t%.0f\t%.2f\n", down.bytes, down.milliseconds, page.bytes,
           page.milliseconds);
    vt_close(vt);
    return 0;
}

/* Something has come since the key. */
static bool has_answered(struct vt *vt, void *data)
{
    return vt_heard_at(vt) > *(const double *)data;
}

/* Each byte is a key; the work for it may be longer than any quiet. */
static size_t press_all(struct vt *vt, const char *keys, double *milliseconds)
{
    size_t count = 0;

    for (; keys[count] && count < PRESSES_MAX; count++) {
        const char key[2] = {keys[count], '\0'};
        double start = bench_now();
        vt_send(vt, key);
        vt_wait(vt, has_answered, &start);
        vt_wait_quiet(vt, QUIET);
        milliseconds[count] = (vt_heard_at(vt) - start) * 1e3;
    }
    return count;
}

/* The median of the keys, then the one that takes longest. */
int bench_presses(int argc, char **argv)
{
    double milliseconds[PRESSES_MAX];
    size_t count;
    double median;
    struct vt *vt;

    if (argc < 5 || strcmp(argv[3], "--") != 0) {
        fputs("usage: bench presses SETUP KEYS -- COMMAND...\n", stderr);
        return 2;
    }
    vt = open_at(argv + 4, 35, 120);
    vt_wait_text(vt, "Generated");
    set_up(vt, argv[1]);
    count = press_all(vt, argv[2], milliseconds);
    vt_close(vt);
    if (!count)
        return 1;
    median = bench_median(milliseconds, count);
    printf("%.1f\t%.1f\n", median, milliseconds[count - 1]);
    return 0;
}

int bench_idle(int argc, char **argv)
{
    struct vt *vt;
    size_t before;

    if (argc < 5 || strcmp(argv[3], "--") != 0) {
        fputs("usage: bench idle SECONDS SETUP -- COMMAND...\n", stderr);
        return 2;
    }
    vt = open_at(argv + 4, 35, 120);
    set_up(vt, argv[2]);
    before = sent(vt);
    for (long i = strtol(argv[1], NULL, 10) * 10; i > 0; i--)
        vt_wait_quiet(vt, 100);
    printf("%zu\n", sent(vt) - before);
    vt_close(vt);
    return 0;
}

/* Something can be seen: a terminal is prepared before that. */
static bool has_begun(struct vt *vt, void *data)
{
    const char *text = vt_text(vt);

    (void)data;
    return text[strspn(text, " \n")] != '\0';
}

int bench_first(int argc, char **argv)
{
    static struct bench_command commands[BENCH_COMMANDS_MAX];
    size_t rounds = bench_rounds(argc > 1 ? argv[1] : "5");
    size_t count = bench_commands(commands);

    for (size_t round = 0; round < rounds; round++)
        for (size_t i = 0; i < count; i++) {
            double start = bench_now();
            struct vt *vt = open_at(commands[i].words, 24, 80);
            vt_wait(vt, has_begun, NULL);
            vt_wait_quiet(vt, PICTURE_QUIET);
            commands[i].seconds[round] = vt_heard_at(vt) - start;
            commands[i].peak = (long)sent(vt);
            vt_close(vt);
        }
    for (size_t i = 0; i < count; i++)
        printf("%s\t%.6f\t%ld\n", commands[i].key,
               bench_median(commands[i].seconds, rounds), commands[i].peak);
    return 0;
}
