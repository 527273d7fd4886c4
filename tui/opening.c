#include "tui/opening.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/look.h"
#include "core/load/workspace.h"
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

/* Lists of codes among the files are no dataset; they are of all that are. */
struct opening {
    const struct options *options;
    struct arena *arena;
    struct diag_list *diags;
    struct paths paths;
    const char *before; /* the key of the last */
    const char *lists;  /* as one text; NULL: none */
    bool has_tables;
};

static void add_file(struct opening *opening, const char *path)
{
    const struct options *options = opening->options;
    const char *key = key_of(options, path, opening->arena);
    bool may_be_list = !key && options->file_count > 1 && strcmp(path, "-") != 0 &&
                       !path_is_folder(path);
    struct paths *paths = &opening->paths;

    if (may_be_list && load_look(path, &options->limits) == LOOK_CODES) {
        opening->lists = paths_add(opening->lists, path, opening->arena);
        return;
    }
    opening->has_tables = true;
    if (key && opening->before && strcmp(key, opening->before) == 0)
        paths->path[paths->count - 1] =
            paths_add(paths->path[paths->count - 1], path, opening->arena);
    else
        paths_append(paths, path, opening->arena);
    opening->before = key;
}

static void add_folder(struct opening *opening, const char *path)
{
    struct paths found =
        load_folder(path, &opening->options->limits, opening->arena, opening->diags);

    for (size_t i = 0; i < found.count; i++)
        paths_append(&opening->paths, found.path[i], opening->arena);
    opening->has_tables = true;
    opening->before = NULL;
}

/* By themselves the lists are told to be lists. */
static void add_lists(struct opening *opening)
{
    struct paths *paths = &opening->paths;
    struct paths lists;

    if (!opening->lists)
        return;
    lists = paths_of(opening->lists, opening->arena);
    for (size_t i = 0; i < lists.count && !opening->has_tables; i++)
        paths_append(paths, lists.path[i], opening->arena);
    for (size_t i = 0; i < paths->count && opening->has_tables; i++)
        if (!workspace_is(paths->path[i]))
            paths->path[i] = paths_add(paths->path[i], opening->lists, opening->arena);
}

struct paths opening_of(const struct options *options, struct arena *arena,
                        struct diag_list *diags)
{
    struct opening opening = {.options = options, .arena = arena, .diags = diags};

    for (size_t i = 0; i < options->file_count; i++)
        if (path_is_folder(options->files[i]))
            add_folder(&opening, options->files[i]);
        else
            add_file(&opening, options->files[i]);
    add_lists(&opening);
    return opening.paths;
}

const char *opening_mistake(const struct app *app, struct arena *arena)
{
    const struct diag *diag = app->diags.first;

    while (diag && diag->severity != SEVERITY_ERROR)
        diag = diag->next;
    if (!diag)
        return "";
    if (!diag->at.file || !diag->at.line)
        return diag->message;
    return arena_printf(arena, "%s:%zu: %s", text_file_name(diag->at.file),
                        diag->at.line, diag->message);
}

bool opening_apart(struct app *app, const char *text)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    char why[160];
    bool is_good = false;

    snprintf(why, sizeof(why), _("not one dataset: %.130s"),
             opening_mistake(app, &arena));
    app->file = NULL;
    for (size_t i = 0; i < paths.count; i++)
        is_good = workspace_open_file(app, paths.path[i]) == LOAD_OK;
    snprintf(app->message, sizeof(app->message), "%s", why);
    arena_clear(&arena);
    return is_good;
}
