#include "core/base/late.h"

#include <dlfcn.h>
#include <string.h>

const char *late_load(const char *library, const struct late_call *calls, size_t count,
                      void *table)
{
    void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);

    for (size_t i = 0; loaded && i < count; i++) {
        void *symbol = dlsym(loaded, calls[i].name);

        if (!symbol)
            return calls[i].name;
        /* As POSIX has it: C knows no cast from one to the other. */
        memcpy((char *)table + calls[i].at, &symbol, sizeof(symbol));
    }
    return loaded ? NULL : library;
}
