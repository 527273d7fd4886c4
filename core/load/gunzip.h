/*
 * Gunzip: what comes out of a gzip file that ends too early, to the last byte.
 *
 * libarchive unpacks all whole files and gives its text in blocks; of a block that the
 * end of the file cuts it gives nothing. This gives that too, by zlib, which libarchive
 * has anyway, and is loaded when it is needed (late.h).
 */
#ifndef CORE_LOAD_GUNZIP_H
#define CORE_LOAD_GUNZIP_H

#include "core/load/bytes.h"

struct gunzip; /* made by gunzip_open() */

/* `packed` stays with the caller and is read from. NULL: zlib is not to be had. Memory
 * is the arena's but for zlib's: close it. */
struct gunzip *gunzip_open(struct bytes *packed, struct arena *arena);
void gunzip_close(struct gunzip *gunzip);

/* Up to `room` bytes in order; 0 behind the last that is right. */
size_t gunzip_read(struct gunzip *gunzip, void *out, size_t room);

#endif
