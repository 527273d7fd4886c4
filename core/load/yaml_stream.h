/*
 * YAML stream: libyaml's events, one at a time, within limits.
 *
 * This is where the outside ends: what cannot be in a data file (anchors, aliases,
 * tags, %TAG, a second document, deep nesting, endless text) is refused here, with its
 * place. After a mistake that ends the reading every node is NODE_END.
 */
#ifndef CORE_LOAD_YAML_STREAM_H
#define CORE_LOAD_YAML_STREAM_H

#include "core/load/bytes.h"
#include "core/load/load.h"
#include "core/load/yaml_lines.h"
#include "core/model/builder.h"

#include <stdbool.h>

enum node_kind {
    NODE_END, /* of the document */
    NODE_TEXT,
    NODE_LIST,
    NODE_LIST_END,
    NODE_MAP,
    NODE_MAP_END
};

struct node {
    enum node_kind kind;
    struct builder_text text; /* only until the next node; `at` is always set */
    bool is_plain;            /* not in quotes */
};

struct yaml_stream;

/* Memory is the arena's and libyaml's; close it whatever happens. */
struct yaml_stream *stream_open(struct bytes *bytes, const struct load_limits *limits,
                                struct arena *arena, struct diag_list *diags);
void stream_close(struct yaml_stream *stream);

/* Reads the next node; it stays the current one until the next call. */
const struct node *stream_next(struct yaml_stream *stream);
const struct node *stream_node(const struct yaml_stream *stream);

/* Goes on to the last node of what begins at the current one. */
void stream_skip(struct yaml_stream *stream);

/* For rows that libyaml need not see (yaml_straight.h): the bytes on their way to it,
 * its own number of the line where the current node begins, from 0, and the limit of
 * what a file may unfold to. */
struct yaml_lines *stream_lines(struct yaml_stream *stream);
size_t stream_line(const struct yaml_stream *stream);
bool stream_has_room(const struct yaml_stream *stream, size_t events);
void stream_count(struct yaml_stream *stream, size_t events);

/* After the document's node: whether nothing follows, and nothing was wrong. */
bool stream_finish(struct yaml_stream *stream);

#endif
