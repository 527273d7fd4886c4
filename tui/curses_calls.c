#include "tui/curses_calls.h"

#include "core/base/late.h"

const char *curses_calls_load(struct curses_calls *calls)
{
    static const struct late_call names[] = {
#define X(name) {#name, offsetof(struct curses_calls, name)},
        CURSES_CALLS(X)
#undef X
#define X(name) {#name, offsetof(struct curses_calls, name##_at)},
            CURSES_WINDOWS(X)
#undef X
    };

    return late_load(CURSES_SONAME, names, sizeof(names) / sizeof(names[0]), calls);
}
