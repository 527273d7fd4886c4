#include "core/base/text.h"

#include "core/base/characters.h"

#include <limits.h>
#include <string.h>

/* So many combining marks are taken with one character at most (only the first
 * TEXT_MARKS are kept); those after them start a new one, as an unsafe mark. */
#define MARKS_READ 32

enum kind { KIND_VISIBLE, KIND_MARK, KIND_DROPPED, KIND_UNSAFE };

struct span {
    uint32_t first;
    uint32_t last;
};

/* Assigned and not of a category that is refused as a whole, but nothing to see:
 * Hangul fillers (letters by category). */
static const struct span invisible[] = {
    {0x115F, 0x1160}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}, {0xE0000, 0xE007F}};

/* These change or join what stands before them and can be left out: grapheme
 * joiner, Khmer inherent vowels, variation selectors. */
static const struct span dropped[] = {{0x034F, 0x034F}, {0x17B4, 0x17B5},
                                      {0x180B, 0x180D}, {0x180F, 0x180F},
                                      {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

/* Hangul vowels and finals: they share the cells of the consonant before them. */
static const struct span jamo[] = {{0x1161, 0x11FF}, {0xD7B0, 0xD7FF}};

static bool is_in(uint32_t codepoint, const struct span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codepoint >= spans[i].first && codepoint <= spans[i].last)
            return true;
    return false;
}

#define IS_IN(codepoint, spans) \
    is_in((codepoint), (spans), sizeof(spans) / sizeof((spans)[0]))

static enum kind kind_of(uint32_t codepoint)
{
    if (codepoint >= 0x20 && codepoint < 0x7F)
        return KIND_VISIBLE;
    if (IS_IN(codepoint, invisible))
        return KIND_UNSAFE;
    if (IS_IN(codepoint, dropped))
        return KIND_DROPPED;

    switch (character_of(codepoint)) {
    case CHARACTER_UNSEEN:
        return KIND_UNSAFE;
    case CHARACTER_MARK:
        return KIND_MARK;
    case CHARACTER_LETTER:
        return IS_IN(codepoint, jamo) ? KIND_MARK : KIND_VISIBLE;
    case CHARACTER_SEEN:
        break;
    }
    return KIND_VISIBLE;
}

/* Reads one code point; an invalid byte is TEXT_MARK, *is_valid false and 1. */
static size_t decode(const char *text, size_t length, uint32_t *codepoint,
                     bool *is_valid)
{
    const size_t size = character_read(text, length, codepoint);

    *is_valid = size > 0;
    if (!size)
        *codepoint = TEXT_MARK;
    return size ? size : 1;
}

/* Reads the combining marks that follow a character. */
static size_t read_marks(const char *text, size_t length, struct glyph *glyph)
{
    size_t kept = 0;
    size_t used = 0;

    for (int i = 0; i < MARKS_READ && used < length; i++) {
        uint32_t codepoint;
        bool is_valid;

        if ((unsigned char)text[used] < 0x80)
            break;

        size_t size = decode(text + used, length - used, &codepoint, &is_valid);
        enum kind kind = is_valid ? kind_of(codepoint) : KIND_UNSAFE;

        if (kind != KIND_MARK && kind != KIND_DROPPED)
            break;
        if (kind == KIND_MARK && kept < TEXT_MARKS)
            glyph->mark[kept++] = codepoint;
        used += size;
    }
    return used;
}

size_t text_next(const char *text, size_t length, struct glyph *glyph)
{
    uint32_t codepoint;
    bool is_valid;

    if (length == 0)
        return 0;

    size_t used = decode(text, length, &codepoint, &is_valid);

    *glyph = (struct glyph){.codepoint = TEXT_MARK, .width = 1, .was_unsafe = true};
    /* A mark without a base would land on whatever stands to the left of the text. */
    if (!is_valid || kind_of(codepoint) != KIND_VISIBLE)
        return used;

    glyph->codepoint = codepoint;
    glyph->was_unsafe = false;
    if (codepoint >= 0x80 && character_is_wide(codepoint))
        glyph->width = 2;
    return used + read_marks(text + used, length - used, glyph);
}

static bool is_plain(char byte)
{
    return byte >= ' ' && byte <= '~';
}

/* Bytes of ASCII at the beginning, each a glyph of its own; what comes behind them may
 * join with the last, which is left out then. */
static size_t plain_run(const char *text)
{
    size_t count = 0;

    while (is_plain(text[count]))
        count++;
    return count && text[count] ? count - 1 : count;
}

int text_width(const char *text)
{
    size_t plain = plain_run(text);
    size_t length = strlen(text + plain);
    struct glyph glyph;
    size_t used;
    int width = plain < INT_MAX ? (int)plain : INT_MAX - 1;

    text += plain;
    for (; (used = text_next(text, length, &glyph)) > 0; text += used, length -= used)
        if (width < INT_MAX - 1)
            width += glyph.width;
    return width;
}

const char *text_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

size_t text_encode(uint32_t codepoint, char out[4])
{
    const size_t size = character_write(codepoint, out);

    if (size && (codepoint < 0xD800 || codepoint > 0xDFFF))
        return size;
    memcpy(out, "\xEF\xBF\xBD", 3); /* TEXT_MARK */
    return 3;
}

/* Writes the glyph to `out`, which may be NULL to learn its length only. */
static size_t put_glyph(const struct glyph *glyph, char *out)
{
    char bytes[4 * (1 + TEXT_MARKS)];
    size_t size = text_encode(glyph->codepoint, bytes);

    for (size_t i = 0; i < TEXT_MARKS && glyph->mark[i]; i++)
        size += text_encode(glyph->mark[i], bytes + size);
    if (out)
        memcpy(out, bytes, size);
    return size;
}

static size_t put_clean(const char *text, size_t length, char *out)
{
    struct glyph glyph;
    size_t size = 0;
    size_t used;

    for (; (used = text_next(text, length, &glyph)) > 0; text += used, length -= used)
        size += put_glyph(&glyph, out ? out + size : NULL);
    return size;
}

char *text_clean(struct arena *arena, const char *text, size_t length)
{
    size_t size = put_clean(text, length, NULL);
    char *clean = arena_alloc(arena, size + 1);

    put_clean(text, length, clean);
    return clean;
}

struct stand_in {
    uint32_t codepoint;
    char ascii;
};

/* What has no decomposition that begins with an ASCII character. */
static const struct stand_in stand_ins[] = {
    {0x00A6, '|'},  {0x00AB, '"'},  {0x00B7, '.'},  {0x00BB, '"'},  {0x00C6, 'A'},
    {0x00D0, 'D'},  {0x00D7, 'x'},  {0x00D8, 'O'},  {0x00DE, 'T'},  {0x00DF, 's'},
    {0x00E6, 'a'},  {0x00F0, 'd'},  {0x00F7, '/'},  {0x00F8, 'o'},  {0x00FE, 't'},
    {0x0110, 'D'},  {0x0111, 'd'},  {0x0126, 'H'},  {0x0127, 'h'},  {0x0131, 'i'},
    {0x0141, 'L'},  {0x0142, 'l'},  {0x014A, 'N'},  {0x014B, 'n'},  {0x0152, 'O'},
    {0x0153, 'o'},  {0x0166, 'T'},  {0x0167, 't'},  {0x018F, 'A'},  {0x0259, 'a'},
    {0x02BB, '\''}, {0x02BC, '\''}, {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'},
    {0x2013, '-'},  {0x2014, '-'},  {0x2015, '-'},  {0x2018, '\''}, {0x2019, '\''},
    {0x201A, '\''}, {0x201B, '\''}, {0x201C, '"'},  {0x201D, '"'},  {0x201E, '"'},
    {0x201F, '"'},  {0x2022, '*'},  {0x2032, '\''}, {0x2033, '"'},  {0x2039, '<'},
    {0x203A, '>'},  {0x2044, '/'},  {0x2190, '<'},  {0x2191, '^'},  {0x2192, '>'},
    {0x2193, 'v'},  {0x2212, '-'},  {0x2215, '/'},  {0x2217, '*'},  {0x3001, ','},
    {0x3002, '.'},  {0x300A, '"'},  {0x300B, '"'},  {0x300C, '"'},  {0x300D, '"'},
    {0x30FB, '.'},
};

char text_ascii_for(uint32_t codepoint)
{
    int32_t parts[CHARACTER_PARTS_MAX];
    size_t count;

    if (codepoint < 0x80)
        return codepoint >= 0x20 && codepoint < 0x7F ? (char)codepoint : '?';
    for (size_t i = 0; i < sizeof(stand_ins) / sizeof(stand_ins[0]); i++)
        if (stand_ins[i].codepoint == codepoint)
            return stand_ins[i].ascii;
    count = character_parts(codepoint, false, parts);
    /* A space and a mark is how a lone accent decomposes: it is no space. */
    if (count > 0 && parts[0] >= 0x20 && parts[0] < 0x7F &&
        (parts[0] != ' ' || count == 1))
        return (char)parts[0];
    return '?';
}

char *text_ascii(struct arena *arena, const char *text, size_t length)
{
    /* A glyph takes one byte at least, and becomes one. */
    char *ascii = arena_alloc(arena, length + 1);
    struct glyph glyph;
    size_t size = 0;
    size_t used;

    for (; (used = text_next(text, length, &glyph)) > 0; text += used, length -= used)
        ascii[size++] = text_ascii_for(glyph.codepoint);
    return ascii;
}

/* Writes one code point, folded, to `out` or counts only, when that is NULL. */
static size_t put_folded(uint32_t codepoint, char *out)
{
    int32_t parts[CHARACTER_PARTS_MAX];
    size_t count = character_parts(codepoint, true, parts);
    size_t size = 0;
    char bytes[4];

    for (size_t i = 0; i < count; i++) {
        uint32_t part = (uint32_t)parts[i];
        char ascii = text_ascii_for(part);
        size_t step = text_encode(ascii == '?' ? part : (unsigned char)ascii, bytes);

        if (out)
            memcpy(out + size, bytes, step);
        size += step;
    }
    return size;
}

static size_t fold(const char *text, size_t length, char *out)
{
    size_t size = 0;

    while (length > 0) {
        uint32_t codepoint;
        bool is_valid;
        size_t used;

        if ((unsigned char)*text < 0x80) {
            if (out)
                out[size] =
                    *text >= 'A' && *text <= 'Z' ? (char)(*text + 'a' - 'A') : *text;
            size++;
            text++;
            length--;
            continue;
        }
        used = decode(text, length, &codepoint, &is_valid);
        size += put_folded(codepoint, out ? out + size : NULL);
        text += used;
        length -= used;
    }
    return size;
}

/* Most texts are letters of ASCII, which have capitals and nothing else. */
static char *fold_plain(struct arena *arena, const char *text, size_t length)
{
    char *folded = arena_copy(arena, text, length);

    for (size_t i = 0; i < length; i++)
        if (folded[i] >= 'A' && folded[i] <= 'Z')
            folded[i] = (char)(folded[i] - 'A' + 'a');
    return folded;
}

char *text_fold(struct arena *arena, const char *text)
{
    size_t plain = plain_run(text);
    size_t length = plain + strlen(text + plain);
    char *folded;

    if (plain == length)
        return fold_plain(arena, text, length);
    folded = arena_alloc(arena, fold(text, length, NULL) + 1);
    fold(text, length, folded);
    return folded;
}
