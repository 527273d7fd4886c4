/*
 * The entrepot data file, version 1: its top-level keys. datasets/README.md is the
 * description that this follows.
 */
#include "core/load/format.h"
#include "core/load/yaml_data.h"
#include "core/load/yaml_reader.h"

#include <string.h>

static void read_version(struct reader *reader, void *unused)
{
    struct builder_text text;

    (void)unused;
    if (read_text(reader, &text) && strcmp(text.text, "1") != 0)
        diag_error_span(
            reader->diags, text.at, builder_span(text),
            "version '%.20s' of the format is not known: this program reads "
            "version 1",
            text.text);
}

static void read_title(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->title = read_label(reader);
}

static void read_publisher(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->publisher = read_label(reader);
}

static void read_source(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->source = read_label(reader);
}

static void read_retrieved(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->retrieved = read_string(reader);
}

static void read_reporter_code(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->reporter_code = read_string(reader);
}

static void read_reporter_name(struct reader *reader, void *unused)
{
    (void)unused;
    reader->dataset->reporter = read_label(reader);
}

static const struct key reporter_keys[] = {
    {"code", read_reporter_code, true},
    {"name", read_reporter_name, false},
};

static void read_reporter(struct reader *reader, void *unused)
{
    struct dataset *dataset = reader->dataset;

    if (stream_node(reader->stream)->kind == NODE_TEXT)
        read_reporter_code(reader, unused);
    else
        READ_MAPPING(reader, reporter_keys, "a reporter", unused);
    if (label_is_empty(&dataset->reporter) && *dataset->reporter_code)
        label_add(&dataset->reporter, reader->arena, "", dataset->reporter_code);
}

static void read_dataset_unit(struct reader *reader, void *unused)
{
    (void)unused;
    if (!read_unit(reader, &reader->dataset->unit)) {
        /* Said once; the measures need not miss it too. */
        reader->dataset->unit = (struct unit){UNIT_QUANTITY, "", 0};
    }
}

static void read_kind(struct reader *reader, void *unused)
{
    struct builder_text text;

    (void)unused;
    if (!read_text(reader, &text))
        return;
    reader->dataset->is_ytd = strcmp(text.text, "ytd") == 0;
    if (!reader->dataset->is_ytd && strcmp(text.text, "flow") != 0)
        diag_error_span(
            reader->diags, text.at, builder_span(text),
            "'%.20s' is not a kind: flow (each figure is of its period) and "
            "ytd (of the year up to it) are",
            text.text);
}

static const struct key file_keys[] = {
    {"entrepot", read_version, false},
    {"title", read_title, true},
    {"publisher", read_publisher, false},
    {"reporter", read_reporter, false},
    {"source", read_source, false},
    {"retrieved", read_retrieved, false},
    {"notes", read_notes, false},
    {"unit", read_dataset_unit, false},
    {"valuation", read_valuations, false},
    {"rates", read_rates, false},
    {"dimensions", read_dimensions, false},
    {"measures", read_measures, false},
    {"columns", read_columns, false},
    {"observations", read_observations, false},
    {"events", read_events, false},
    {"facts", read_facts, false},
    {"kind", read_kind, false},
    {"revised", read_revised, false},
    {"data", read_data, false},
    {"map", read_map, false},
    {"decimal", read_decimal, false},
    {"repeats", read_repeats, false},
    {"periods", read_periods, false},
    {"dates", read_dates, false},
    {"encoding", read_encoding, false},
};

_Static_assert(sizeof(file_keys) / sizeof(file_keys[0]) <= KEY_MAX,
               "there is room for what each key was given at");

/* Anything may be YAML, and libyaml says best why it is not. */
static bool yaml_recognises(const char *head, size_t size)
{
    (void)head;
    (void)size;
    return true;
}

static bool begins_with_key(const char *line, size_t size)
{
    for (size_t i = 0; i < sizeof(file_keys) / sizeof(file_keys[0]); i++) {
        size_t length = strlen(file_keys[i].name);
        if (length < size && memcmp(line, file_keys[i].name, length) == 0 &&
            line[length] && strchr(":\"'", line[length]))
            return true;
    }
    return false;
}

/* Whether the first line that says something is a key of ours: prose that shows such a
 * file further down is none. */
static bool begins_as_ours(const char *head, size_t size)
{
    while (size) {
        const char *end = memchr(head, '\n', size);
        size_t length = end ? (size_t)(end - head) + 1 : size;
        if (!strchr("#%-\r\n", *head))
            return begins_with_key(head, size);
        head += length;
        size -= length;
    }
    return false;
}

bool yaml_has_own_key(const char *head, size_t size)
{
    const char *end = head + size;

    for (const char *line = head; line < end;) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        next = next ? next + 1 : end;
        line += *line == '"' || *line == '\'';
        if (begins_with_key(line, (size_t)(next - line)))
            return true;
        line = next;
    }
    return false;
}

/* The first key of a file of ours, at the beginning of a line. */
static bool yaml_is_certain(const char *head, size_t size)
{
    static const char *const keys[] = {"entrepot:", "title:"};

    if (!begins_as_ours(head, size))
        return false;
    for (size_t at = 0; at < size;) {
        const char *end = memchr(head + at, '\n', size - at);
        for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
            if (size - at >= strlen(keys[i]) &&
                memcmp(head + at, keys[i], strlen(keys[i])) == 0)
                return true;
        at = end ? (size_t)(end - head) + 1 : size;
    }
    return false;
}

/* Whether the file says anything at all. */
static bool check_content(struct reader *reader, struct source_pos at)
{
    const struct dataset *dataset = reader->dataset;

    if (dataset->observation_count || dataset->fact_count || dataset->note_count ||
        dataset->rate_count || diag_has_errors(reader->diags))
        return true;
    return diag_error(
        reader->diags, at,
        "the file has no 'observations', 'data', 'facts', 'notes' or 'rates'");
}

/* What yaml_close() frees. */
struct yaml {
    struct yaml_stream *stream;
    struct yaml_data data;
};

static bool yaml_read(struct bytes *bytes, const struct load_limits *limits,
                      struct builder *builder, void **state)
{
    struct dataset *dataset = builder_dataset(builder);
    struct diag_list *diags = builder_diags(builder);
    struct reader *reader = ARENA_NEW(&dataset->arena, struct reader);
    struct yaml *yaml = ARENA_NEW(&dataset->arena, struct yaml);

    *state = yaml;
    yaml->stream = stream_open(bytes, limits, &dataset->arena, diags);
    reader->stream = yaml->stream;
    reader->builder = builder;
    reader->dataset = dataset;
    reader->diags = diags;
    reader->arena = &dataset->arena;
    reader->key = "";
    reader->limits = limits;
    reader->data = &yaml->data;

    const struct node *node = stream_next(reader->stream);
    struct source_pos at = node->text.at;
    if (node->kind == NODE_END) {
        if (stream_finish(reader->stream))
            diag_error(diags, (struct source_pos){.file = bytes->name},
                       "the file is empty");
        return false;
    }
    READ_MAPPING(reader, file_keys, "a data file", NULL);
    return stream_finish(reader->stream) && yaml_data_read(reader, bytes->name) &&
           check_content(reader, at);
}

static void yaml_close(void *state)
{
    struct yaml *yaml = (struct yaml *)state;

    if (!yaml)
        return;
    yaml_data_close(&yaml->data);
    stream_close(yaml->stream);
}

const struct format_ops format_yaml = {
    .name = "entrepot YAML",
    .recognises = yaml_recognises,
    .is_certain = yaml_is_certain,
    .read = yaml_read,
    .close = yaml_close,
};
