/*
 * Catalog: the datasets that the gallery offers.
 */
#ifndef TUI_CATALOG_H
#define TUI_CATALOG_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct catalog_entry {
    const char *path;
    const char *name;  /* the file's name, without the folder */
    const char *title; /* "" when the file could not be read */
    const char *publisher;
    const char *periods; /* "2024", "1960-2024" */
    const char *content; /* "252 partners", "8 facts" */
    const char *problem; /* the first mistake, or NULL */
};

struct catalog {
    struct catalog_entry *entries;
    size_t count;
};

/* Reads the given files, each to its end: a file with mistakes has its own line. */
struct catalog catalog_of_files(struct arena *arena, const char *const *paths,
                                size_t count, const char *language);

/* The bundled ones: every .yaml file of catalog_folder(), by name. */
struct catalog catalog_of_folder(struct arena *arena, const char *folder,
                                 const char *language);

/* The catalog with one more file before the others, when it is not among them. */
struct catalog catalog_with(struct arena *arena, struct catalog catalog,
                            const char *path, const char *language);

/* The catalog and the files beside `path`, which may be NULL: at most 100 of them, and
 * large ones by their names, unread. Files that are there already do not come twice. */
struct catalog catalog_beside(struct arena *arena, struct catalog catalog,
                              const char *path, const char *language);

/* Where the bundled datasets are: $ENTREPOT_DATASETS, else beside the program (a build
 * tree), else where they are installed. NULL when none of them exists. */
const char *catalog_folder(struct arena *arena);

/* Paths may differ and mean one file. */
bool catalog_is_same_file(const char *a, const char *b);

#endif
