/* The whole time of commands, the most memory that they had, and the processor time,
 * which a busy machine leaves alone. */
#include "tests/bench.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void become(const struct bench_command *command)
{
    int nowhere = open("/dev/null", O_RDWR);

    for (int i = 0; i < 3; i++)
        dup2(nowhere, i);
    execvp(command->words[0], command->words);
    _exit(127);
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void run(struct bench_command *command, size_t round)
{
    struct rusage usage = {0};
    int status = 1;
    double start = bench_now();
    pid_t child = fork();

    if (child == 0)
        become(command);
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        command->has_failed = 1;
    command->seconds[round] = bench_now() - start;
    command->processor[round] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    if (usage.ru_maxrss > command->peak)
        command->peak = usage.ru_maxrss;
}

int bench_time(int argc, char **argv)
{
    static struct bench_command commands[BENCH_COMMANDS_MAX];
    size_t rounds = bench_rounds(argc > 1 ? argv[1] : "5");
    size_t count = bench_commands(commands);

    for (size_t round = 0; round < rounds; round++)
        for (size_t i = 0; i < count; i++)
            if (!commands[i].has_failed)
                run(&commands[i], round);
    for (size_t i = 0; i < count; i++)
        if (commands[i].has_failed)
            printf("%s\tfailed\n", commands[i].key);
        else
            printf("%s\t%.6f\t%ld\t%.6f\n", commands[i].key,
                   bench_median(commands[i].seconds, rounds), commands[i].peak,
                   bench_median(commands[i].processor, rounds));
    return 0;
}
