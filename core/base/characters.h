/*
 * Characters: what Unicode says of a code point (utf8proc).
 *
 * The library is loaded for the first that is not among those which nearly every screen
 * and file has (late.h). For text.c, which has the rest about text.
 */
#ifndef CORE_BASE_CHARACTERS_H
#define CORE_BASE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* By their category: what can be seen by itself, letters (not of small and capital
 * ones), marks that go with what is before them, and what is no character for a screen:
 * unassigned, controls, formats, line ends. */
enum character { CHARACTER_SEEN, CHARACTER_LETTER, CHARACTER_MARK, CHARACTER_UNSEEN };

enum character character_of(uint32_t codepoint);
bool character_is_wide(uint32_t codepoint);
uint32_t character_lower(uint32_t codepoint);

/* The longest compatibility decomposition has 18 code points. */
enum { CHARACTER_PARTS_MAX = 32 };

/* What it is made of, by compatibility, and how many that are; folded, without case and
 * marks. 0: it is no character. */
size_t character_parts(uint32_t codepoint, bool is_folded,
                       int32_t parts[CHARACTER_PARTS_MAX]);

/* One of UTF-8: how many bytes it takes, 0 for bytes that are none. */
size_t character_read(const char *text, size_t length, uint32_t *codepoint);
/* The same written; 0 for what is none. */
size_t character_write(uint32_t codepoint, char out[4]);

#endif
