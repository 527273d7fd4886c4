#include "tui/source.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SOURCE_MAX = 4 << 20, LINE_MAX_BYTES = 1024 };

char *source_read(struct arena *arena, const char *path, size_t *size)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    char *text = NULL;
    ssize_t got = 0;

    *size = 0;
    if (file < 0)
        return NULL;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        size_t most = status.st_size < SOURCE_MAX ? (size_t)status.st_size : SOURCE_MAX;
        text = arena_alloc(arena, most + 1);
        while (*size < most && (got = read(file, text + *size, most - *size)) > 0)
            *size += (size_t)got;
    }
    close(file);
    return text;
}

const char *source_line(const char *source, size_t size, size_t number,
                        struct arena *arena)
{
    const char *at = source;
    const char *end = source + size;
    const char *stop;

    while (--number && at < end) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : end;
    }
    if (at >= end)
        return NULL;
    stop = memchr(at, '\n', (size_t)(end - at));
    if (!stop)
        stop = end;
    if (stop > at && stop[-1] == '\r')
        stop--;
    if (stop - at > LINE_MAX_BYTES)
        stop = at + LINE_MAX_BYTES;
    return arena_copy(arena, at, (size_t)(stop - at));
}
