/*
 * Paths: several files that are one dataset go by one text, their paths with
 * PATHS_MARK between them; a folder stands for the files in it.
 */
#ifndef CORE_LOAD_PATHS_H
#define CORE_LOAD_PATHS_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

#define PATHS_MARK '\x1f'

struct paths {
    const char **path;
    size_t count;
};

/* The paths of the text, at least one. */
struct paths paths_of(const char *text, struct arena *arena);
/* The text of what `text` names, NULL for nothing, and of one path more. */
const char *paths_add(const char *text, const char *path, struct arena *arena);
bool paths_are_several(const char *text);

/* One path more at the end of the list, which grows in the arena. */
void paths_append(struct paths *paths, const char *path, struct arena *arena);

bool path_is_folder(const char *path);
/* The folder that a file is in, with its slash; "" for the present one. */
const char *path_folder(const char *path, struct arena *arena);
/* What messages call it: "standard input" for "-". */
const char *path_shown(const char *path);
/* The bytes of all these files, and of those in folders; 0 when that is not known, as
 * of a pipe. */
size_t paths_size(const char *const *paths, size_t count);
/* The files in a folder, by name, without those that begin with a point. Nothing when
 * it cannot be read. */
struct paths paths_in_folder(const char *folder, struct arena *arena);
/* The folders in it, likewise. */
struct paths paths_of_folders(const char *folder, struct arena *arena);

#endif
