/*
 * Text: UTF-8 that came from a file, made fit to be shown.
 *
 * This is the one sanitiser of the project: every string that reaches a
 * screen, a message or a pipe passes through text_next(). Control characters
 * (C0, DEL, C1), bidirectional marks, invisible and unassigned characters and
 * invalid bytes come out as a visible mark; combining marks are kept, at most
 * TEXT_MARKS after each character. Widths are those of the Unicode tables
 * (utf8proc), the same in every locale.
 */
#ifndef CORE_BASE_TEXT_H
#define CORE_BASE_TEXT_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a character that must not be shown turns into: U+FFFD. */
#define TEXT_MARK 0xFFFDu
#define TEXT_MARKS 2

/* One visible character: what to put into one cell, or into two. */
struct glyph {
    uint32_t codepoint;
    uint32_t mark[TEXT_MARKS]; /* combining marks, 0 where there is none */
    int width;                 /* cells: 1 or 2 */
    bool was_unsafe;           /* stands for something that is not shown */
};

/* Reads the next visible character of text[0..length) into *glyph and returns
 * the bytes it took, combining marks included; 0 at the end. */
size_t text_next(const char *text, size_t length, struct glyph *glyph);

/* Width in cells of the whole text once it is clean. */
int text_width(const char *text);

/* Whether all of it is UTF-8 (text_valid.c). */
bool text_is_valid(const char *text, size_t length);

/* A copy that is safe to send anywhere: valid UTF-8, unsafe characters as U+FFFD. */
char *text_clean(struct arena *arena, const char *text, size_t length);

/* The same in ASCII: accents dropped (Türkiye is Turkiye), common punctuation
 * replaced, anything else '?'. */
char *text_ascii(struct arena *arena, const char *text, size_t length);
/* The ASCII stand-in for one character, '?' when there is none. */
char text_ascii_for(uint32_t codepoint);

/* A copy with blanks after it, up to `cols` cells; wider text stays as it is. */
char *text_pad(struct arena *arena, const char *text, int cols);

/* How many bytes of `text` go into `cols` cells, broken after a word where possible; at
 * least one character. Skip the blanks that follow before the next line. */
size_t text_break(const char *text, int cols);

/* What comes after the last slash: "a/b.yaml" is called "b.yaml". Points into `path`.
 */
const char *text_file_name(const char *path);

/* Appends a code point as UTF-8 and returns its bytes (1 to 4). */
size_t text_encode(uint32_t codepoint, char out[4]);

/* Lower case without accents, for comparing what a person typed: "Turkiye"
 * and "TÜRKIYE" fold to the same. */
char *text_fold(struct arena *arena, const char *text);

/* The candidate closest to `word` when it is close enough to be a slip of the
 * finger (a third of its length, at most 3 edits), else NULL. */
const char *text_closest(const char *word, const char *const *candidates, size_t count);

#endif
