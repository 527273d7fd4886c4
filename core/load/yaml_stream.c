#include "core/load/yaml_stream.h"

#include "core/base/late.h"
#include "core/base/translate.h"
#include "core/load/yaml_directives.h"
#include "core/load/yaml_problem.h"

#include <string.h>
#include <yaml.h>

/* How much of the file may go by without a single node, in longest texts: an escape
 * takes several bytes for one, and a comment is no text. */
#define GAP_TEXTS 8

/* What we use of libyaml, without the yaml_ that all of it begins with. */
#define CALLS(X)         \
    X(parser_initialize) \
    X(parser_set_input)  \
    X(parser_parse)      \
    X(parser_delete)     \
    X(event_delete)

struct calls {
#define X(name) __typeof__(yaml_##name) *name;
    CALLS(X)
#undef X
};

struct yaml_stream {
    struct calls call; /* all NULL where libyaml cannot be loaded */
    yaml_parser_t parser;
    yaml_event_t event;
    struct bytes *bytes;
    struct yaml_lines lines;
    const struct load_limits *limits;
    struct arena *arena;
    struct diag_list *diags;
    struct node node;
    bool has_ended; /* the document or, after a mistake, everything */
    bool has_failed;
    bool was_stopped; /* no more was wanted: nobody's mistake */
    size_t depth;
    size_t events;
    size_t gap; /* bytes handed to libyaml since the last node */
    struct yaml_directives directives;
};

static struct source_pos position(const struct yaml_stream *stream, yaml_mark_t mark)
{
    return (struct source_pos){stream->bytes->name,
                               yaml_lines_number(&stream->lines, mark.line) + 1,
                               mark.column + 1};
}

/* Where libyaml's scanner is. */
static struct source_pos here(const struct yaml_stream *stream)
{
    return position(stream, stream->parser.mark);
}

/* After this every node is NODE_END. */
static void end(struct yaml_stream *stream)
{
    stream->has_ended = true;
    stream->has_failed = true;
    stream->node.kind = NODE_END;
    stream->node.text.text = "";
    stream->node.text.length = 0;
}

static int read_handler(void *data, unsigned char *buffer, size_t room, size_t *size)
{
    struct yaml_stream *stream = data;
    size_t gap_max = stream->limits->string_bytes * GAP_TEXTS;

    *size = yaml_lines_read(&stream->lines, buffer, room);
    if (stream->bytes->has_failed) {
        stream->has_failed = true;
        return 0;
    }
    /* A failure, so that libyaml does not take what was cut for whole. */
    stream->was_stopped = !*size && bytes_were_stopped(stream->bytes);
    if (stream->was_stopped)
        return stream->lines.may_end;
    stream->gap += *size;
    if (stream->gap > gap_max) {
        stream->has_failed = true;
        diag_error(stream->diags, here(stream),
                   "more than %zu bytes without a single value", gap_max);
        return 0;
    }
    yaml_directives_count(&stream->directives, buffer, *size);
    if (stream->directives.count > stream->limits->directives) {
        stream->has_failed = true;
        diag_error(stream->diags, here(stream), "more than %zu lines begin with '%%'",
                   stream->limits->directives);
        return 0;
    }
    return 1;
}

/* libyaml has no place for bytes that it cannot read, but it keeps what it has decoded
 * and not yet scanned: the place is at the end of that. */
static void report_byte(struct yaml_stream *stream)
{
    const yaml_parser_t *parser = &stream->parser;
    /* In libyaml's numbers: a gap may lie in what is walked past. */
    struct source_pos at = {stream->bytes->name, parser->mark.line + 1,
                            parser->mark.column + 1};
    char words[YAML_BYTE_WORDS_MAX];
    int first = parser->raw_buffer.pointer < parser->raw_buffer.last
                    ? *parser->raw_buffer.pointer
                    : 0;

    yaml_problem_walk(&at, parser->buffer.pointer,
                      (size_t)(parser->buffer.last - parser->buffer.pointer));
    at.line = yaml_lines_number(&stream->lines, at.line - 1) + 1;
    diag_error(stream->diags, at, "%s",
               yaml_problem_byte(words, parser->problem, first, parser->problem_value));
}

