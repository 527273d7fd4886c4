#include "tui/description.h"

#include "core/base/late.h"

#include <curses.h>
#include <string.h>
#include <term.h>

#define CALLS(X) \
    X(setupterm) \
    X(tigetstr)  \
    X(tigetnum)  \
    X(tigetflag) \
    X(del_curterm)

struct calls {
#define X(name) __typeof__(name) *name;
    CALLS(X)
#undef X
    TERMINAL **current;
};

static bool load_calls(struct calls *calls)
{
    static const struct late_call names[] = {
#define X(name) {#name, offsetof(struct calls, name)},
        CALLS(X)
#undef X
            {"cur_term", offsetof(struct calls, current)},
    };

    return !late_load(CURSES_SONAME, names, sizeof(names) / sizeof(names[0]), calls);
}

static const char *text_of(const struct calls *call, const char *name,
                           struct arena *arena)
{
    const char *text = call->tigetstr(name);

    return text && text != (const char *)-1 ? arena_copy(arena, text, strlen(text))
                                            : "";
}

bool description_of_library(struct description *description, const char *type, int fd)
{
    static const char *const names[CAP_COUNT] = {
#define X(name, number) #name,
        CAPABILITIES(X)
#undef X
    };
    struct calls call;
    int error;

    if (!load_calls(&call) || call.setupterm(type, fd, &error) != OK)
        return false;
    for (size_t i = 0; i < CAP_COUNT; i++)
        description->text[i] = text_of(&call, names[i], &description->arena);
#define X(name, number) description->name = call.tigetnum(#name);
    CAPABILITY_NUMBERS(X)
#undef X
    description->xenl = call.tigetflag("xenl") > 0;
    description->has_rgb = call.tigetflag("RGB") > 0 || call.tigetnum("RGB") > 0 ||
                           *text_of(&call, "RGB", &description->arena);
    call.del_curterm(*call.current);
    return true;
}
