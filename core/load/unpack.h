/*
 * Unpacking: files that are compressed, and archives of several files.
 *
 * gzip, zstd, xz and bzip2 hold one file; zip and tar, compressed or not, hold several.
 * Which it is, is told by its first bytes (libarchive). Nothing is written to a disk
 * and only a window is in memory; what comes out is limited, however small the file
 * that went in. One that ends too early is read up to there (progress.h).
 */
#ifndef CORE_LOAD_UNPACK_H
#define CORE_LOAD_UNPACK_H

#include "core/load/bytes.h"

struct unpack; /* made by unpack_open() */

/* Whether the first bytes of a file are those of something packed. */
bool unpack_recognises(const char *head, size_t size);

/* `packed` stays with the caller and is read from. Memory is the arena's but for
 * libarchive's: close it. NULL after reporting why it cannot be opened. All that comes
 * out of it together is limited to `limit` bytes. */
struct unpack *unpack_open(struct bytes *packed, size_t limit, struct arena *arena);
/* The same of a gzip file that has been found to end too early: all that comes out of
 * it (gunzip.h). NULL: it is none, or that cannot be; nothing is reported. */
struct unpack *unpack_open_cut(struct bytes *packed, size_t limit, struct arena *arena);
void unpack_close(struct unpack *unpack);

/* The next file in it as bytes, named "ARCHIVE/MEMBER", or as the packed file itself
 * where that holds one file without a name; they are valid until the next call. NULL at
 * the end, and after a failure, which is reported. */
struct bytes *unpack_next(struct unpack *unpack);
bool unpack_has_failed(const struct unpack *unpack);
/* How many bytes have come out of it. */
size_t unpack_taken(const struct unpack *unpack);
/* Whether it is packed and holds files that a person made, and is not a document of an
 * office program, which is an archive as well. */
bool unpack_is_archive(const char *head, size_t size);

#endif
