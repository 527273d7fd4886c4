#include "tui/opening.h"

#include "core/base/translate.h"
#include "tui/workspace.h"

#include <stdio.h>
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

bool opening_apart(struct app *app, const char *text)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    char why[160];
    bool is_good = false;

    snprintf(why, sizeof(why), _("not one dataset: %.130s"),
             app->diags.first ? app->diags.first->message : "");
    app->file = NULL;
    for (size_t i = 0; i < paths.count; i++)
        is_good = workspace_open_file(app, paths.path[i]) == LOAD_OK;
    snprintf(app->message, sizeof(app->message), "%s", why);
    arena_clear(&arena);
    return is_good;
}
