/*
 * Packing: archives and packed files that tests read, by libarchive's names: format
 * "zip", filter "gzip" or NULL.
 */
#ifndef TESTS_PACKING_H
#define TESTS_PACKING_H

#include <stddef.h>

/* A file to be packed. */
struct packing_file {
    const char *name;
    const char *bytes;
    size_t size;
};

/* Packs the files into bytes[0..room); returns how many bytes they are. Fails the test
 * when that cannot be. */
size_t pack_files(const char *format, const char *filter,
                  const struct packing_file *files, size_t count, char *bytes,
                  size_t room);
/* The same of names and texts by turns, ended by NULL. */
size_t pack_texts(const char *format, const char *filter, const char *const *texts,
                  char *bytes, size_t room);

#endif
