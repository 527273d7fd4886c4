#include "core/load/json_stream.h"

#include "core/base/block.h"
#include "core/base/late.h"
#include "core/base/translate.h"

#include <string.h>
#include <yajl/yajl_parse.h>

enum { WINDOW = 256 * 1024 };

/* What we use of yajl, without the yajl_ that all of it begins with. */
#define CALLS(X)      \
    X(alloc)          \
    X(config)         \
    X(parse)          \
    X(complete_parse) \
    X(get_error)      \
    X(get_bytes_consumed)

struct calls {
#define X(name) __typeof__(yajl_##name) *name;
    CALLS(X)
#undef X
};

struct json_stream {
    struct calls call;
    struct bytes *bytes;
    struct diag_list *diags;
    struct arena *arena;
    const struct load_limits *limits;
    const struct json_events *events; /* of the feed that is going on */
    void *reader;
    yajl_handle parser;
    yajl_alloc_funcs memory;
    char *window;
    size_t capacity;
    size_t start; /* of what is not fed yet */
    size_t end;
    size_t size; /* of what is being fed; 0 between feeds */
    size_t line; /* of the byte at `counted` */
    size_t column;
    size_t counted; /* from the window's beginning */
    size_t token;   /* bytes of the text that is told, 0 for others */
    size_t silent;  /* bytes since the last event */
    size_t depth;
    bool was_read;  /* something is in the window, or was */
    bool has_lines; /* see json_stream_has_lines() */
    bool is_finished;
    bool has_failed;
};

/* yajl's memory is the arena's: it grows by doubling, so that what is left behind is no
 * more than what is in use. The size stands before each piece. */
static void *take(void *stream, size_t size)
{
    struct arena *arena = ((struct json_stream *)stream)->arena;
    size_t *piece = arena_alloc(arena, size + 2 * sizeof(size_t));

    piece[0] = size;
    return piece + 2;
}

static void *retake(void *stream, void *memory, size_t size)
{
    const size_t *old = memory;
    void *grown;

    if (memory && old[-2] >= size)
        return memory;
    grown = take(stream, size);
    if (memory)
        memcpy(grown, memory, old[-2]);
    return grown;
}

static void leave(void *stream, void *memory)
{
    (void)stream;
    (void)memory;
}

/* Counts lines and columns up to what yajl has taken. */
static void count_to(struct json_stream *stream, size_t to)
{
    for (; stream->counted < to; stream->counted++) {
        unsigned char byte = (unsigned char)stream->window[stream->counted];
        if (byte == '\n') {
            stream->line++;
            stream->column = 0;
        } else if ((byte & 0xc0) != 0x80) {
            stream->column++;
        }
    }
}

struct source_pos json_stream_at(struct json_stream *stream)
{
    size_t column;

    if (stream->size)
        count_to(stream,
                 stream->start + stream->call.get_bytes_consumed(stream->parser));
    column = stream->column > stream->token ? stream->column - stream->token : 0;
    return (struct source_pos){stream->bytes->name, stream->line,
                               column + (stream->token > 0 || !column)};
}

void json_stream_fail(struct json_stream *stream, const char *words)
{
    if (!stream->has_failed)
        diag_error(stream->diags, json_stream_at(stream), "%s", translate(words));
    stream->has_failed = true;
}

static int tell_open(struct json_stream *stream, bool is_list)
{
    stream->silent = 0;
    stream->token = 0;
    if (++stream->depth > stream->limits->depth || stream->depth > JSON_DEPTH_MAX) {
        json_stream_fail(stream, "nested more than 64 deep");
        return 0;
    }
    stream->events->open(stream->reader, is_list);
    return !stream->has_failed;
}

static int tell_close(struct json_stream *stream, bool is_list)
{
    stream->silent = 0;
    stream->token = 0;
    stream->depth--;
    stream->events->close(stream->reader, is_list);
    return !stream->has_failed;
}

/* `quotes` of the text as it stands in the file are not part of it. */
static int tell_text(struct json_stream *stream, const char *text, size_t length,
                     size_t quotes, bool is_key)
{
    stream->silent = 0;
    stream->token = length + quotes;
    if (length > stream->limits->string_bytes)
        json_stream_fail(stream, "the text is too long");
    else if (length && memchr(text, '\0', length))
        json_stream_fail(stream, "there is a NUL in this text");
    else if (is_key)
        stream->events->key(stream->reader, text, length);
    else
        stream->events->value(stream->reader, text, length);
    return !stream->has_failed;
}

static int on_null(void *stream)
{
    return tell_text(stream, "", 0, 4, false);
}

static int on_boolean(void *stream, int value)
{
    return value ? tell_text(stream, "true", 4, 0, false)
                 : tell_text(stream, "false", 5, 0, false);
}

static int on_number(void *stream, const char *text, size_t length)
{
    return tell_text(stream, text, length, 0, false);
}

static int on_string(void *stream, const unsigned char *text, size_t length)
{
    return tell_text(stream, (const char *)text, length, 2, false);
}

static int on_key(void *stream, const unsigned char *text, size_t length)
{
    return tell_text(stream, (const char *)text, length, 2, true);
}

static int on_map(void *stream)
{
    return tell_open(stream, false);
}

static int on_map_end(void *stream)
{
    return tell_close(stream, false);
}

static int on_list(void *stream)
{
    return tell_open(stream, true);
}

