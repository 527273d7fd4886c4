/*
 * Encoding: what a file is written in, turned into UTF-8 while it is read.
 *
 * Text in UTF-8 goes through as it is. UTF-16 is known by its mark or its zeros.
 * Other encodings are taken only when they are certain (encoding_guess.c): the bytes
 * fit one of them alone and spell words that tables of trade have. What is not certain
 * goes through unchanged, and who reads it says that it is not UTF-8; --encoding=NAME
 * settles it. The conversion itself is the system's (iconv).
 */
#ifndef CORE_LOAD_ENCODING_H
#define CORE_LOAD_ENCODING_H

#include "core/load/bytes.h"

struct encoding; /* made by encoding_new() */

/* Serves any number of files, one after the other: its windows are large. */
struct encoding *encoding_new(struct arena *arena);

/* `raw` stays with the caller and is read from. `said` is the encoding's name by the
 * person who opens the file, NULL when nothing was said. Close it: iconv has memory of
 * its own. False after reporting that the system cannot convert it, and where `raw`
 * cannot be read. */
bool encoding_open(struct encoding *encoding, struct bytes *raw, const char *said);
void encoding_close(struct encoding *encoding);

/* The text; valid as long as the encoding is open. */
struct bytes *encoding_bytes(struct encoding *encoding);

/* What it is converted from, "GB18030"; NULL for UTF-8 and as long as nothing but ASCII
 * was read. */
const char *encoding_name(const struct encoding *encoding);

/* Whether the system can convert from what has this name. */
bool encoding_is_known(const char *name);

/* The encoding that a piece of a file, which is not UTF-8, is certainly in, NULL when
 * none is: its name for iconv. `text` may end within a character. */
const char *encoding_guess(const char *text, size_t size, struct arena *arena);

#endif
