/* Text in a width: where a line ends, and what fills it up. */
#include "core/base/text.h"

#include <string.h>

char *text_pad(struct arena *arena, const char *text, int cols)
{
    int missing = cols - text_width(text);

    return arena_printf(arena, "%s%*s", text, missing > 0 ? missing : 0, "");
}

/* What a line does not begin with: the ends of clauses and brackets in wide form. */
static bool is_closing(uint32_t codepoint)
{
    static const uint32_t closing[] = {
        0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x201D,
        0x2019, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F,
    };

    for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
        if (closing[i] == codepoint)
            return true;
    return false;
}

/* Chinese has no blanks: a line ends beside any wide character. */
size_t text_break(const char *text, int cols)
{
    size_t length = strlen(text);
    size_t at = 0;
    size_t last_break = 0;
    int used = 0;
    int before = 0;

    while (at < length) {
        struct glyph glyph;
        size_t bytes = text_next(text + at, length - at, &glyph);
        bool is_beside_wide = before && (before > 1 || glyph.width > 1);
        if (is_beside_wide && !is_closing(glyph.codepoint))
            last_break = at;
        if (used + glyph.width > cols)
            return last_break ? last_break : (at ? at : bytes);
        if (text[at] == ' ')
            last_break = at;
        used += glyph.width;
        before = glyph.width;
        at += bytes;
    }
    return length;
}
