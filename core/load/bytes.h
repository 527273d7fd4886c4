/*
 * Bytes: where a file's contents come from, read once, forwards.
 *
 * A path is opened without ever waiting (a FIFO would) and refused by name when it is
 * no regular file; "-" is standard input, which may be a pipe. The first bytes can be
 * looked at before anything is read, so that a format can be recognised. A file is
 * read, not mapped: another program may cut it short at any moment.
 *
 * Who opens bytes may give them a `progress`; when that stops them they end early.
 *
 * A layer is bytes that are made of other bytes: unpacked (unpack.h), or turned into
 * UTF-8 (encoding.h). Who reads does not see the difference.
 */
#ifndef CORE_LOAD_BYTES_H
#define CORE_LOAD_BYTES_H

#include "core/base/diag.h"
#include "core/load/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BYTES_HEAD_MAX = 4096 };

/* What a layer's read() says after it reported why it cannot go on. */
#define BYTES_FAILED SIZE_MAX

struct bytes_layer {
    /* Up to `room` bytes in order; 0 at the end. */
    size_t (*read)(void *state, void *out, size_t room);
};

struct bytes {
    const char *name; /* for messages */
    int fd;           /* -1 when they are in memory or of a layer */
    const char *memory;
    size_t memory_size;
    const struct bytes_layer *layer; /* NULL: none */
    void *layer_state;
    size_t size;   /* about so many are to come in all; 0: nobody knows */
    size_t limit;  /* more than so many are an error */
    size_t offset; /* how many were taken from the source */
    char head[BYTES_HEAD_MAX];
    size_t head_size;
    size_t head_used;               /* how many of `head` were read */
    bool has_failed;                /* and the reason is reported */
    struct load_progress *progress; /* to count in and to be stopped by; NULL: none */
    bool is_text;                   /* what it counts is text, and no file */
    bool is_uncounted;              /* what they are made of is counted already */
    struct diag_list *diags;
};

/* Opens a path, "-" for standard input; `name` is what messages call it. Returns false
 * after reporting why it cannot be read. */
bool bytes_open(struct bytes *bytes, const char *path, const char *name, size_t limit,
                struct diag_list *diags);
/* Bytes that are in memory already and stay there. */
void bytes_open_memory(struct bytes *bytes, const char *name, const void *memory,
                       size_t size, size_t limit, struct diag_list *diags);
/* Bytes that a layer makes; `state` is its own and stays with who made it. */
void bytes_open_layer(struct bytes *bytes, const char *name,
                      const struct bytes_layer *layer, void *state, size_t limit,
                      struct diag_list *diags);
void bytes_close(struct bytes *bytes);

/* The first bytes, at most BYTES_HEAD_MAX, without reading past them. */
size_t bytes_peek(struct bytes *bytes, const char **head);

/* Reads up to `room` bytes in order; 0 at the end and after a failure, which is
 * reported and leaves `has_failed`. */
size_t bytes_read(struct bytes *bytes, void *out, size_t room);

/* How many rows are likely to follow so many that were read from the first `used`
 * bytes; 0: nobody knows. */
size_t bytes_rows_ahead(const struct bytes *bytes, size_t used, size_t rows);

/* Whether the next bytes may be long in coming: they are of a pipe. */
bool bytes_may_wait(const struct bytes *bytes);

/* Whether the end is none: more would have come, but was not wanted any more. */
bool bytes_were_stopped(const struct bytes *bytes);

#endif
