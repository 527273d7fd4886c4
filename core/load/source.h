/*
 * Source: the files that make one dataset, each unpacked and in UTF-8.
 *
 *     source = source_open(paths, count, limits, arena, diags);
 *     while ((bytes = source_next(source)))
 *         ... read them ...
 *     source_close(source);
 *
 * A path may be an archive or a folder, whose files then follow each other.
 */
#ifndef CORE_LOAD_SOURCE_H
#define CORE_LOAD_SOURCE_H

#include "core/load/bytes.h"
#include "core/load/load.h"

struct source; /* made by source_open() */

/* Paths and limits stay with the caller, as long as the source is open; "-" is standard
 * input. Memory is the arena's but for the system's: close it. */
struct source *source_open(const char *const *paths, size_t count,
                           const struct load_limits *limits, struct arena *arena,
                           struct diag_list *diags);
/* One file that is in memory. */
struct source *source_open_memory(const char *name, const void *memory, size_t size,
                                  const struct load_limits *limits, struct arena *arena,
                                  struct diag_list *diags);
void source_close(struct source *source);

/* The next file; it is valid until the next call. NULL at the end and after a failure,
 * which is reported. */
struct bytes *source_next(struct source *source);

/* Whether something went wrong with some file, and whether that is because it could not
 * be read, and not because of what is in it. */
bool source_has_failed(const struct source *source);
bool source_is_unreadable(const struct source *source);

/* Whether the file that was given last lies in an archive of several, or in a folder:
 * it need not be data then. */
bool source_is_archived(const struct source *source);

/* What the file that was given last was converted from, NULL for UTF-8; known when it
 * was read. */
const char *source_encoding(const struct source *source);

#endif
