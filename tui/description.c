#include "tui/description.h"

#include "tui/environment.h"

#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The largest file that terminfo allows, and its two kinds: with numbers of two bytes,
 * and of four. */
enum { FILE_BYTES = 32768, KIND_SHORT = 0432, KIND_LONG = 01036, HEADER = 12 };

/* Flags by their number: what they say of the terminal. */
enum { FLAG_XENL = 4, FLAG_GENERIC = 6, FLAG_HARD_COPY = 7 };

/* Where the sections of a compiled description begin. */
struct compiled {
    const unsigned char *bytes;
    size_t size;
    size_t number_bytes; /* of each */
    size_t flags, flag_count;
    size_t numbers, number_count;
    size_t offsets, offset_count; /* of texts, in what follows */
    size_t texts, text_bytes;
};

static int get_short(const struct compiled *in, size_t at)
{
    const unsigned value = in->bytes[at] | (unsigned)in->bytes[at + 1] << 8;

    return value < 0x8000 ? (int)value : (int)value - 0x10000;
}

/* Below 0: there is none. */
static int get_number(const struct compiled *in, size_t number)
{
    const size_t at = in->numbers + number * in->number_bytes;

    if (number >= in->number_count)
        return -1;
    if (in->number_bytes == 2)
        return get_short(in, at);
    return (int)((uint32_t)(uint16_t)get_short(in, at) |
                 (uint32_t)(uint16_t)get_short(in, at + 2) << 16);
}

static bool get_flag(const struct compiled *in, size_t number)
{
    return number < in->flag_count && in->bytes[in->flags + number] == 1;
}

/* NULL for none, or one that does not end. */
static const char *text_at(const struct compiled *in, size_t at)
{
    if (at >= in->text_bytes ||
        !memchr(in->bytes + in->texts + at, '\0', in->text_bytes - at))
        return NULL;
    return (const char *)in->bytes + in->texts + at;
}

static const char *get_text(const struct compiled *in, size_t number)
{
    int at = number < in->offset_count ? get_short(in, in->offsets + 2 * number) : -1;

    return at < 0 ? NULL : text_at(in, (size_t)at);
}

/* Lays the sections out from the flags on; false when they are more than there is. */
static bool lay_out(struct compiled *in, size_t flags)
{
    in->flags = flags;
    in->numbers = (flags + in->flag_count + 1) & ~(size_t)1;
    in->offsets = in->numbers + in->number_bytes * in->number_count;
    in->texts = in->offsets + 2 * in->offset_count;
    return in->texts + in->text_bytes <= in->size;
}

/* A count of a header; what is none is more than any file has. */
static size_t get_count(const struct compiled *in, size_t at)
{
    const int count = get_short(in, at);

    return count < 0 ? FILE_BYTES : (size_t)count;
}

static bool open_compiled(struct compiled *in, const char *type)
{
    const size_t length = strlen(type);
    size_t names;
    const char *at;

    if (in->size < HEADER ||
        (get_short(in, 0) != KIND_SHORT && get_short(in, 0) != KIND_LONG))
        return false;
    in->number_bytes = get_short(in, 0) == KIND_LONG ? 4 : 2;
    names = get_count(in, 2);
    in->flag_count = get_count(in, 4);
    in->number_count = get_count(in, 6);
    in->offset_count = get_count(in, 8);
    in->text_bytes = get_count(in, 10);
    if (!lay_out(in, HEADER + names) || !names || in->bytes[HEADER + names - 1])
        return false;
    /* One of "xterm|xterm-debian|X11 terminal emulator". */
    at = (const char *)in->bytes + HEADER;
    while (at && (strncmp(at, type, length) != 0 || !strchr("|", at[length])))
        at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL;
    return at != NULL;
}

/* What is behind all that has numbers, under names of its own; false for none. The
 * names follow the texts, and their places count from behind those. */
