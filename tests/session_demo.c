/*
 * A session whose first work takes as long as a test wants: it is over when the file
 * FILE is there; with `overflow` it ends in a recursion without end.
 *
 *     session_demo DATASET FILE [overflow]
 */
#include "tui/screen.h"
#include "tui/session.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MILLISECOND = 1000000 };

/* Without an end, though no compiler can tell. */
static int overflow_stack(volatile int *depth)
{
    volatile char frame[4096];

    if (*depth < 0)
        return 0;
    frame[0] = (char)*depth;
    *depth += 1;
    return overflow_stack(depth) + frame[0];
}

static bool begin(struct app *app, void *state)
{
    char **words = state;
    volatile int depth = 0;

    if (app_load(app, words[1]) != LOAD_OK)
        return false;
    while (access(words[2], F_OK) != 0)
        nanosleep(&(struct timespec){.tv_nsec = MILLISECOND}, NULL);
    if (words[3])
        return overflow_stack(&depth) > 0;
    return true;
}

int main(int argc, char **argv)
{
    static struct app app;
    struct look look = {.colors = 256};
    struct catalog catalog = {0};
    char note[256];

    setlocale(LC_CTYPE, "");
    if (argc < 3 || !screen_open(&look, note, sizeof(note)))
        return 3;
    app_open(&app, &catalog, &look, "en");
    session_run(&app, &(struct session_start){begin, argv, false});
    screen_close();
    app_close(&app);
    return 0;
}
