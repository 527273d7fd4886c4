#include "core/base/text.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#define MARK "\xEF\xBF\xBD"

Test(text, every_unsafe_code_point_becomes_a_mark)
{
    static const struct {
        uint32_t first;
        uint32_t last;
    } unsafe[] = {
        {0x00, 0x1F},       {0x7F, 0x9F},         {0x00AD, 0x00AD},
        {0x061C, 0x061C},   {0x115F, 0x1160},     {0x180E, 0x180E},
        {0x200B, 0x200F},   {0x2028, 0x202E},     {0x2060, 0x2064},
        {0x2066, 0x206F},   {0x3164, 0x3164},     {0xE000, 0xE003},
        {0xF8FF, 0xF8FF},   {0xFDD0, 0xFDEF},     {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},   {0xFFF9, 0xFFFB},     {0xFFFE, 0xFFFF},
        {0x0378, 0x0379},   {0x1FFFE, 0x1FFFF},   {0xE0000, 0xE007F},
        {0xF0000, 0xF0003}, {0x100000, 0x1000FF}, {0x10FFFE, 0x10FFFF},
    };

    for (size_t i = 0; i < sizeof(unsafe) / sizeof(unsafe[0]); i++)
        for (uint32_t code = unsafe[i].first; code <= unsafe[i].last; code++) {
            char bytes[4];
            size_t size = text_encode(code, bytes);
            struct glyph glyph;

            cr_assert_eq(text_next(bytes, size, &glyph), size, "U+%04X", code);
            cr_expect(glyph.was_unsafe, "U+%04X", code);
            cr_expect_eq(glyph.codepoint, TEXT_MARK, "U+%04X", code);
            cr_expect_eq(glyph.width, 1, "U+%04X", code);
        }
}

struct clean_case {
    char name[40];
    char text[48];
    char clean[64];
};

ParameterizedTestParameters(text, clean)
{
    static struct clean_case cases[] = {
        {"plain", "Exports 2024", "Exports 2024"},
        {"Chinese", "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87"},
        {"SGR", "a\x1b[31mb", "a" MARK "[31mb"},
        {"OSC 52", "\x1b]52;c;eA==\a", MARK "]52;c;eA==" MARK},
        {"C1 CSI",
         "\xC2\x9B"
         "31m",
         MARK "31m"},
        {"raw 9b",
         "\x9B"
         "31m",
         MARK "31m"},
        {"DEL, TAB, CR, LF, BS", "\x7F\t\r\n\b", MARK MARK MARK MARK MARK},
        {"bidi override",
         "a\xE2\x80\xAE"
         "b",
         "a" MARK "b"},
        {"zero width space",
         "a\xE2\x80\x8B"
         "b",
         "a" MARK "b"},
        {"overlong slash", "\xC0\xAF", MARK MARK},
        {"overlong three", "\xE0\x80\xAF", MARK MARK MARK},
        {"surrogate", "\xED\xA0\x80", MARK MARK MARK},
        {"beyond Unicode", "\xF4\x90\x80\x80", MARK MARK MARK MARK},
        {"five bytes", "\xF8\x88\x80\x80\x80", MARK MARK MARK MARK MARK},
        {"cut at the end", "a\xE4\xB8", "a" MARK MARK},
        {"cut in the middle",
         "\xE4\xB8"
         "a",
         MARK MARK "a"},
        {"lone continuation",
         "\x80"
         "a",
         MARK "a"},
        {"Latin-1", "T\xFCrkiye", "T" MARK "rkiye"},
        {"combining", "e\xCC\x81", "e\xCC\x81"},
        {"combining without a base",
         "\xCC\x81"
         "a",
         MARK "a"},
        {"three marks", "e\xCC\x81\xCC\x82\xCC\x83x", "e\xCC\x81\xCC\x82x"},
        {"variation selector", "\xE2\x9D\xA4\xEF\xB8\x8F!", "\xE2\x9D\xA4!"},
        {"no-break space",
         "a\xC2\xA0"
         "b",
         "a\xC2\xA0"
         "b"},
    };

    return cr_make_param_array(struct clean_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct clean_case *c, text, clean)
{
    struct arena arena = {0};

    cr_expect_str_eq(text_clean(&arena, c->text, strlen(c->text)), c->clean, "%s",
                     c->name);
    arena_clear(&arena);
}

Test(text, what_is_clean_stays_as_it_is)
{
    struct arena arena = {0};
    char bytes[256];

    for (unsigned seed = 0; seed < 2000; seed++) {
        for (size_t i = 0; i < sizeof(bytes); i++)
            bytes[i] =
                (char)((seed * 2654435761u + (unsigned)i * 40503u * (seed + i)) >> 7);
        const char *clean = text_clean(&arena, bytes, sizeof(bytes));
        cr_assert_str_eq(text_clean(&arena, clean, strlen(clean)), clean);
        for (const char *pos = clean; *pos; pos++)
            cr_assert((unsigned char)*pos >= 0x20 && *pos != 0x7F);
    }
    arena_clear(&arena);
}

Test(text, a_nul_inside_is_marked_and_cuts_nothing)
{
    struct arena arena = {0};

    cr_expect_str_eq(text_clean(&arena, "a\0b", 3), "a" MARK "b");
    cr_expect_str_eq(text_clean(&arena, "", 0), "");
    arena_clear(&arena);
}

Test(text, a_flood_of_marks_is_read_in_bounded_steps)
{
    char text[1 + 2 * 1000];
    struct glyph glyph;

    text[0] = 'e';
    for (size_t i = 0; i < 1000; i++)
        memcpy(text + 1 + 2 * i, "\xCC\x81", 2);
    cr_expect_lt(text_next(text, sizeof(text), &glyph), 100);
    cr_expect_eq(glyph.mark[0], 0x301);
    cr_expect_eq(glyph.mark[TEXT_MARKS - 1], 0x301);
}

struct width_case {
    char text[40];
    int width;
};

ParameterizedTestParameters(text, width)
{
    static struct width_case cases[] = {
        {"", 0},
        {"abc", 3},
        {"\xE4\xB8\xAD\xE6\x96\x87", 4},
        {"\xE4\xB8\xAD"
         "a",
         3},
        {"C\xC3\xB4te d\xE2\x80\x99Ivoire", 13},
        {"Co\xCC\x82te", 4},
        {"\xED\x95\x9C\xEA\xB5\xAD", 4},
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2},
        {"\xEF\xBC\xA1", 2},
        {"\xE2\x96\x88", 1},
        {"\xE2\x88\x92", 1},
        {"\xF0\x9F\x98\x80", 2},
        {"a\tb", 3},
        {"\xFF\xFE", 2},
        {"\xE4\xB8", 2},
    };

    return cr_make_param_array(struct width_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct width_case *c, text, width)
{
    cr_expect_eq(text_width(c->text), c->width, "%s: %d", c->text, text_width(c->text));
}

Test(text, encode_writes_what_next_reads)
{
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[4];
        struct glyph glyph;
        size_t size = text_encode(code, bytes);

        cr_assert_eq(text_next(bytes, size, &glyph), size, "U+%04X", code);
        cr_assert(glyph.codepoint == TEXT_MARK || glyph.codepoint == code, "U+%04X",
                  code);
        cr_assert(glyph.width == 1 || glyph.width == 2, "U+%04X", code);
    }
}