static void report_problem(struct yaml_stream *stream)
{
    const yaml_parser_t *parser = &stream->parser;
    const char *words = yaml_problem_words(parser->problem ? parser->problem : "",
                                           parser->buffer.pointer);
    size_t begin = parser->context_mark.line;

    if (parser->error == YAML_MEMORY_ERROR)
        arena_fail(stream->arena, 0);
    if (stream->has_failed || stream->was_stopped)
        return; /* our own handler has said why */
    if (parser->error == YAML_READER_ERROR)
        report_byte(stream);
    else if (parser->context && begin != parser->problem_mark.line)
        diag_error(stream->diags, position(stream, parser->problem_mark),
                   "%s (what is not finished begins at line %zu)", words,
                   yaml_lines_number(&stream->lines, begin) + 1);
    else
        diag_error(stream->diags, position(stream, parser->problem_mark), "%s", words);
}

static bool refuse(struct yaml_stream *stream, const char *message)
{
    return diag_error(stream->diags, position(stream, stream->event.start_mark), "%s",
                      message);
}

static void check_tag(struct yaml_stream *stream, const yaml_char_t *tag)
{
    if (tag)
        refuse(stream, _("tags such as !!str are not allowed in a data file"));
}

static bool check_anchor(struct yaml_stream *stream, const yaml_char_t *anchor)
{
    return !anchor ||
           refuse(stream,
                  _("anchors and aliases (&name, *name) are not allowed in a data "
                    "file: write the value out"));
}

/* A NUL would cut the text short: it becomes U+FFFD, as every unsafe character does
 * when it is shown. */
static struct builder_text without_nul(struct yaml_stream *stream,
                                       struct builder_text text)
{
    size_t count = 0;
    size_t length = 0;

    for (size_t i = 0; i < text.length; i++)
        count += text.text[i] == '\0';

    char *copy = arena_alloc(stream->arena, text.length + 2 * count + 1);
    for (size_t i = 0; i < text.length; i++) {
        if (text.text[i] != '\0') {
            copy[length++] = text.text[i];
            continue;
        }
        memcpy(copy + length, "\xEF\xBF\xBD", 3);
        length += 3;
    }
    text.text = copy;
    text.length = length;
    return text;
}

static bool take_text(struct yaml_stream *stream)
{
    const yaml_event_t *event = &stream->event;
    struct builder_text *text = &stream->node.text;

    check_tag(stream, event->data.scalar.tag);
    if (!check_anchor(stream, event->data.scalar.anchor))
        return false;
    if (event->data.scalar.length > stream->limits->string_bytes)
        return diag_error(stream->diags, position(stream, event->start_mark),
                          "a text is longer than %zu bytes",
                          stream->limits->string_bytes);
    stream->node.kind = NODE_TEXT;
    stream->node.is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    text->text = (const char *)event->data.scalar.value;
    text->length = event->data.scalar.length;
    /* libyaml takes no NUL but as \0. */
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && text->length &&
        memchr(text->text, '\0', text->length))
        *text = without_nul(stream, *text);
    return true;
}

static bool take_start(struct yaml_stream *stream, enum node_kind kind,
                       const yaml_char_t *anchor, const yaml_char_t *tag)
{
    check_tag(stream, tag);
    if (!check_anchor(stream, anchor))
        return false;
    if (++stream->depth > stream->limits->depth)
        return diag_error(stream->diags, position(stream, stream->event.start_mark),
                          "nested more than %zu deep", stream->limits->depth);
    stream->node.kind = kind;
    return true;
}

static bool take_document(struct yaml_stream *stream)
{
    const yaml_event_t *event = &stream->event;

    if (event->data.document_start.tag_directives.start !=
        event->data.document_start.tag_directives.end)
        return refuse(stream, _("%TAG is not allowed in a data file"));
    return true;
}

/* Makes the event the current node, or leaves `node.kind` NODE_END when it is none.
 * False ends the reading. */
