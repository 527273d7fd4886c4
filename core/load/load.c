#include "core/load/load.h"

#include "core/load/bytes.h"
#include "core/load/format.h"
#include "core/model/builder.h"

#include <setjmp.h>
#include <string.h>

#define MEBIBYTE ((size_t)1024 * 1024)

const struct load_limits load_limits_default = {
    .file_bytes = 1024 * MEBIBYTE,
    .depth = 64,
    .directives = 8,
    .string_bytes = MEBIBYTE,
    .events = 256 * MEBIBYTE,
};

static const struct format_ops *const formats[] = {
#define X(name) &format_##name,
    FORMATS(X)
#undef X
};

/* One load. It is in memory that a longjmp() does not touch. */
struct load {
    struct bytes bytes;
    const struct load_limits *limits;
    struct dataset *dataset;
    struct diag_list *diags;
    struct builder *builder;
    const struct format_ops *format;
    void *state; /* the format's */
    size_t errors_before;
};

static struct source_pos whole(const struct load *load)
{
    return (struct source_pos){.file = load->bytes.name};
}

/* Files that are something else, by their first bytes. */
static const char *refused_content(const char *head, size_t size)
{
    static const struct {
        const char *magic;
        size_t length;
        const char *words;
    } kinds[] = {
        {"\x1f\x8b", 2, "it is compressed with gzip; unpack it first"},
        {"PK\x03\x04", 4, "it is a zip archive; unpack it first"},
        {"\xfd"
         "7zXZ",
         5, "it is compressed with xz; unpack it first"},
        {"\x28\xb5\x2f\xfd", 4, "it is compressed with zstd; unpack it first"},
        {"\xff\xfe", 2, "it is in UTF-16; save it as UTF-8"},
        {"\xfe\xff", 2, "it is in UTF-16; save it as UTF-8"},
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (size >= kinds[i].length &&
            memcmp(head, kinds[i].magic, kinds[i].length) == 0)
            return kinds[i].words;
    /* A NUL beside an ordinary character: UTF-16 without its mark. */
    if (size >= 2 && !head[0] != !head[1])
        return "it is in UTF-16 or not text; save it as UTF-8";
    return NULL;
}

static const struct format_ops *recognise(struct load *load)
{
    const char *head;
    size_t size = bytes_peek(&load->bytes, &head);
    const char *refused = refused_content(head, size);

    if (load->bytes.has_failed)
        return NULL;
    if (refused) {
        diag_error(load->diags, whole(load), "cannot read: %s", refused);
        return NULL;
    }
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
        if (formats[i]->recognises(head, size))
            return formats[i];
    diag_error(load->diags, whole(load), "cannot read: its format is not known");
    return NULL;
}

static enum load_result read_all(struct load *load)
{
    load->format = recognise(load);
    if (!load->format)
        return load->bytes.has_failed ? LOAD_UNREADABLE : LOAD_BAD_DATA;
    load->builder = builder_open(load->dataset, load->diags);
    load->dataset->path =
        arena_copy(&load->dataset->arena, load->bytes.name, strlen(load->bytes.name));
    if (!load->format->read(&load->bytes, load->limits, load->builder, &load->state))
        return load->bytes.has_failed ? LOAD_UNREADABLE : LOAD_BAD_DATA;
    if (!builder_finish(load->builder) ||
        load->diags->count[SEVERITY_ERROR] > load->errors_before)
        return LOAD_BAD_DATA;
    return LOAD_OK;
}

/* Runs `read_all` so that memory that runs out is an error of the file. The arenas'
 * failures are the caller's again afterwards. */
static enum load_result read_guarded(struct load *load)
{
    jmp_buf failure;
    jmp_buf *diags_failure = load->diags->arena->on_failure;
    jmp_buf *dataset_failure = load->dataset->arena.on_failure;
    /* Not a local: its value must survive the jump. */
    volatile enum load_result result = LOAD_UNREADABLE;

    load->diags->arena->on_failure = &failure;
    load->dataset->arena.on_failure = &failure;
    if (setjmp(failure) == 0)
        result = read_all(load);
    else if (setjmp(failure) == 0)
        diag_error(load->diags, whole(load), "cannot read: not enough memory");
    load->diags->arena->on_failure = diags_failure;
    load->dataset->arena.on_failure = dataset_failure;
    return result;
}

static enum load_result finish(struct load *load, enum load_result result)
{
    if (load->format)
        load->format->close(load->state);
    builder_close(load->builder);
    bytes_close(&load->bytes);
    if (result != LOAD_OK)
        dataset_close(load->dataset);
    diag_sort(load->diags);
    return result;
}

enum load_result load_file(const char *path, const struct load_limits *limits,
                           struct dataset *dataset, struct diag_list *diags)
{
    struct load load = {
        .limits = limits,
        .dataset = dataset,
        .diags = diags,
        .errors_before = diags->count[SEVERITY_ERROR],
    };
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    enum load_result result = LOAD_UNREADABLE;

    if (bytes_open(&load.bytes, path, name, limits->file_bytes, diags))
        result = read_guarded(&load);
    return finish(&load, result);
}

enum load_result load_bytes(const char *name, const void *bytes, size_t size,
                            const struct load_limits *limits, struct dataset *dataset,
                            struct diag_list *diags)
{
    struct load load = {
        .limits = limits,
        .dataset = dataset,
        .diags = diags,
        .errors_before = diags->count[SEVERITY_ERROR],
    };

    bytes_open_memory(&load.bytes, name, bytes, size, limits->file_bytes, diags);
    return finish(&load, read_guarded(&load));
}
