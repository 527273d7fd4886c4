#include "core/load/archive_calls.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

const char *archive_calls_load(struct archive_calls *calls)
{
    static const struct {
        const char *name;
        size_t at;
    } symbols[] = {
#define X(name) {"archive_" #name, offsetof(struct archive_calls, name)},
        ARCHIVE_CALLS(X)
#undef X
    };
    void *library = dlopen(ARCHIVE_SONAME, RTLD_LAZY | RTLD_LOCAL);

    for (size_t i = 0; library && i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        void *symbol = dlsym(library, symbols[i].name);

        if (!symbol)
            return symbols[i].name;
        /* As POSIX has it: C knows no cast from one to the other. */
        memcpy((char *)calls + symbols[i].at, &symbol, sizeof(symbol));
    }
    return library ? NULL : ARCHIVE_SONAME;
}
