/*
 * Workspace: the datasets that were open and how each was looked at, in a small YAML
 * file that a person can read and write:
 *
 *     entrepot-workspace: 1
 *     open: 2
 *     datasets:
 *       - file: china-partners-2024.yaml
 *         view: table
 *         sort: -exports
 *       - file: china-annual-usd.yaml
 *
 * The words beside `file` are options of the command line, which this file does not
 * know: the reader of the workspace judges them.
 */
#ifndef CORE_LOAD_WORKSPACE_H
#define CORE_LOAD_WORKSPACE_H

#include "core/base/arena.h"
#include "core/base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum { WORKSPACE_WORDS_MAX = 64, WORKSPACE_DATASETS_MAX = 64 };

struct workspace_word {
    const char *name;
    const char *text;
    struct source_pos at; /* of the text */
};

struct workspace_entry {
    /* As written: relative to the workspace's folder, or absolute; of several files
     * that are one dataset ("files: [a.csv, b.csv]") as in paths.h. */
    const char *file;
    struct workspace_word words[WORKSPACE_WORDS_MAX];
    size_t word_count;
};

struct workspace {
    struct workspace_entry *entries;
    size_t count;
    size_t open; /* number of the entry on the screen, from 0 */
};

/* Whether the file says that it is one, in the first thing that it says. */
bool workspace_is(const char *path);

/* Reads it; every mistake is reported with its place. `path` must live as long as the
 * messages. */
bool workspace_read(const char *path, struct workspace *workspace, struct arena *arena,
                    struct diag_list *diags);

#endif
