#include "core/export/export.h"

#include <string.h>

const struct export_ops *export_find(const char *name)
{
    static const struct export_ops *const exports[] = {
#define X(format) &export_##format,
        EXPORTS(X)
#undef X
    };

    for (size_t i = 0; i < sizeof(exports) / sizeof(exports[0]); i++)
        if (strcmp(exports[i]->name, name) == 0)
            return exports[i];
    return NULL;
}
