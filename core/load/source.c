#include "core/load/source.h"

#include "core/load/encoding.h"
#include "core/load/paths.h"
#include "core/load/unpack.h"

/* So many files of an archive are unpacked once more. */
enum { INNER_MAX = 100 };

struct source {
    const char *const *paths;
    size_t count;
    size_t next;         /* of the paths */
    struct paths folder; /* its files, when a path is one */
    size_t next_in_folder;
    const void *memory;
    size_t memory_size;
    const struct load_limits *limits;
    struct arena *arena;
    struct diag_list *diags;
    struct bytes raw;      /* of the path that is being read */
    struct unpack *unpack; /* of it, when it is packed */
    struct unpack *inner;  /* of a file in it that is packed again */
    size_t inner_count;
    size_t inner_taken; /* bytes that came out of those before */
    struct encoding *encoding;
    struct bytes *packed; /* the file in it */
    bool is_open;         /* `raw` is */
    bool has_text;        /* `encoding` is open */
    bool has_failed;
    bool is_unreadable;
};

static struct source *make(const struct load_limits *limits, struct arena *arena,
                           struct diag_list *diags)
{
    struct source *source = ARENA_NEW(arena, struct source);

    source->limits = limits;
    source->encoding = encoding_new(arena);
    source->arena = arena;
    source->diags = diags;
    return source;
}

struct source *source_open(const char *const *paths, size_t count,
                           const struct load_limits *limits, struct arena *arena,
                           struct diag_list *diags)
{
    struct source *source = make(limits, arena, diags);

    source->paths = paths;
    source->count = count;
    return source;
}

struct source *source_open_memory(const char *name, const void *memory, size_t size,
                                  const struct load_limits *limits, struct arena *arena,
                                  struct diag_list *diags)
{
    struct source *source = make(limits, arena, diags);
    const char **paths = ARENA_ARRAY(arena, const char *, 1);

    paths[0] = name;
    source->paths = paths;
    source->count = 1;
    source->memory = memory ? memory : "";
    source->memory_size = size;
    return source;
}

static void close_text(struct source *source)
{
    source->has_failed = source_has_failed(source);
    encoding_close(source->encoding);
    source->has_text = false;
}

static void close_raw(struct source *source)
{
    close_text(source);
    source->is_unreadable = source_is_unreadable(source);
    unpack_close(source->inner);
    unpack_close(source->unpack);
    source->inner = NULL;
    source->unpack = NULL;
    if (!source->is_open)
        return;
    bytes_close(&source->raw);
    source->is_open = false;
}

void source_close(struct source *source)
{
    if (source)
        close_raw(source);
}

/* The next path, or the next file of one that is a folder; NULL after the last. */
static const char *next_path(struct source *source)
{
    if (source->next_in_folder < source->folder.count)
        return source->folder.path[source->next_in_folder++];
    if (source->next == source->count)
        return NULL;
    source->folder.count = source->next_in_folder = 0;
    if (source->memory || !path_is_folder(source->paths[source->next]))
        return source->paths[source->next++];
    /* Messages name its files, and outlive a dataset that has mistakes. */
    source->folder =
        paths_in_folder(source->paths[source->next++], source->diags->arena);
    return next_path(source);
}

static bool open_path(struct source *source, const char *path)
{
    size_t limit = source->limits->file_bytes;
    bool is_good = true;

    source->is_open = true;
    if (source->memory)
        bytes_open_memory(&source->raw, path, source->memory, source->memory_size,
                          limit, source->diags);
    else
        is_good =
            bytes_open(&source->raw, path, path_shown(path), limit, source->diags);
    source->raw.progress = source->limits->progress;
    return is_good;
}

/* Opens the next path, and what unpacks it. */
static bool open_next(struct source *source)
{
    const char *path = next_path(source);
    const char *head;
    size_t size;

    if (!path || !open_path(source, path))
        return false;
    size = bytes_peek(&source->raw, &head);
    if (source->raw.has_failed)
        return false;
    source->packed = &source->raw;
    if (!unpack_recognises(head, size))
        return true;
    if (source->limits->has_cut_gzip)
        source->unpack =
            unpack_open_cut(&source->raw, source->limits->file_bytes, source->arena);
    if (!source->unpack)
        source->unpack =
            unpack_open(&source->raw, source->limits->file_bytes, source->arena);
    source->has_failed =
        source->has_failed || (!source->unpack && !bytes_were_stopped(&source->raw));
    return source->unpack != NULL;
}

/* An archive in an archive, or a packed file in one; what lies deeper stays packed. */
static void open_inner(struct source *source)
{
    const char *head;
    size_t size = bytes_peek(source->packed, &head);
    size_t limit = source->limits->file_bytes;

    if (!unpack_is_archive(head, size) || source->inner_count == INNER_MAX)
        return;
    source->inner_count++;
    limit -= source->inner_taken < limit ? source->inner_taken : limit;
    source->inner = unpack_open(source->packed, limit, source->arena);
    source->has_failed =
        source->has_failed || (!source->inner && !bytes_were_stopped(source->packed));
}

static void close_inner(struct source *source)
{
    source->inner_taken += unpack_taken(source->inner);
    unpack_close(source->inner);
    source->inner = NULL;
}

static struct bytes *next_packed(struct source *source)
{
    for (;;) {
        if (source->inner) {
            source->packed = unpack_next(source->inner);
            if (source->packed || source_has_failed(source))
                return source->packed;
            close_inner(source);
        }
        if (source->unpack) {
            source->packed = unpack_next(source->unpack);
            if (source->packed)
                open_inner(source);
            if (source_has_failed(source))
                return NULL;
            if (source->inner)
                continue;
            if (source->packed)
                return source->packed;
        }
        close_raw(source);
        if (!open_next(source))
            return NULL;
        if (!source->unpack)
            return source->packed;
    }
}

struct bytes *source_next(struct source *source)
{
    const struct load_answers *answers = source->limits->answers;
    struct bytes *packed;

    close_text(source);
    packed = next_packed(source);
    if (!packed)
        return NULL;
    source->has_text =
        encoding_open(source->encoding, packed, answers ? answers->encoding : NULL);
    source->has_failed = source->has_failed || !source->has_text;
    return source->has_text ? encoding_bytes(source->encoding) : NULL;
}

bool source_is_unreadable(const struct source *source)
{
    return source->is_unreadable || (source->is_open && source->raw.has_failed);
}

bool source_has_failed(const struct source *source)
{
    return source->has_failed || source_is_unreadable(source) ||
           (source->unpack && unpack_has_failed(source->unpack)) ||
           (source->inner && unpack_has_failed(source->inner)) ||
           (source->has_text && encoding_bytes(source->encoding)->has_failed);
}

bool source_is_archived(const struct source *source)
{
    return source->folder.count ||
           (source->packed && source->packed->name != source->raw.name);
}

const char *source_encoding(const struct source *source)
{
    return source->has_text ? encoding_name(source->encoding) : NULL;
}
