/*
 * Characters beside utf8proc: those that are known without it, and the reading and
 * writing of UTF-8.
 */
#include "core/base/characters.h"

#include <criterion/criterion.h>
#include <string.h>
#include <utf8proc.h>

enum { CODEPOINT_MAX = 0x10FFFF };

static enum character expected_of(utf8proc_int32_t codepoint)
{
    switch (utf8proc_category(codepoint)) {
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

Test(characters, are_what_unicode_says)
{
    for (utf8proc_int32_t c = 0; c <= CODEPOINT_MAX; c++) {
        cr_assert_eq(character_of((uint32_t)c), expected_of(c), "U+%04X", (unsigned)c);
        cr_assert_eq(character_is_wide((uint32_t)c), utf8proc_charwidth(c) == 2,
                     "U+%04X", (unsigned)c);
        cr_assert_eq(character_lower((uint32_t)c), (uint32_t)utf8proc_tolower(c),
                     "U+%04X", (unsigned)c);
    }
}

Test(characters, are_made_of_what_unicode_says)
{
    for (utf8proc_int32_t c = 1; c <= CODEPOINT_MAX; c++)
        for (int is_folded = 0; is_folded < 2; is_folded++) {
            utf8proc_int32_t expected[CHARACTER_PARTS_MAX] = {0};
            int32_t parts[CHARACTER_PARTS_MAX] = {0};
            int boundary = UTF8PROC_BOUNDCLASS_START;
            int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                          (is_folded ? UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK : 0);
            utf8proc_ssize_t count =
                utf8proc_decompose_char(c, expected, CHARACTER_PARTS_MAX,
                                        (utf8proc_option_t)options, &boundary);
            cr_assert_eq(character_parts((uint32_t)c, is_folded, parts),
                         count < 0 ? 0 : (size_t)count, "U+%04X", (unsigned)c);
            cr_assert_eq(memcmp(parts, expected, sizeof(parts)), 0, "U+%04X",
                         (unsigned)c);
        }
}

Test(characters, are_written_and_read_again)
{
    for (uint32_t c = 0; c <= CODEPOINT_MAX; c++) {
        utf8proc_uint8_t expected[4];
        utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)c, expected);
        char bytes[4];
        uint32_t again = 0;
        size_t size = character_write(c, bytes);
        const bool is_half = c >= 0xD800 && c <= 0xDFFF;

        cr_assert_eq(size, (size_t)length, "U+%04X", c);
        cr_assert_eq(memcmp(bytes, expected, size), 0, "U+%04X", c);
        cr_assert_eq(character_read(bytes, size, &again), is_half ? 0 : size, "U+%04X",
                     c);
        cr_assert_eq(again, is_half ? 0 : c);
        cr_assert_eq(character_read(bytes, size - 1, &again), 0, "U+%04X", c);
    }
    cr_assert_eq(character_write(CODEPOINT_MAX + 1, (char[4]){0}), 0);
}

/* All that begins with any two bytes. */
Test(characters, that_are_none_are_refused)
{
    static const unsigned char rest[][2] = {
        {0x80, 0x80}, {0xBF, 0xBF}, {'a', 0x80}, {0x80, 'a'}, {0xC3, 0xA9}};

    for (unsigned first = 0; first < 0x100; first++)
        for (unsigned second = 0; second < 0x100; second++)
            for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++) {
                const unsigned char bytes[] = {(unsigned char)first,
                                               (unsigned char)second, rest[i][0],
                                               rest[i][1]};
                utf8proc_int32_t expected = -1;
                uint32_t read = 0;
                utf8proc_ssize_t length = utf8proc_iterate(bytes, 4, &expected);
                size_t size = character_read((const char *)bytes, 4, &read);
                cr_assert_eq(size, length > 0 ? (size_t)length : 0, "%02X %02X %02X",
                             first, second, rest[i][0]);
                if (size)
                    cr_assert_eq(read, (uint32_t)expected);
            }
}
