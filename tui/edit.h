/*
 * Edit: one line of text that a person types.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include <stdbool.h>
#include <stddef.h>

/* Puts a key into the text of at most `size` bytes, its end among them: a character is
 * added, Backspace takes the last one away with all its bytes, Ctrl-U takes all, Ctrl-W
 * the last word. Whether the text is another now. */
bool edit_key(char *text, size_t size, int key);

#endif