Test(text, encode_refuses_what_is_no_code_point)
{
    char bytes[4];

    cr_expect_eq(text_encode(0xD800, bytes), 3);
    cr_expect_eq(memcmp(bytes, MARK, 3), 0);
    cr_expect_eq(text_encode(0x110000, bytes), 3);
    cr_expect_eq(text_encode(UINT32_MAX, bytes), 3);
}

struct ascii_case {
    char text[48];
    char ascii[32];
};

ParameterizedTestParameters(text, ascii)
{
    static struct ascii_case cases[] = {
        {"T\xC3\xBCrkiye", "Turkiye"},
        {"Co\xCC\x82te d\xE2\x80\x99Ivoire", "Cote d'Ivoire"},
        {"S\xC3\xA3o Tom\xC3\xA9 \xE2\x80\x93 x", "Sao Tome - x"},
        {"\xE2\x88\x92"
         "5",
         "-5"},
        {"\xC5\x81\xC3\xB3"
         "d\xC5\xBA",
         "Lodz"},
        {"\xE4\xB8\xAD\xE6\x96\x87", "??"},
        {"\xEF\xBC\xA1\xC2\xA0\xC2\xB2", "A 2"},
        {"\x1b[m\xFF", "?[m?"},
        {"\xC2\xA8", "?"},
    };

    return cr_make_param_array(struct ascii_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct ascii_case *c, text, ascii)
{
    struct arena arena = {0};

    cr_expect_str_eq(text_ascii(&arena, c->text, strlen(c->text)), c->ascii);
    arena_clear(&arena);
}

Test(text, ascii_is_always_printable)
{
    for (uint32_t code = 0; code < 0x110000; code++) {
        char ascii = text_ascii_for(code);
        cr_assert(ascii >= 0x20 && ascii < 0x7F, "U+%04X", code);
    }
}

Test(text, folding_forgets_case_and_accents)
{
    static const char *const same[][2] = {
        {"T\xC3\x9CRK\xC4\xB0YE", "turkiye"},
        {"Tu\xCC\x88rkiye", "turkiye"},
        {"C\xC3\x94TE D\xE2\x80\x99IVOIRE", "cote d'ivoire"},
        {"STRASSE", "stra\xC3\x9F"
                    "e"},
        {"\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87"},
        {"\xC5\x81\xC3\xB3"
         "d\xC5\xBA",
         "lodz"},
    };
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
        cr_expect_str_eq(text_fold(&arena, same[i][0]), text_fold(&arena, same[i][1]));
    cr_expect_str_eq(text_fold(&arena, ""), "");
    cr_expect_not_null(text_fold(&arena, "\xFF\xE4"));
    arena_clear(&arena);
}

Test(text, closest_finds_slips_of_the_finger)
{
    static const char *const keys[] = {"title", "publisher", "unit", "columns",
                                       "observations"};
    static const char *const cases[][2] = {
        {"tilte", "title"},
        {"Title", "title"},
        {"publishr", "publisher"},
        {"units", "unit"},
        {"column", "columns"},
        {"obsrevatoins", "observations"},
        {"zzzzz", NULL},
        {"", NULL},
        {"x", NULL},
        {"tunnels", NULL},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *found = text_closest(cases[i][0], keys, 5);

        if (cases[i][1])
            cr_expect(found && strcmp(found, cases[i][1]) == 0, "%s", cases[i][0]);
        else
            cr_expect_null(found, "%s", cases[i][0]);
    }
}

Test(text, closest_takes_words_of_any_length)
{
    static const char *const keys[] = {"title"};
    char word[200];

    memset(word, 't', sizeof(word) - 1);
    word[sizeof(word) - 1] = '\0';
    cr_expect_null(text_closest(word, keys, 1));
    cr_expect_null(text_closest("title", NULL, 0));
}
