#include "core/load/gunzip.h"

#include "core/base/late.h"

#include <limits.h>
#include <zlib.h>

/* gzip around what is packed, as zlib wants it told. */
enum { GZIP_BITS = 15 + 16, INPUT_SIZE = 64 * 1024 };

#define ZLIB_CALLS(X) X(inflateInit2_) X(inflate) X(inflateReset) X(inflateEnd)

struct zlib_calls {
#define X(name) __typeof__(name) *name;
    ZLIB_CALLS(X)
#undef X
};

struct gunzip {
    struct bytes *packed;
    struct zlib_calls call;
    z_stream stream;
    bool has_ended; /* or what follows is damaged */
    unsigned char input[INPUT_SIZE];
};

struct gunzip *gunzip_open(struct bytes *packed, struct arena *arena)
{
    static const struct late_call names[] = {
#define X(name) {#name, offsetof(struct zlib_calls, name)},
        ZLIB_CALLS(X)
#undef X
    };
    struct gunzip *gunzip = ARENA_NEW(arena, struct gunzip);

    gunzip->packed = packed;
    if (late_load(ZLIB_SONAME, names, sizeof(names) / sizeof(names[0]), &gunzip->call))
        return NULL;
    if (gunzip->call.inflateInit2_(&gunzip->stream, GZIP_BITS, ZLIB_VERSION,
                                   (int)sizeof(gunzip->stream)) != Z_OK)
        return NULL;
    return gunzip;
}

void gunzip_close(struct gunzip *gunzip)
{
    if (gunzip)
        gunzip->call.inflateEnd(&gunzip->stream);
}

static bool fill(struct gunzip *gunzip)
{
    z_stream *stream = &gunzip->stream;

    if (stream->avail_in)
        return true;
    stream->next_in = gunzip->input;
    stream->avail_in = (uInt)bytes_read(gunzip->packed, gunzip->input, INPUT_SIZE);
    return stream->avail_in > 0;
}

/* One behind another is one text too. */
static void go_on(struct gunzip *gunzip, int result)
{
    if (result == Z_STREAM_END)
        result = gunzip->call.inflateReset(&gunzip->stream);
    gunzip->has_ended = result != Z_OK && result != Z_BUF_ERROR;
}

size_t gunzip_read(struct gunzip *gunzip, void *out, size_t room)
{
    z_stream *stream = &gunzip->stream;
    uInt size = room < INT_MAX ? (uInt)room : INT_MAX;

    stream->next_out = (unsigned char *)out;
    stream->avail_out = size;
    while (stream->avail_out == size && !gunzip->has_ended && fill(gunzip))
        go_on(gunzip, gunzip->call.inflate(stream, Z_SYNC_FLUSH));
    return size - stream->avail_out;
}
