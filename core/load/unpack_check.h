/*
 * The check sum at the end of a gzip file, which libarchive does not look at: what is
 * damaged in the middle mostly unpacks, to other figures.
 */
#ifndef CORE_UNPACK_CHECK_H
#define CORE_UNPACK_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CHECK_STEP = 8, CHECK_END_MAX = 512 };

struct unpack_check {
    uint32_t table[CHECK_STEP][256];  /* of sums of a byte so many bytes before */
    uint32_t sum;                     /* CRC-32 of the text, as gzip has it */
    uint32_t size;                    /* of the text, modulo 2^32 */
    unsigned char end[CHECK_END_MAX]; /* the last bytes of the packed file */
    size_t end_size;
    unsigned char last[2]; /* bytes of it, for a head that begins there */
    size_t heads;          /* what looks like the head of a gzip file in it */
};

/* Makes it ready: nothing of a file is known yet. */
void unpack_check_begin(struct unpack_check *check);

/* The next bytes of the packed file, and of its text. */
void unpack_check_packed(struct unpack_check *check, const void *bytes, size_t size);
void unpack_check_text(struct unpack_check *check, const void *bytes, size_t size);

/* Behind the end of both: whether the text is certainly another than the one that was
 * packed. Where several packed texts may follow each other nothing can be told. */
bool unpack_check_differs(const struct unpack_check *check);

#endif
