/*
 * Source: the text of a file that was refused, for showing the line with the mistake.
 */
#ifndef TUI_SOURCE_H
#define TUI_SOURCE_H

#include "core/base/arena.h"

#include <stddef.h>

/* The beginning of a regular file, at most some megabytes; NULL when there is none. */
char *source_read(struct arena *arena, const char *path, size_t *size);

/* Line `number` (from 1) without its end; NULL beyond the text. Long lines are cut. */
const char *source_line(const char *source, size_t size, size_t number,
                        struct arena *arena);

#endif
