/*
 * Files that tests read: those of the source tree, and temporary ones.
 */
#ifndef TESTS_FILES_H
#define TESTS_FILES_H

#include "core/base/arena.h"

#include <stddef.h>

/* The path of a file of the project, wherever the tests run. */
const char *files_path(struct arena *arena, const char *name);

/* The whole file with a NUL after it; fails the test when it cannot be read. */
char *files_read(struct arena *arena, const char *path, size_t *size);
void files_write(const char *path, const char *bytes, size_t size);

/* The names in a folder that end in `ending`, sorted. */
size_t files_list(struct arena *arena, const char *folder, const char *ending,
                  const char ***names);

#endif
