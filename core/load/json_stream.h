/*
 * JSON stream: yajl's events, fed up to the next closing bracket, with their places.
 *
 * No more than one object or list ends in a feed, so that a reader can stop behind each
 * record. Depth, the length of texts and memory are bounded.
 */
#ifndef CORE_LOAD_JSON_STREAM_H
#define CORE_LOAD_JSON_STREAM_H

#include "core/load/bytes.h"
#include "core/load/load.h"

enum { JSON_DEPTH_MAX = 64 };

struct json_stream; /* made by json_stream_open() */

/* What a reader is told. A text is valid during the call; "\0" is in none. */
struct json_events {
    void (*open)(void *reader, bool is_list);
    void (*close)(void *reader, bool is_list);
    void (*key)(void *reader, const char *text, size_t length);
    void (*value)(void *reader, const char *text, size_t length);
};

struct json_stream *json_stream_open(struct bytes *bytes,
                                     const struct load_limits *limits,
                                     struct arena *arena, struct diag_list *diags);
void json_stream_close(struct json_stream *stream);

/* Whether the text has one object after the other, with no list round them, as JSON
 * lines have. */
bool json_stream_has_lines(const struct json_stream *stream);

/* Reads on to the next closing bracket; false at the end and after a mistake, which is
 * reported. */
bool json_stream_feed(struct json_stream *stream, const struct json_events *events,
                      void *reader);

/* Ends the stream with a mistake where it stands. */
void json_stream_fail(struct json_stream *stream, const char *words);

/* Whether the end was reached without a mistake. */
bool json_stream_is_whole(const struct json_stream *stream);

/* Where the event that is told begins; numbers and texts without escapes exactly. */
struct source_pos json_stream_at(struct json_stream *stream);

#endif
