#include "core/load/look.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/code_lists.h"
#include "core/load/format.h"
#include "core/load/source.h"

#include <string.h>

/* Folders in folders that are gone through to find data. */
enum { FOLDER_DEPTH_MAX = 8 };

/* Files of a folder that are named as left out. */
enum { LEFT_NAMED = 5 };

static const struct format_ops *const formats[] = {
#define X(name) &format_##name,
    FORMATS(X)
#undef X
};

const struct format_ops *format_of_head(const char *head, size_t size, bool is_certain)
{
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        const struct format_ops *format = formats[i];
        if (is_certain && format->is_certain ? format->is_certain(head, size)
                                             : format->recognises(head, size))
            return format;
    }
    return NULL;
}

/* The first file at the path; NULL when there is none. */
static struct bytes *first_of(struct source **source, const char *const *path,
                              const struct load_limits *limits,
                              struct diag_list *unheard)
{
    *source = source_open(path, 1, limits, unheard->arena, unheard);
    return source_next(*source);
}

enum file_look load_look(const char *path, const struct load_limits *limits)
{
    struct arena scratch = {0};
    struct diag_list unheard = {.arena = &scratch};
    struct source *source;
    struct bytes *bytes = first_of(&source, &path, limits, &unheard);
    enum file_look look = LOOK_OTHER;
    const char *head;
    size_t size = bytes ? bytes_peek(bytes, &head) : 0;

    if (size && source_is_archived(source))
        look = LOOK_DATA; /* what is in it is seen when it is read */
    else if (size && code_list_recognises(head, size))
        look = LOOK_CODES;
    else if (size && format_of_head(head, size, true))
        look = LOOK_DATA;
    source_close(source);
    arena_clear(&scratch);
    return look;
}

const char *load_key(const char *path, const struct load_limits *limits,
                     struct arena *arena)
{
    struct arena scratch = {0};
    struct diag_list unheard = {.arena = &scratch};
    struct source *source = source_open(&path, 1, limits, &scratch, &unheard);
    struct bytes *bytes = path_is_folder(path) ? NULL : source_next(source);
    const char *key = NULL;
    const char *head;

    if (bytes && !source_is_archived(source)) {
        size_t size = bytes_peek(bytes, &head);
        for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]) && !key; i++)
            if (formats[i]->key && formats[i]->recognises(head, size))
                key = formats[i]->key(head, size, &scratch);
    }
    source_close(source);
    key = key ? arena_copy(arena, key, strlen(key)) : NULL;
    arena_clear(&scratch);
    return key;
}

const char *load_head(const char *path, const struct load_limits *limits,
                      struct arena *arena)
{
    struct arena scratch = {0};
    struct diag_list unheard = {.arena = &scratch};
    struct paths paths = paths_of(path, &scratch);
    struct source *source =
        source_open(paths.path, paths.count, limits, &scratch, &unheard);
    struct bytes *bytes = source_next(source);
    const char *head = "";
    size_t size = bytes ? bytes_peek(bytes, &head) : 0;
    const char *text;

    if (size == BYTES_HEAD_MAX)
        while (size && head[size - 1] != '\n')
            size--;
    text = arena_copy(arena, head, size);
    source_close(source);
    arena_clear(&scratch);
    return text;
}

/* A dataset of a folder, while it is looked through. */
struct group {
    const char *key; /* NULL: its file is one by itself */
    const char *path;
};

struct groups {
    struct group *group;
    size_t count;
    const char *lists; /* of codes, as one text; NULL: none */
    const char *left;  /* the first of the files that are no data; NULL: none */
    size_t left_count;
};

static void add_data(struct groups *groups, const char *path, const char *key,
                     struct arena *arena)
{
    for (size_t i = 0; key && i < groups->count; i++)
        if (groups->group[i].key && strcmp(groups->group[i].key, key) == 0) {
            groups->group[i].path = paths_add(groups->group[i].path, path, arena);
            return;
        }
    groups->group[groups->count++] = (struct group){key, path};
}

static void leave(struct groups *groups, const char *path, struct arena *arena)
{
    if (groups->left_count++ < LEFT_NAMED)
        groups->left = arena_printf(arena, "%s%s%s", groups->left ? groups->left : "",
                                    groups->left ? _(", ") : "", text_file_name(path));
}

static struct groups groups_of(const struct paths *files,
                               const struct load_limits *limits, struct arena *arena)
{
    struct groups groups = {.group =
                                ARENA_ARRAY(arena, struct group, files->count + 1)};

    for (size_t i = 0; i < files->count; i++) {
        const char *path = files->path[i];
        enum file_look look = load_look(path, limits);
        if (look == LOOK_CODES)
            groups.lists = paths_add(groups.lists, path, arena);
        else if (look == LOOK_DATA)
            add_data(&groups, path, load_key(path, limits, arena), arena);
        else
            leave(&groups, path, arena);
    }
    return groups;
}

static struct paths only(const char *path, struct arena *arena)
{
    struct paths paths = {0};

    paths_append(&paths, path, arena);
    return paths;
}

/* As a load says it of a folder that is one dataset. */
static void say_left(const struct groups *groups, const char *folder,
                     struct diag_list *diags)
{
    if (groups->left_count)
        diag_warning(diags, (struct source_pos){.file = folder},
                     P_("%zu file is left out, no data: %s%s",
                        "%zu files are left out, no data: %s%s", groups->left_count),
                     groups->left_count, groups->left,
                     groups->left_count > LEFT_NAMED ? ", ..." : "");
}

struct paths load_folder(const char *folder, const struct load_limits *limits,
                         struct arena *arena, struct diag_list *diags)
{
    const char *within = folder;
    struct paths found = {0};
    struct groups groups = {0};

    for (int depth = 0; within && depth < FOLDER_DEPTH_MAX; depth++) {
        struct paths files = paths_in_folder(within, arena);
        groups = groups_of(&files, limits, arena);
        if (groups.count)
            break;
        files = paths_of_folders(within, arena);
        within = files.count == 1 ? files.path[0] : NULL;
    }
    if (groups.count < 2)
        return only(groups.count ? within : folder, arena);
    say_left(&groups, within, diags);
    for (size_t i = 0; i < groups.count; i++) {
        struct group *group = &groups.group[i];
        paths_append(&found,
                     groups.lists && group->key
                         ? paths_add(group->path, groups.lists, arena)
                         : group->path,
                     arena);
    }
    return found;
}