static int on_list_end(void *stream)
{
    return tell_close(stream, true);
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_boolean,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_map_key = on_key,
    .yajl_start_map = on_map,
    .yajl_end_map = on_map_end,
    .yajl_start_array = on_list,
    .yajl_end_array = on_list_end,
};

/* Behind the first object of the text; SIZE_MAX where it does not begin with one, or
 * that does not end there. */
static size_t object_end(const char *head, size_t size)
{
    size_t at = size >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    size_t depth = 0;
    bool is_text = false;

    while (at < size && head[at] && strchr(" \t\r\n", head[at]))
        at++;
    for (; at < size; at++) {
        if (is_text && head[at] == '\\')
            at++;
        else if (head[at] == '"')
            is_text = !is_text;
        else if (!is_text && head[at] == '{')
            depth++;
        else if (!is_text && head[at] == '}' && depth && !--depth)
            return at + 1;
        if (!depth)
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool are_lines(const char *head, size_t size)
{
    size_t at = object_end(head, size);

    while (at < size && head[at] && strchr(" \t\r\n", head[at]))
        at++;
    return at < size && head[at] == '{';
}

bool json_stream_has_lines(const struct json_stream *stream)
{
    return stream->has_lines;
}

static bool load_calls(struct json_stream *stream)
{
    static const struct late_call names[] = {
#define X(name) {"yajl_" #name, offsetof(struct calls, name)},
        CALLS(X)
#undef X
    };
    const char *absent =
        late_load(YAJL_SONAME, names, sizeof(names) / sizeof(names[0]), &stream->call);

    if (!absent)
        return true;
    stream->has_failed = true;
    return diag_error(stream->diags, json_stream_at(stream),
                      "'%s' of %s cannot be loaded; is it installed?", absent, "yajl");
}

struct json_stream *json_stream_open(struct bytes *bytes,
                                     const struct load_limits *limits,
                                     struct arena *arena, struct diag_list *diags)
{
    struct json_stream *stream = ARENA_NEW(arena, struct json_stream);
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    stream->bytes = bytes;
    stream->limits = limits;
    stream->arena = arena;
    stream->diags = diags;
    stream->line = 1;
    if (!load_calls(stream))
        return stream;
    stream->memory = (yajl_alloc_funcs){take, retake, leave, stream};
    stream->parser = stream->call.alloc(&callbacks, &stream->memory, stream);
    stream->has_lines = are_lines(head, size);
    if (stream->has_lines)
        stream->call.config(stream->parser, yajl_allow_multiple_values, 1);
    return stream;
}

void json_stream_close(struct json_stream *stream)
{
    block_close(stream->window, stream->capacity);
    stream->window = NULL;
}

/* What yajl says, in our words: "lexical error: invalid char in json text." */
static void report(struct json_stream *stream)
{
    unsigned char *said = stream->call.get_error(stream->parser, 0, NULL, 0);
    char *words = arena_printf(stream->arena, "%s", (const char *)said);
    char *colon = strstr(words, ": ");

    words[strcspn(words, "\n")] = '\0';
    if (strlen(words) && words[strlen(words) - 1] == '.')
        words[strlen(words) - 1] = '\0';
    if (strstr(words, "premature EOF"))
        json_stream_fail(stream, "the JSON ends before its brackets are closed");
    else
        json_stream_fail(stream, arena_printf(stream->arena, _("this is no JSON: %s"),
                                              colon ? colon + 2 : words));
}

static bool read_window(struct json_stream *stream)
{
    static const char mark[] = "\xef\xbb\xbf";

    if (!stream->window)
        stream->window =
            block_grow(NULL, &stream->capacity, (size_t)WINDOW, stream->arena);
    stream->start = 0;
    stream->counted = 0;
    stream->end = bytes_read(stream->bytes, stream->window, stream->capacity);
    if (!stream->was_read && stream->end >= 3 && memcmp(stream->window, mark, 3) == 0)
        stream->start = stream->counted = 3;
    stream->was_read = true;
    return stream->end > 0;
}

/* How many bytes there are up to the next closing bracket, with it. */
static size_t next_piece(const struct json_stream *stream)
{
    for (size_t i = stream->start; i < stream->end; i++)
        if (stream->window[i] == '}' || stream->window[i] == ']')
            return i + 1 - stream->start;
    return stream->end - stream->start;
}

static bool finish(struct json_stream *stream)
{
    stream->is_finished = true;
    if (!stream->bytes->has_failed && !bytes_were_stopped(stream->bytes) &&
        stream->call.complete_parse(stream->parser) != yajl_status_ok)
        report(stream);
    return false;
}

bool json_stream_feed(struct json_stream *stream, const struct json_events *events,
                      void *reader)
{
    yajl_status status;

    if (stream->has_failed || stream->is_finished)
        return false;
    stream->events = events;
    stream->reader = reader;
    if (stream->start == stream->end && !read_window(stream))
        return finish(stream);
    stream->size = next_piece(stream);
    stream->silent += stream->size;
    status = stream->call.parse(stream->parser,
                                (const unsigned char *)stream->window + stream->start,
                                stream->size);
    stream->token = status == yajl_status_ok ? stream->token : 0;
    if (status == yajl_status_error)
        report(stream);
    else if (stream->silent > stream->limits->string_bytes + WINDOW)
        json_stream_fail(stream, "the text is too long");
    count_to(stream, stream->start + stream->size);
    stream->start += stream->size;
    stream->size = 0;
    return !stream->has_failed;
}

bool json_stream_is_whole(const struct json_stream *stream)
{
    return stream->is_finished && !stream->has_failed && !stream->bytes->has_failed;
}