static bool take_event(struct yaml_stream *stream)
{
    const yaml_event_t *event = &stream->event;

    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return take_text(stream);
    case YAML_SEQUENCE_START_EVENT:
        return take_start(stream, NODE_LIST, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return take_start(stream, NODE_MAP, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        stream->depth--;
        stream->node.kind =
            event->type == YAML_MAPPING_END_EVENT ? NODE_MAP_END : NODE_LIST_END;
        return true;
    case YAML_ALIAS_EVENT:
        return check_anchor(stream, event->data.alias.anchor);
    case YAML_DOCUMENT_START_EVENT:
        return take_document(stream);
    default:
        return true;
    }
}

/* One event more. False at the end of everything, and after a mistake. */
static bool pull(struct yaml_stream *stream)
{
    stream->call.event_delete(&stream->event);
    if (!stream->call.parser_parse(&stream->parser, &stream->event)) {
        report_problem(stream);
        return false;
    }
    stream->gap = 0;
    stream->node.kind = NODE_END;
    stream->node.text.at = position(stream, stream->event.start_mark);
    if (++stream->events > stream->limits->events)
        return diag_error(stream->diags, stream->node.text.at,
                          "more than %zu values, lists and keys",
                          stream->limits->events);
    return take_event(stream);
}

static bool load_calls(struct yaml_stream *stream)
{
    static const struct late_call names[] = {
#define X(name) {"yaml_" #name, offsetof(struct calls, name)},
        CALLS(X)
#undef X
    };
    const char *absent =
        late_load(YAML_SONAME, names, sizeof(names) / sizeof(names[0]), &stream->call);

    if (!absent)
        return true;
    stream->call = (struct calls){0};
    return diag_error(stream->diags, (struct source_pos){.file = stream->bytes->name},
                      "'%s' of %s cannot be loaded; is it installed?", absent,
                      "libyaml");
}

struct yaml_stream *stream_open(struct bytes *bytes, const struct load_limits *limits,
                                struct arena *arena, struct diag_list *diags)
{
    struct yaml_stream *stream = ARENA_NEW(arena, struct yaml_stream);

    stream->bytes = bytes;
    stream->lines.bytes = bytes;
    stream->lines.arena = arena;
    stream->lines.before[1] = '\n';
    stream->limits = limits;
    stream->arena = arena;
    stream->diags = diags;
    stream->directives = yaml_directives_new();
    stream->node.text.at = (struct source_pos){.file = bytes->name};
    stream->node.text.text = "";
    if (!load_calls(stream)) {
        end(stream);
        return stream;
    }
    if (!stream->call.parser_initialize(&stream->parser))
        arena_fail(arena, sizeof(stream->parser));
    stream->call.parser_set_input(&stream->parser, read_handler, stream);
    return stream;
}

void stream_close(struct yaml_stream *stream)
{
    if (!stream)
        return;
    if (stream->call.parser_delete) {
        stream->call.event_delete(&stream->event);
        stream->call.parser_delete(&stream->parser);
    }
    yaml_lines_close(&stream->lines);
}

const struct node *stream_node(const struct yaml_stream *stream)
{
    return &stream->node;
}

struct yaml_lines *stream_lines(struct yaml_stream *stream)
{
    return &stream->lines;
}

size_t stream_line(const struct yaml_stream *stream)
{
    return stream->event.start_mark.line;
}

bool stream_has_room(const struct yaml_stream *stream, size_t events)
{
    return stream->limits->events >= stream->events &&
           stream->limits->events - stream->events >= events;
}

void stream_count(struct yaml_stream *stream, size_t events)
{
    stream->events += events;
}

const struct node *stream_next(struct yaml_stream *stream)
{
    while (!stream->has_ended) {
        if (!pull(stream))
            end(stream);
        else if (stream->event.type == YAML_DOCUMENT_END_EVENT ||
                 stream->event.type == YAML_STREAM_END_EVENT)
            stream->has_ended = true;
        else if (stream->node.kind != NODE_END)
            break;
    }
    return &stream->node;
}

void stream_skip(struct yaml_stream *stream)
{
    size_t depth = stream->depth;

    if (stream->node.kind != NODE_LIST && stream->node.kind != NODE_MAP)
        return;
    while (stream_next(stream)->kind != NODE_END && stream->depth >= depth)
        ;
}

bool stream_finish(struct yaml_stream *stream)
{
    if (stream->was_stopped)
        return true;
    if (stream->has_failed)
        return false;
    while (stream->event.type != YAML_STREAM_END_EVENT) {
        if (!pull(stream))
            return false;
        if (stream->event.type == YAML_DOCUMENT_START_EVENT)
            return refuse(stream,
                          _("a second document begins here; a data file has one"));
    }
    return true;
}
