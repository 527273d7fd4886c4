/*
 * Look: what a file is, by its first bytes, without loading it.
 */
#ifndef CORE_LOAD_LOOK_H
#define CORE_LOAD_LOOK_H

#include "core/load/load.h"
#include "core/load/paths.h"

enum file_look {
    LOOK_OTHER, /* neither; or it cannot be read, or is not known by its beginning */
    LOOK_DATA,  /* figures, certainly */
    LOOK_CODES  /* a list of codes and their names (code_lists.h) */
};

enum file_look load_look(const char *path, const struct load_limits *limits);

/* What files must have alike to be one dataset, by the head of this one: its layout and
 * headings, in the arena. NULL where nothing can be said, or read. */
const char *load_key(const char *path, const struct load_limits *limits,
                     struct arena *arena);

/* The whole lines among the first bytes of the first file at the path, unpacked and in
 * UTF-8 as far as the answers and certainty go, in the arena; "" when it cannot be
 * read. For a look at how a table would be read. */
const char *load_head(const char *path, const struct load_limits *limits,
                      struct arena *arena);

/* The datasets in a folder, each a text of one path or of several (paths.h), with the
 * lists of codes that lie beside them. The folder itself, where its files are one
 * dataset at most; the only folder in it, where it has no data itself. Of several, what
 * is in none of them is told as left out. */
struct paths load_folder(const char *folder, const struct load_limits *limits,
                         struct arena *arena, struct diag_list *diags);

#endif
