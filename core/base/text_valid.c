#include "core/base/text.h"

#include "core/base/characters.h"

#include <stdint.h>
#include <string.h>

/* Eight bytes of ASCII at once: nearly all of every file. */
static size_t ascii_end(const char *text, size_t length)
{
    size_t at = 0;
    uint64_t word;

    while (at + sizeof(word) <= length) {
        memcpy(&word, text + at, sizeof(word));
        if (word & 0x8080808080808080u)
            break;
        at += sizeof(word);
    }
    while (at < length && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

bool text_is_valid(const char *text, size_t length)
{
    size_t at = ascii_end(text, length);

    while (at < length) {
        uint32_t codepoint;
        size_t size = character_read(text + at, length - at, &codepoint);
        if (!size)
            return false;
        at += size;
        at += ascii_end(text + at, length - at);
    }
    return true;
}
