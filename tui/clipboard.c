#include "tui/clipboard.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Screen takes 768 bytes in one device control string, its ends among them. */
enum { SCREEN_PIECE = 760 };

static const char *base64(const char *text, size_t size, struct arena *arena)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789+/";
    const unsigned char *bytes = (const unsigned char *)text;
    char *out = arena_alloc(arena, (size + 2) / 3 * 4 + 1);
    char *at = out;

    for (size_t i = 0; i < size; i += 3) {
        size_t left = size - i;
        uint32_t group = (uint32_t)bytes[i] << 16;
        group |= left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0;
        group |= left > 2 ? bytes[i + 2] : 0;
        *at++ = letters[group >> 18];
        *at++ = letters[group >> 12 & 63];
        *at++ = '=';
        *at++ = '=';
        if (left > 1)
            at[-2] = letters[group >> 6 & 63];
        if (left > 2)
            at[-1] = letters[group & 63];
    }
    return out;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

enum clipboard_wrap clipboard_wrap(void)
{
    const char *term = getenv("TERM");

    if (is_set("TMUX") || (term && strncmp(term, "tmux", 4) == 0))
        return CLIPBOARD_TMUX;
    if (is_set("STY") || (term && strncmp(term, "screen", 6) == 0))
        return CLIPBOARD_SCREEN;
    return CLIPBOARD_PLAIN;
}

static const char *in_pieces(const char *sequence, struct arena *arena)
{
    size_t length = strlen(sequence);
    size_t pieces = length / SCREEN_PIECE + 1;
    char *out = arena_alloc(arena, length + 4 * pieces + 1);
    char *at = out;

    for (size_t i = 0; i < length; i += SCREEN_PIECE) {
        size_t piece = length - i < SCREEN_PIECE ? length - i : SCREEN_PIECE;
        memcpy(at, "\033P", 2);
        memcpy(at + 2, sequence + i, piece);
        memcpy(at + 2 + piece, "\033\\", 2);
        at += piece + 4;
    }
    return out;
}

const char *clipboard_sequence(const char *text, size_t size, enum clipboard_wrap wrap,
                               struct arena *arena)
{
    const char *code = base64(text, size, arena);
    const char *plain = arena_printf(arena, "\033]52;c;%s\a", code);

    switch (wrap) {
    case CLIPBOARD_TMUX:
        /* Within the wrapping every escape is doubled. */
        return arena_printf(arena, "%s\033Ptmux;\033\033]52;c;%s\a\033\\", plain, code);
    case CLIPBOARD_SCREEN:
        return in_pieces(plain, arena);
    case CLIPBOARD_PLAIN:
        break;
    }
    return plain;
}
