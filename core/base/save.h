/*
 * Save: a file that is there whole or not at all.
 *
 *     struct save save;
 *     if (save_open(&save, "table.csv", SAVE_NEW, &diags)) {
 *         fputs("...", save.out);
 *         save_commit(&save, is_written, &diags);
 *     }
 *
 * What is written goes to a new file in the same folder, reaches the disk, and then
 * takes the name in one step. Whatever fails before leaves what was there as it was,
 * and nothing new. A link is followed; only regular files are replaced, and they keep
 * their permissions. A new file has those that the umask leaves.
 */
#ifndef CORE_BASE_SAVE_H
#define CORE_BASE_SAVE_H

#include "core/base/diag.h"

#include <stdbool.h>
#include <stdio.h>

enum save_mode {
    SAVE_NEW,    /* fails when the name is taken, even at the last moment */
    SAVE_REPLACE /* whatever file is there */
};

enum { SAVE_PATH_MAX = 4096 };

struct save {
    FILE *out;
    const char *name; /* as it was given, for messages */
    enum save_mode mode;
    char target[SAVE_PATH_MAX];
    char folder[SAVE_PATH_MAX];
    char temporary[SAVE_PATH_MAX];
};

/* Says in `diags` why not. After true, save_commit() must be called. */
bool save_open(struct save *save, const char *path, enum save_mode mode,
               struct diag_list *diags);
/* Ends it: with `is_written` the file takes its name, else nothing is left. */
bool save_commit(struct save *save, bool is_written, struct diag_list *diags);

/* Whether something has this name already. */
bool save_is_taken(const char *path);

#endif
