/*
 * Converted: what files were in that are not in UTF-8, in words.
 */
#ifndef CORE_CONVERTED_H
#define CORE_CONVERTED_H

#include "core/base/arena.h"

#include <stddef.h>

/* Zeroed, it is ready. */
struct converted {
    size_t files;         /* that were read */
    size_t count;         /* of these, those that were converted */
    const char *encoding; /* of the first of them */
    const char *name;     /* its */
};

/* A file was read; `encoding` NULL: it is in UTF-8. Texts are copied to the arena. */
void converted_note(struct converted *converted, const char *name, const char *encoding,
                    struct arena *arena);

/* "CP1252"; where only some files are, which: "CP1252 (codes.csv)". NULL: none is. */
const char *converted_words(const struct converted *converted, struct arena *arena);

#endif
