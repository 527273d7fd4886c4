/*
 * What `make bench` measures with, one command each; bench.sh puts them together.
 *
 *     bench data FORM ROWS         a file of trade figures, always the same, on stdout;
 *                                  with `members` for ROWS so many of these instead
 *     bench time ROUNDS            commands from stdin, in turns: medians and peaks
 *     bench events FILE            libyaml alone: the yardstick of YAML
 *     bench load FILE [THREADS]    entrepot's loading alone
 *     bench query FILE ROUNDS      group-bys in memory, and what the memory is
 *     bench first ROUNDS           programs from stdin: until their first screen
 *     bench keys SETUP DOWN PAGE -- COMMAND...    what a key costs on the line
 *     bench presses SETUP KEYS -- COMMAND...      how long each of them takes
 *     bench idle SECONDS SETUP -- COMMAND...      what is sent while nothing happens
 *
 * Results are lines of fields apart by tabs, the first of them a key that begins with
 * what was given. A line of a command on stdin is its key and its words, apart by tabs.
 */
#ifndef TESTS_BENCH_H
#define TESTS_BENCH_H

#include <stddef.h>

enum { BENCH_ROUNDS_MAX = 99, BENCH_COMMANDS_MAX = 64, BENCH_WORDS_MAX = 30 };

int bench_data(int argc, char **argv);
int bench_time(int argc, char **argv);
int bench_events(int argc, char **argv);
int bench_load(int argc, char **argv);
int bench_query(int argc, char **argv);
int bench_first(int argc, char **argv);
int bench_keys(int argc, char **argv);
int bench_presses(int argc, char **argv);
int bench_idle(int argc, char **argv);

/* Seconds, from some moment on. */
double bench_now(void);
/* Puts the values in order. */
double bench_median(double *values, size_t count);
/* A number of rounds between 1 and BENCH_ROUNDS_MAX. */
size_t bench_rounds(const char *text);

/* A command and what it took, round by round. */
struct bench_command {
    char line[4096];
    const char *key;
    char *words[BENCH_WORDS_MAX + 1];
    double seconds[BENCH_ROUNDS_MAX];
    double processor[BENCH_ROUNDS_MAX]; /* seconds of it */
    long peak;                          /* KiB */
    int has_failed;
};

/* Reads commands from stdin into commands[BENCH_COMMANDS_MAX]; returns how many. */
size_t bench_commands(struct bench_command *commands);

#endif
