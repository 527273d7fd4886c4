#include "core/load/bytes.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEBIBYTE ((size_t)1024 * 1024)

/* Milliseconds after which a read that waits says that nothing comes. */
enum { PAUSE = 100 };

static struct source_pos whole(const struct bytes *bytes)
{
    return (struct source_pos){.file = bytes->name};
}

static bool fail(struct bytes *bytes, const char *what, const char *why)
{
    bytes->has_failed = true;
    return diag_error(bytes->diags, whole(bytes), "%s: %s", what, why);
}

static bool fail_too_large(struct bytes *bytes)
{
    bytes->has_failed = true;
    if (bytes->limit >= MEBIBYTE)
        return diag_error(bytes->diags, whole(bytes),
                          "cannot read: it is larger than %zu MiB",
                          bytes->limit / MEBIBYTE);
    return diag_error(bytes->diags, whole(bytes),
                      "cannot read: it is larger than %zu bytes", bytes->limit);
}

/* What kind of thing it is that cannot be read, NULL for a regular file. */
static const char *refused_kind(mode_t mode)
{
    if (S_ISREG(mode))
        return NULL;
    if (S_ISDIR(mode))
        return _("it is a folder");
    if (S_ISFIFO(mode))
        return _("it is a FIFO; read it through standard input: entrepot - < FIFO");
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return _("it is a device");
    if (S_ISSOCK(mode))
        return _("it is a socket");
    return _("it is not a regular file");
}

static bool check_file(struct bytes *bytes, const struct stat *status)
{
    const char *kind = refused_kind(status->st_mode);

    if (kind)
        return fail(bytes, _("cannot read"), kind);
    if (status->st_size > 0 && (uintmax_t)status->st_size > bytes->limit)
        return fail_too_large(bytes);
    bytes->size = status->st_size > 0 ? (size_t)status->st_size : 0;
    return true;
}

static bool check_standard_input(struct bytes *bytes, const struct stat *status)
{
    if (S_ISDIR(status->st_mode))
        return fail(bytes, _("cannot read"), _("it is a folder"));
    if (isatty(bytes->fd))
        return fail(bytes, _("cannot read"),
                    _("it is a terminal; give a file or a pipe"));
    if (S_ISREG(status->st_mode))
        return check_file(bytes, status);
    return true;
}

/* open() of a socket or of a device without hardware fails before fstat() can tell
 * what it is. */
/* The file of the folder that may be meant; NULL: none is near. */
static const char *near_name(const char *path, struct arena *arena)
{
    const char *folder = path_folder(path, arena);
    struct paths paths = paths_in_folder(*folder ? folder : ".", arena);
    const char **names = ARENA_ARRAY(arena, const char *, paths.count + 1);

    for (size_t i = 0; i < paths.count; i++)
        names[i] = text_file_name(paths.path[i]);
    return text_closest(text_file_name(path), names, paths.count);
}

static bool fail_missing(struct bytes *bytes, const char *path)
{
    struct arena *arena = bytes->diags->arena;
    const char *near = near_name(path, arena);
    const char *reason = strerror(ENOENT);

    if (near)
        reason = arena_printf(arena, _("%s (did you mean '%s'?)"), reason, near);
    return fail(bytes, _("cannot open"), reason);
}

static bool fail_open(struct bytes *bytes, const char *path, int reason)
{
    struct stat status;
    const char *kind = NULL;

    if (reason == ENOENT)
        return fail_missing(bytes, path);
    if (reason == ENXIO && stat(path, &status) == 0)
        kind = refused_kind(status.st_mode);
    return fail(bytes, kind ? _("cannot read") : _("cannot open"),
                kind ? kind : strerror(reason));
}

bool bytes_open(struct bytes *bytes, const char *path, const char *name, size_t limit,
                struct diag_list *diags)
{
    struct stat status;
    bool is_standard_input = strcmp(path, "-") == 0;

    *bytes = (struct bytes){.name = name, .fd = -1, .limit = limit, .diags = diags};
    if (is_standard_input) {
        bytes->fd = STDIN_FILENO;
    } else {
        do
            bytes->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        while (bytes->fd < 0 && errno == EINTR);
        if (bytes->fd < 0)
            return fail_open(bytes, path, errno);
    }
    if (fstat(bytes->fd, &status) != 0)
        return fail(bytes, _("cannot read"), strerror(errno));
    return is_standard_input ? check_standard_input(bytes, &status)
                             : check_file(bytes, &status);
}

void bytes_open_memory(struct bytes *bytes, const char *name, const void *memory,
                       size_t size, size_t limit, struct diag_list *diags)
{
    *bytes = (struct bytes){
        .name = name,
        .fd = -1,
        .memory = memory,
        .memory_size = size,
        .size = size,
        .limit = limit,
        .diags = diags,
    };
}

void bytes_open_layer(struct bytes *bytes, const char *name,
                      const struct bytes_layer *layer, void *state, size_t limit,
                      struct diag_list *diags)
{
    *bytes = (struct bytes){
        .name = name,
        .fd = -1,
        .layer = layer,
        .layer_state = state,
        .limit = limit,
        .diags = diags,
    };
}

