#include "tests/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double bench_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

double bench_median(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), compare);
    return values[count / 2];
}

size_t bench_rounds(const char *text)
{
    long rounds = strtol(text, NULL, 10);

    return rounds < 1                  ? 1
           : rounds > BENCH_ROUNDS_MAX ? BENCH_ROUNDS_MAX
                                       : (size_t)rounds;
}

static void split(struct bench_command *command)
{
    char *at = command->line;

    at[strcspn(at, "\n")] = '\0';
    command->key = at;
    for (size_t i = 0; (at = strchr(at, '\t')) && i < BENCH_WORDS_MAX; i++) {
        *at++ = '\0';
        command->words[i] = at;
    }
}

size_t bench_commands(struct bench_command *commands)
{
    size_t count = 0;

    while (count < BENCH_COMMANDS_MAX &&
           fgets(commands[count].line, sizeof(commands[count].line), stdin))
        split(&commands[count++]);
    return count;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        int (*run)(int argc, char **argv);
    } commands[] = {
        {"data", bench_data},       {"time", bench_time},   {"events", bench_events},
        {"load", bench_load},       {"query", bench_query},
#ifdef HAVE_VTERM
        {"first", bench_first},     {"keys", bench_keys},   {"idle", bench_idle},
        {"presses", bench_presses},
#endif
    };

    for (size_t i = 0; argc > 1 && i < sizeof(commands) / sizeof(commands[0]); i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fputs("bench: see tests/bench.h for its commands\n", stderr);
    return 2;
}
