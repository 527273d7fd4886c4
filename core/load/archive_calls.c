#include "core/load/archive_calls.h"

#include "core/base/late.h"

#include <stddef.h>

const char *archive_calls_load(struct archive_calls *calls)
{
    static const struct late_call names[] = {
#define X(name) {"archive_" #name, offsetof(struct archive_calls, name)},
        ARCHIVE_CALLS(X)
#undef X
    };

    return late_load(ARCHIVE_SONAME, names, sizeof(names) / sizeof(names[0]), calls);
}
