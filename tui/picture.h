/*
 * Picture: what the terminal is known to show, cell by cell.
 */
#ifndef TUI_PICTURE_H
#define TUI_PICTURE_H

#include "tui/cells.h"

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

bool picture_is_same(const struct cell *a, const struct cell *b);

/* Characters that every terminal takes to be as wide as we do: Latin, Greek, Cyrillic
 * and what glyphs.h draws with are one cell, Chinese characters, kana and Hangul two.
 * After others the cursor may be elsewhere than we think. */
bool picture_is_certain(const struct cell *cell);

/* The cell's characters as wide ones, ended by 0. False when the C library, and so
 * curses, takes the first to have another width than ours: it would push the rest of
 * the row aside. In the last column some terminals put a combining mark into the next
 * row: there it is left out. */
bool picture_text(const struct cell *cell, bool is_last, wchar_t out[TEXT_MARKS + 2]);

/* Whether the cells say where the cursor is, and that is within so many of them. */
bool picture_has_cursor(const struct cells *cells, int rows, int cols);

void picture_blank(struct cell *cell, size_t count);

#endif