static bool open_extended(const struct compiled *in, struct compiled *extended)
{
    const size_t at = (in->texts + in->text_bytes + 1) & ~(size_t)1;

    *extended = (struct compiled){
        .bytes = in->bytes, .size = in->size, .number_bytes = in->number_bytes};
    if (at + 10 > in->size)
        return false;
    extended->flag_count = get_count(in, at);
    extended->number_count = get_count(in, at + 2);
    extended->offset_count = get_count(in, at + 4);
    extended->text_bytes = get_count(in, at + 8);
    if (!lay_out(extended, at + 10))
        return false;
    extended->texts +=
        2 * (extended->flag_count + extended->number_count + extended->offset_count);
    return extended->texts + extended->text_bytes <= in->size;
}

/* Where names begin among the texts. */
static size_t names_of(const struct compiled *extended)
{
    size_t end = 0;

    for (size_t i = 0; i < extended->offset_count; i++) {
        const char *text = get_text(extended, i);

        if (text)
            end += strlen(text) + 1;
    }
    return end;
}

static bool has_rgb(const struct compiled *in)
{
    struct compiled extended;
    size_t count;
    size_t names;

    if (!open_extended(in, &extended))
        return false;
    names = names_of(&extended);
    count = extended.flag_count + extended.number_count + extended.offset_count;
    for (size_t i = 0; i < count; i++) {
        const int at =
            get_short(&extended, extended.offsets + 2 * (extended.offset_count + i));
        const char *name = at < 0 ? NULL : text_at(&extended, names + (size_t)at);
        const size_t number = i - extended.flag_count;

        if (!name || strcmp(name, "RGB") != 0)
            continue;
        if (i < extended.flag_count)
            return get_flag(&extended, i);
        if (number < extended.number_count)
            return get_number(&extended, number) > 0;
        name = get_text(&extended, number - extended.number_count);
        return name && *name;
    }
    return false;
}

/* The whole file; of size 0 when it cannot be read, or is none of these. */
static struct compiled read_file(const char *path, struct arena *arena)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    struct compiled in = {0};

    if (fd < 0)
        return in;
    if (fstat(fd, &about) == 0 && about.st_size >= HEADER &&
        about.st_size <= FILE_BYTES) {
        const size_t size = (size_t)about.st_size;
        unsigned char *bytes = arena_alloc(arena, size);
        if (read(fd, bytes, size) == (ssize_t)size) {
            in.bytes = bytes;
            in.size = size;
        }
    }
    close(fd);
    return in;
}

bool description_of_file(struct description *description, const char *path,
                         const char *type)
{
    static const size_t texts[CAP_COUNT] = {
#define X(name, number) number,
        CAPABILITIES(X)
#undef X
    };
    struct compiled in = read_file(path, &description->arena);

    if (!open_compiled(&in, type) || get_flag(&in, FLAG_GENERIC) ||
        get_flag(&in, FLAG_HARD_COPY))
        return false;
    for (size_t i = 0; i < CAP_COUNT; i++) {
        const char *text = get_text(&in, texts[i]);
        description->text[i] = text ? text : "";
    }
#define X(name, number) description->name = get_number(&in, number);
    CAPABILITY_NUMBERS(X)
#undef X
    description->xenl = get_flag(&in, FLAG_XENL);
    description->has_rgb = has_rgb(&in);
    return true;
}

/* Where they lie, unless somebody says otherwise: then curses is asked. */
static bool find_file(struct description *description, const char *type)
{
    static const char *const folders[] = {"/etc/terminfo", "/lib/terminfo",
                                          "/usr/share/terminfo"};
    const char *home = environment("HOME");
    const char *path = NULL;

    if (*environment("TERMINFO") || *environment("TERMINFO_DIRS") ||
        strchr(type, '/') || *type == '.')
        return false;
    if (*home)
        path =
            arena_printf(&description->arena, "%s/.terminfo/%c/%s", home, *type, type);
    for (size_t i = 0; !path || access(path, R_OK) != 0; i++) {
        if (i == sizeof(folders) / sizeof(folders[0]))
            return false;
        path = arena_printf(&description->arena, "%s/%c/%s", folders[i], *type, type);
    }
    return description_of_file(description, path, type);
}

bool description_read(struct description *description, const char *type, int fd)
{
    description_close(description);
    return find_file(description, type) ||
           description_of_library(description, type, fd);
}

void description_close(struct description *description)
{
    arena_clear(&description->arena);
    *description = (struct description){0};
}
