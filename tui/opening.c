#include "tui/opening.h"

#include <string.h>

/* Each file is compared with the one before it, so that its head is read twice. */
static bool joins(const struct options *options, size_t i)
{
    return i > 0 && !options->text[OPTION_APART] &&
           strcmp(options->files[i], "-") != 0 &&
           strcmp(options->files[i - 1], "-") != 0 &&
           load_is_alike(options->files[i - 1], options->files[i], &options->limits);
}

struct paths opening_of(const struct options *options, struct arena *arena)
{
    struct paths paths = {ARENA_ARRAY(arena, const char *, options->file_count + 1), 0};

    for (size_t i = 0; i < options->file_count; i++) {
        const char **last = paths.count ? &paths.path[paths.count - 1] : NULL;
        if (last && joins(options, i))
            *last = paths_add(*last, options->files[i], arena);
        else
            paths.path[paths.count++] = options->files[i];
    }
    return paths;
}
