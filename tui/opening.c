#include "tui/opening.h"

#include <string.h>

/* What the file has to have alike with others; NULL: it opens by itself. */
static const char *key_of(const struct options *options, const char *path,
                          struct arena *arena)
{
    if (options->text[OPTION_APART] || options->file_count < 2 ||
        strcmp(path, "-") == 0)
        return NULL;
    return load_key(path, &options->limits, arena);
}

struct paths opening_of(const struct options *options, struct arena *arena)
{
    struct paths paths = {0};
    const char *before = NULL;

    for (size_t i = 0; i < options->file_count; i++) {
        const char *path = options->files[i];
        const char *key = key_of(options, path, arena);
        if (key && before && strcmp(key, before) == 0)
            paths.path[paths.count - 1] =
                paths_add(paths.path[paths.count - 1], path, arena);
        else
            paths_append(&paths, path, arena);
        before = key;
    }
    return paths;
}