void bytes_close(struct bytes *bytes)
{
    if (bytes->fd > STDIN_FILENO)
        close(bytes->fd);
    bytes->fd = -1;
}

static size_t read_memory(struct bytes *bytes, void *out, size_t room)
{
    size_t left = bytes->memory_size - bytes->offset;
    size_t size = left < room ? left : room;

    if (size)
        memcpy(out, bytes->memory + bytes->offset, size);
    return size;
}

/* Waits until there is something to read, or nothing is wanted any more. Standard input
 * may have been set not to block by another program; a pipe blocks by itself, which no
 * wish to stop would end. */
static bool wait_for_input(struct bytes *bytes)
{
    struct load_progress *progress = bytes->progress;
    struct pollfd wanted[] = {
        {.fd = bytes->fd, .events = POLLIN},
        {.fd = progress ? progress->wake_fd : -1, .events = POLLIN},
    };

    for (;;) {
        int ready = poll(wanted, 2, progress && progress->on_read ? PAUSE : -1);

        if (ready < 0 && errno != EINTR)
            return false;
        if (progress && progress_stops(progress))
            return false;
        if (wanted[0].revents)
            return true;
        if (ready == 0)
            progress_add(progress, NULL, 0);
    }
}

static size_t read_file(struct bytes *bytes, void *out, size_t room)
{
    bool must_wait = bytes->fd == STDIN_FILENO;

    for (;;) {
        ssize_t size;

        if (must_wait && !wait_for_input(bytes) && bytes_were_stopped(bytes))
            return 0;
        size = read(bytes->fd, out, room);
        if (size >= 0)
            return (size_t)size;
        if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)
            break;
        must_wait = must_wait || errno != EINTR;
    }
    fail(bytes, _("cannot read"), strerror(errno));
    return 0;
}

static size_t read_layer(struct bytes *bytes, void *out, size_t room)
{
    size_t size = bytes->layer->read(bytes->layer_state, out, room);

    if (size != BYTES_FAILED)
        return size;
    bytes->has_failed = true;
    return 0;
}

static size_t read_source(struct bytes *bytes, void *out, size_t room)
{
    if (bytes->layer)
        return read_layer(bytes, out, room);
    return bytes->fd < 0 ? read_memory(bytes, out, room) : read_file(bytes, out, room);
}

/* As read_source(), as much as the progress wants, which then knows of it. */
static size_t read_counted(struct bytes *bytes, void *out, size_t room)
{
    struct load_progress *progress = bytes->progress;
    size_t size;

    if (!progress || bytes->is_uncounted)
        return read_source(bytes, out, room);
    room = bytes->is_text ? progress_room(progress, room)
                          : (progress_stops(progress) ? 0 : room);
    if (!room)
        return 0;
    size = read_source(bytes, out, room);
    if (bytes->is_text)
        progress->text += size;
    else
        progress_add(progress, out, size);
    if (!size && bytes->memory && progress->is_begin)
        progress->has_stopped = true;
    if (!size && bytes->is_text && progress->is_at_cut)
        progress_cut(progress);
    return size;
}

/* Takes bytes from the source, past those that were peeked at. */
static size_t take(struct bytes *bytes, void *out, size_t room)
{
    if (bytes->has_failed)
        return 0;

    size_t size = read_counted(bytes, out, room);

    bytes->offset += size;
    if (bytes->offset > bytes->limit) {
        fail_too_large(bytes);
        return 0;
    }
    return size;
}

size_t bytes_peek(struct bytes *bytes, const char **head)
{
    while (bytes->head_size < BYTES_HEAD_MAX) {
        size_t size = take(bytes, bytes->head + bytes->head_size,
                           BYTES_HEAD_MAX - bytes->head_size);

        if (size == 0)
            break;
        bytes->head_size += size;
    }
    *head = bytes->head;
    return bytes->head_size;
}

size_t bytes_read(struct bytes *bytes, void *out, size_t room)
{
    size_t peeked = bytes->head_size - bytes->head_used;
    size_t size = peeked < room ? peeked : room;

    if (bytes->has_failed)
        return 0;
    if (size == 0)
        return take(bytes, out, room);
    memcpy(out, bytes->head + bytes->head_used, size);
    bytes->head_used += size;
    return size;
}

/* About how many bytes are given in all: the file's, or those until the load stops. */
static size_t size_in_all(const struct bytes *bytes)
{
    const struct load_progress *progress = bytes->progress;
    size_t size = bytes->size;
    size_t stop;

    if (!progress || !progress->head || !bytes->is_text)
        return size;
    stop = bytes->offset + (progress->head - progress->text);
    return size < stop ? size : stop;
}

size_t bytes_rows_ahead(const struct bytes *bytes, size_t used, size_t rows)
{
    /* What was read says no more than about how long a row is. */
    const double spare = 1.02;
    double by_byte = used ? (double)rows / (double)used : 0;
    size_t size = size_in_all(bytes);

    return size > used ? (size_t)(by_byte * (double)(size - used) * spare) : 0;
}

bool bytes_may_wait(const struct bytes *bytes)
{
    return bytes->fd == STDIN_FILENO;
}

bool bytes_were_stopped(const struct bytes *bytes)
{
    return bytes->progress &&
           (bytes->progress->has_stopped || bytes->progress->is_at_cut);
}
