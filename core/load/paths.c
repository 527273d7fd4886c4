#include "core/load/paths.h"

#include "core/base/text.h"

#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void paths_append(struct paths *paths, const char *path, struct arena *arena)
{
    /* Grows whenever the count is a power of two. */
    if ((paths->count & (paths->count - 1)) == 0) {
        const char **grown =
            ARENA_ARRAY(arena, const char *, paths->count ? 2 * paths->count : 1);
        if (paths->count)
            memcpy(grown, paths->path, paths->count * sizeof(*grown));
        paths->path = grown;
    }
    paths->path[paths->count++] = path;
}

struct paths paths_of(const char *text, struct arena *arena)
{
    struct paths paths = {0};

    for (;;) {
        const char *end = strchr(text, PATHS_MARK);
        size_t length = end ? (size_t)(end - text) : strlen(text);
        paths_append(&paths, arena_copy(arena, text, length), arena);
        if (!end)
            return paths;
        text = end + 1;
    }
}

const char *paths_add(const char *text, const char *path, struct arena *arena)
{
    return text ? arena_printf(arena, "%s%c%s", text, PATHS_MARK, path)
                : arena_printf(arena, "%s", path);
}

bool paths_are_several(const char *text)
{
    return strchr(text, PATHS_MARK) != NULL;
}

const char *path_folder(const char *path, struct arena *arena)
{
    return arena_copy(arena, path, (size_t)(text_file_name(path) - path));
}

const char *path_shown(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

bool path_is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_file(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* SIZE_MAX when it is not known. */
static size_t size_of(const char *path)
{
    struct stat status;
    bool is_input = strcmp(path, "-") == 0;

    if ((is_input ? fstat(STDIN_FILENO, &status) : stat(path, &status)) != 0 ||
        !S_ISREG(status.st_mode))
        return SIZE_MAX;
    return (size_t)status.st_size;
}

size_t paths_size(const char *const *paths, size_t count)
{
    struct arena arena = {0};
    size_t total = 0;

    for (size_t i = 0; i < count && total != SIZE_MAX; i++) {
        const char *one[] = {paths[i]};
        struct paths folder = {.path = one, .count = 1};
        if (path_is_folder(paths[i]))
            folder = paths_in_folder(paths[i], &arena);
        for (size_t f = 0; f < folder.count && total != SIZE_MAX; f++) {
            size_t size = size_of(folder.path[f]);
            total = size > SIZE_MAX - 1 - total ? SIZE_MAX : total + size;
        }
    }
    arena_clear(&arena);
    return total == SIZE_MAX ? 0 : total;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct paths paths_in_folder(const char *folder, struct arena *arena)
{
    struct paths paths = {0};
    size_t length = strlen(folder);
    DIR *stream = opendir(folder);
    const struct dirent *entry;

    while (length > 1 && folder[length - 1] == '/')
        length--;
    while (stream && (entry = readdir(stream))) {
        const char *path =
            arena_printf(arena, "%.*s/%s", (int)length, folder, entry->d_name);
        if (entry->d_name[0] != '.' && is_file(path))
            paths_append(&paths, path, arena);
    }
    if (stream)
        closedir(stream);
    if (paths.count)
        qsort(paths.path, paths.count, sizeof(*paths.path), compare_paths);
    return paths;
}

struct paths paths_of_folders(const char *folder, struct arena *arena)
{
    struct paths paths = {0};
    DIR *stream = opendir(folder);
    const struct dirent *entry;

    while (stream && (entry = readdir(stream))) {
        const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.' && path_is_folder(path))
            paths_append(&paths, path, arena);
    }
    if (stream)
        closedir(stream);
    if (paths.count)
        qsort(paths.path, paths.count, sizeof(*paths.path), compare_paths);
    return paths;
}
