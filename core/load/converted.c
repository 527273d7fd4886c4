#include "core/load/converted.h"

#include "core/base/text.h"
#include "core/base/translate.h"

#include <string.h>

void converted_note(struct converted *converted, const char *name, const char *encoding,
                    struct arena *arena)
{
    converted->files++;
    if (!encoding || converted->count++)
        return;
    converted->encoding = arena_copy(arena, encoding, strlen(encoding));
    converted->name = arena_copy(arena, name, strlen(name));
}

const char *converted_words(const struct converted *converted, struct arena *arena)
{
    size_t others = converted->count - 1;
    const char *name;

    if (!converted->count || converted->count == converted->files)
        return converted->encoding;
    name = text_file_name(converted->name);
    if (!others)
        return arena_printf(arena, "%s (%s)", converted->encoding, name);
    return arena_printf(arena, _("%s (%s and %zu more)"), converted->encoding, name,
                        others);
}
