#include "core/load/encoding.h"

#include "core/base/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

enum { WINDOW = 64 * 1024, CHARACTER_MAX = 4 };

enum state {
    STATE_ASCII,  /* nothing else was seen yet */
    STATE_AS_IS,  /* it is UTF-8, or nobody knows what */
    STATE_CONVERT /* `from` is open */
};

struct encoding {
    struct bytes *raw;
    struct arena *arena;
    struct arena scratch; /* while it is guessed what it is */
    struct bytes text;
    enum state state;
    const char *name; /* of what `from` converts; NULL: nothing */
    iconv_t from;
    size_t read;  /* bytes of `raw` so far, for messages */
    size_t start; /* of what is left in the window */
    size_t end;
    size_t made_start; /* of what was converted and not given out */
    size_t made_end;
    char *window; /* WINDOW bytes each, from when they are needed on: most files */
    char *made;   /* are ASCII and need neither */
};

static void need_window(char **window, struct arena *arena)
{
    if (!*window)
        *window = arena_alloc(arena, WINDOW);
}

static bool open_iconv(const char *name, iconv_t *from)
{
    *from = iconv_open("UTF-8", name);
    /* What iconv says of an unknown name is no pointer. */
    return *from != (iconv_t)-1; // NOLINT(performance-no-int-to-ptr)
}

bool encoding_is_known(const char *name)
{
    iconv_t from;

    if (!open_iconv(name, &from))
        return false;
    iconv_close(from);
    return true;
}

static bool fail(struct encoding *encoding, const char *name)
{
    return diag_error(
        encoding->raw->diags, (struct source_pos){.file = encoding->raw->name},
        "cannot read: it is in %s, which this system cannot convert", name);
}

static bool convert_from(struct encoding *encoding, const char *name)
{
    if (!open_iconv(name, &encoding->from))
        return fail(encoding, name);
    need_window(&encoding->window, encoding->arena);
    need_window(&encoding->made, encoding->arena);
    encoding->name = arena_copy(encoding->arena, name, strlen(name));
    encoding->state = STATE_CONVERT;
    return true;
}

/* Whether every unit of two bytes whose upper half is zero is a character of text. */
static bool is_text(const char *head, size_t size, size_t upper)
{
    for (size_t i = 0; i + 1 < size; i += 2) {
        unsigned char low = (unsigned char)head[i + 1 - upper];
        if (!head[i + upper] && low < ' ' && low != '\t' && low != '\r' && low != '\n')
            return false;
    }
    return true;
}

/* UTF-16 has a mark, or a zero in every other byte and none between. */
static const char *utf16(const char *head, size_t size)
{
    size_t zeros[2] = {0, 0};

    if (size >= 2 && memcmp(head, "\xff\xfe", 2) == 0)
        return "UTF-16LE";
    if (size >= 2 && memcmp(head, "\xfe\xff", 2) == 0)
        return "UTF-16BE";
    if (!memchr(head, '\0', size))
        return NULL;
    for (size_t i = 0; i < size; i++)
        zeros[i % 2] += !head[i];
    if (!zeros[0] && zeros[1] && zeros[1] >= size / 8 && is_text(head, size, 1))
        return "UTF-16LE";
    if (!zeros[1] && zeros[0] && zeros[0] >= size / 8 && is_text(head, size, 0))
        return "UTF-16BE";
    return NULL;
}

static bool begin(struct encoding *encoding, const char *said)
{
    const char *head;
    size_t size = bytes_peek(encoding->raw, &head);

    if (!said)
        said = utf16(head, size);
    if (encoding->raw->has_failed)
        return false;
    return !said || convert_from(encoding, said);
}

/* Where the first byte is that is not of ASCII: they are passed many at a time. */
static size_t first_high(const char *text, size_t size)
{
    size_t i = 0;
    uint64_t word[4];

    for (; i + sizeof(word) <= size; i += sizeof(word)) {
        memcpy(word, text + i, sizeof(word));
        if ((word[0] | word[1] | word[2] | word[3]) & 0x8080808080808080u)
            break;
    }
    for (; i < size; i++)
        if ((unsigned char)text[i] >= 0x80)
            return i;
    return size;
}

/* Reads until the window is full or the file ends; false at the end. */
static bool fill(struct encoding *encoding)
{
    size_t kept = encoding->end - encoding->start;
    size_t before = encoding->read;

    memmove(encoding->window, encoding->window + encoding->start, kept);
    encoding->start = 0;
    encoding->end = kept;
    while (encoding->end < WINDOW) {
        size_t size = bytes_read(encoding->raw, encoding->window + encoding->end,
                                 WINDOW - encoding->end);
        if (!size)
            break;
        encoding->end += size;
        encoding->read += size;
    }
    return encoding->read > before;
}

/* The window may end within a character. */
static bool is_utf8(const char *text, size_t size)
{
    for (size_t cut = 0; cut < CHARACTER_MAX && cut < size; cut++)
        if (text_is_valid(text, size - cut))
            return true;
    return false;
}

