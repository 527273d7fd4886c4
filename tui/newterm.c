#include "tui/newterm.h"

#include "core/base/arena.h"
#include "tui/curses_calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE_DIGITS = 8 };

struct screen *newterm_of_size(const struct curses_calls *call, const char *type,
                               int rows, int cols)
{
    static const char *const names[] = {"LINES", "COLUMNS"};
    const int size[] = {rows, cols};
    struct arena arena = {0};
    const char *before[2];

    for (int i = 0; i < 2; i++) {
        const char *value = getenv(names[i]);
        char digits[SIZE_DIGITS];

        before[i] = value ? arena_copy(&arena, value, strlen(value)) : NULL;
        snprintf(digits, sizeof(digits), "%d", size[i]);
        setenv(names[i], digits, 1);
    }

    SCREEN *curses = call->newterm(type, stdout, stdin);

    for (int i = 0; i < 2; i++) {
        if (before[i])
            setenv(names[i], before[i], 1);
        else
            unsetenv(names[i]);
    }
    arena_clear(&arena);
    return curses;
}
