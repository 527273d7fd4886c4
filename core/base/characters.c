#include "core/base/characters.h"

#include "core/base/late.h"
#include "core/base/translate.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Without the utf8proc_ that all of them begin with. */
#define CALLS(X) \
    X(category)  \
    X(charwidth) \
    X(tolower)   \
    X(decompose_char)

struct calls {
#define X(name) __typeof__(utf8proc_##name) *name;
    CALLS(X)
#undef X
};

/* The one library of the process: text has nothing that it could be kept in. */
static struct {
    pthread_once_t once;
    struct calls call;
} library = {.once = PTHREAD_ONCE_INIT};

static void load(void)
{
    static const struct late_call names[] = {
#define X(name) {"utf8proc_" #name, offsetof(struct calls, name)},
        CALLS(X)
#undef X
    };
    const char *absent = late_load(UTF8PROC_SONAME, names,
                                   sizeof(names) / sizeof(names[0]), &library.call);

    if (!absent)
        return;
    fprintf(stderr, "entrepot: ");
    fprintf(stderr, _("'%s' of %s cannot be loaded; is it installed?"), absent,
            "utf8proc");
    fputc('\n', stderr);
    abort();
}

static const struct calls *calls(void)
{
    pthread_once(&library.once, load);
    return &library.call;
}

struct span {
    uint32_t first;
    uint32_t last;
};

/* Seen, no letters of CHARACTER_LETTER, one cell wide: ASCII and Latin letters, dashes
 * and quotes, currencies, arrows, names of keys, what lines and bars are drawn with. */
static const struct span usual[] = {
    {0x20, 0x7E},     {0xA0, 0xA9},     {0xAB, 0xAC},     {0xAE, 0xB9},
    {0xBB, 0x1BA},    {0x2010, 0x2027}, {0x2030, 0x205E}, {0x20A0, 0x20BF},
    {0x2190, 0x2199}, {0x2200, 0x22FF}, {0x232B, 0x232B}, {0x23CE, 0x23CE},
    {0x2500, 0x25FC}, {0x2713, 0x2713}};

static bool is_usual(uint32_t codepoint)
{
    for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
        if (codepoint <= usual[i].last)
            return codepoint >= usual[i].first;
    return false;
}

enum character character_of(uint32_t codepoint)
{
    if (is_usual(codepoint))
        return CHARACTER_SEEN;
    switch (calls()->category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CHARACTER_UNSEEN;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
        return CHARACTER_MARK;
    case UTF8PROC_CATEGORY_LO:
        return CHARACTER_LETTER;
    default:
        return CHARACTER_SEEN;
    }
}

bool character_is_wide(uint32_t codepoint)
{
    return !is_usual(codepoint) && calls()->charwidth((utf8proc_int32_t)codepoint) == 2;
}

static uint32_t lower_ascii(uint32_t codepoint)
{
    return codepoint >= 'A' && codepoint <= 'Z' ? codepoint + ('a' - 'A') : codepoint;
}

uint32_t character_lower(uint32_t codepoint)
{
    return codepoint < 0x80 ? lower_ascii(codepoint)
                            : (uint32_t)calls()->tolower((utf8proc_int32_t)codepoint);
}

size_t character_parts(uint32_t codepoint, bool is_folded,
                       int32_t parts[CHARACTER_PARTS_MAX])
{
    int boundary = UTF8PROC_BOUNDCLASS_START;
    int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
    utf8proc_ssize_t count;

    if (codepoint < 0x80) {
        parts[0] = (int32_t)(is_folded ? lower_ascii(codepoint) : codepoint);
        return 1;
    }
    if (is_folded)
        options |= UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    count =
        calls()->decompose_char((utf8proc_int32_t)codepoint, parts, CHARACTER_PARTS_MAX,
                                (utf8proc_option_t)options, &boundary);
    if (count < 0)
        return 0;
    return count < CHARACTER_PARTS_MAX ? (size_t)count : CHARACTER_PARTS_MAX;
}

/* Bytes of the character that begins so; 0 for none. */
static size_t size_of(unsigned char first)
{
    return first < 0x80   ? 1
           : first < 0xC2 ? 0
           : first < 0xE0 ? 2
           : first < 0xF0 ? 3
           : first < 0xF5 ? 4
                          : 0;
}

size_t character_read(const char *text, size_t length, uint32_t *codepoint)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t size = length ? size_of((unsigned char)text[0]) : 0;
    uint32_t read;

    if (!size || size > length)
        return 0;
    read = (unsigned char)text[0] & (size == 1 ? 0x7Fu : 0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) != 0x80)
            return 0;
        read = read << 6 | (byte & 0x3F);
    }
    if (read < least[size] || read > 0x10FFFF || (read >= 0xD800 && read <= 0xDFFF))
        return 0;
    *codepoint = read;
    return size;
}

size_t character_write(uint32_t codepoint, char out[4])
{
    const size_t size = codepoint < 0x80       ? 1
                        : codepoint < 0x800    ? 2
                        : codepoint < 0x10000  ? 3
                        : codepoint < 0x110000 ? 4
                                               : 0;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};

    for (size_t i = size; i-- > 1; codepoint >>= 6)
        out[i] = (char)(0x80 | (codepoint & 0x3F));
    if (size)
        out[0] = (char)(lead[size] | codepoint);
    return size;
}
