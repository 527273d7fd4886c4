/*
 * Formats: the list of what can be read, one file of code and one line each.
 */
#ifndef CORE_LOAD_FORMAT_H
#define CORE_LOAD_FORMAT_H

#include "core/load/bytes.h"
#include "core/load/load.h"
#include "core/model/builder.h"

/* name of the ops table format_NAME, in the order in which they are asked */
#define FORMATS(X) X(json) X(tsv) X(table) X(yaml)

struct format_ops {
    const char *name; /* "entrepot YAML" */
    /* Whether the first bytes of a file look like this format. */
    bool (*recognises)(const char *head, size_t size);
    /* The same without giving anything the benefit of the doubt, for the files of an
     * archive, of which some may be no data; NULL: recognises() is as sure. */
    bool (*is_certain)(const char *head, size_t size);
    /* Reads everything into the builder; reports mistakes and returns whether the
     * input was whole (builder_finish() still decides). What is outside the arenas is
     * left in *state: memory may run out, which ends read() by a jump. */
    bool (*read)(struct bytes *bytes, const struct load_limits *limits,
                 struct builder *builder, void **state);
    /* After the last of several files, each given to read() with the same state; NULL:
     * a dataset of this format is one file. */
    bool (*finish)(void *state);
    /* What the first bytes say that files must have alike to be one dataset, in the
     * arena; NULL: nothing can be said. The function may be NULL. */
    const char *(*key)(const char *head, size_t size, struct arena *arena);
    /* Frees what read() left in its state, which may be NULL. */
    void (*close)(void *state);
};

#define X(name) extern const struct format_ops format_##name;
FORMATS(X)
#undef X

/* The format of what begins so (look.c); by is_certain() where it must be. NULL: none.
 */
const struct format_ops *format_of_head(const char *head, size_t size, bool is_certain);

#endif