/* Decides by the window, which begins with the first byte that is not ASCII. */
static bool decide(struct encoding *encoding)
{
    const char *name = NULL;

    fill(encoding);
    encoding->scratch.on_failure = encoding->arena->on_failure;
    if (!is_utf8(encoding->window, encoding->end))
        name = encoding_guess(encoding->window, encoding->end, &encoding->scratch);
    arena_clear(&encoding->scratch);
    encoding->state = STATE_AS_IS;
    return !name || convert_from(encoding, name);
}

/* Text in ASCII goes straight to who asks, as much as comes without waiting; from the
 * first other byte on it is kept until it is known what it is. */
static size_t read_ascii(struct encoding *encoding, char *out, size_t room)
{
    size_t size = 0;
    size_t ascii = 0;
    bool is_short;

    do {
        size_t wanted = room - size < WINDOW ? room - size : WINDOW;
        size_t got = bytes_read(encoding->raw, out + size, wanted);
        encoding->read += got;
        size += got;
        ascii += first_high(out + ascii, size - ascii);
        is_short = got < wanted || bytes_may_wait(encoding->raw);
    } while (ascii == size && size < room && !is_short);
    if (ascii == size)
        return size;
    need_window(&encoding->window, encoding->arena);
    memcpy(encoding->window, out + ascii, size - ascii);
    encoding->start = 0;
    encoding->end = size - ascii;
    return decide(encoding) ? ascii : BYTES_FAILED;
}

static size_t read_as_is(struct encoding *encoding, char *out, size_t room)
{
    size_t kept = encoding->end - encoding->start;
    size_t size = kept < room ? kept : room;

    if (!size)
        return bytes_read(encoding->raw, out, room);
    memcpy(out, encoding->window + encoding->start, size);
    encoding->start += size;
    return size;
}

static bool fail_at(struct encoding *encoding)
{
    size_t at = encoding->read - (encoding->end - encoding->start) + 1;

    return diag_error(encoding->raw->diags,
                      (struct source_pos){.file = encoding->raw->name},
                      "byte %zu of the file is no %s; --encoding=NAME says what it is",
                      at, encoding->name);
}

/* Converts what is in the window; false after a mistake. */
static bool convert(struct encoding *encoding)
{
    char *from = encoding->window + encoding->start;
    size_t left = encoding->end - encoding->start;
    char *to = encoding->made;
    size_t room = WINDOW;
    size_t result = iconv(encoding->from, &from, &left, &to, &room);
    bool is_bad = result == (size_t)-1 && errno == EILSEQ;

    encoding->start = (size_t)(from - encoding->window);
    encoding->made_start = 0;
    encoding->made_end = WINDOW - room;
    return !is_bad || encoding->made_end || fail_at(encoding);
}

static size_t read_converted(struct encoding *encoding, char *out, size_t room)
{
    size_t made;

    while (encoding->made_start == encoding->made_end) {
        bool has_more = encoding->end - encoding->start >= WINDOW / 2 || fill(encoding);
        if (encoding->raw->has_failed)
            return BYTES_FAILED;
        if (encoding->start == encoding->end)
            return 0;
        if (!convert(encoding))
            return BYTES_FAILED;
        if (has_more || encoding->made_end)
            continue;
        if (bytes_were_stopped(encoding->raw))
            return 0;
        return fail_at(encoding) ? 0 : BYTES_FAILED;
    }
    made = encoding->made_end - encoding->made_start;
    made = made < room ? made : room;
    memcpy(out, encoding->made + encoding->made_start, made);
    encoding->made_start += made;
    return made;
}

static size_t read_text(void *state, void *out, size_t room)
{
    struct encoding *encoding = (struct encoding *)state;

    if (encoding->state == STATE_ASCII) {
        size_t size = read_ascii(encoding, (char *)out, room);
        if (size || encoding->state == STATE_ASCII)
            return encoding->raw->has_failed && !size ? BYTES_FAILED : size;
    }
    if (encoding->state == STATE_CONVERT)
        return read_converted(encoding, (char *)out, room);
    room = read_as_is(encoding, (char *)out, room);
    return encoding->raw->has_failed ? BYTES_FAILED : room;
}

struct encoding *encoding_new(struct arena *arena)
{
    struct encoding *encoding = ARENA_NEW(arena, struct encoding);

    encoding->arena = arena;
    return encoding;
}

bool encoding_open(struct encoding *encoding, struct bytes *raw, const char *said)
{
    static const struct bytes_layer layer = {read_text};

    encoding->raw = raw;
    encoding->state = STATE_ASCII;
    encoding->name = NULL;
    encoding->read = encoding->start = encoding->end = 0;
    encoding->made_start = encoding->made_end = 0;
    /* Three bytes for a character of two: UTF-8 may be longer than what it was. */
    bytes_open_layer(&encoding->text, raw->name, &layer, encoding, SIZE_MAX,
                     raw->diags);
    encoding->text.size = raw->size;
    encoding->text.progress = raw->progress;
    encoding->text.is_text = true;
    return begin(encoding, said);
}

void encoding_close(struct encoding *encoding)
{
    if (encoding->state == STATE_CONVERT)
        iconv_close(encoding->from);
    encoding->state = STATE_AS_IS;
    arena_clear(&encoding->scratch);
}

struct bytes *encoding_bytes(struct encoding *encoding)
{
    return &encoding->text;
}

const char *encoding_name(const struct encoding *encoding)
{
    return encoding->name;
}
