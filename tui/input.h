/*
 * Input: keys as numbers. Characters are their code points; the rest is below.
 */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stddef.h>

enum {
    INPUT_NONE = 0, /* nothing came before the time was over */
    INPUT_TAB = 9,
    INPUT_ENTER = 13, /* carriage return and line feed alike */
    INPUT_ESCAPE = 27,
    INPUT_BACKSPACE = 127, /* 8 and 127 alike */
    INPUT_FIRST = 0x110000,
    INPUT_UP = INPUT_FIRST,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_HOME,
    INPUT_END,
    INPUT_BACKTAB,
    INPUT_DELETE,
    INPUT_INSERT,
    INPUT_F1,
    INPUT_F12 = INPUT_F1 + 11,
    INPUT_RESIZE, /* the window has another size */
    INPUT_RESUME, /* back from being suspended */
    INPUT_CLOSED, /* the terminal is gone */
    INPUT_MOUSE   /* a click or the wheel; where and what is apart (mouse.h) */
};

#define INPUT_CTRL(letter) ((letter)&31)

/* The next key of a --keys text: `s b <Down> <Enter> <C-l> <Space> <lt>`, where plain
 * characters stand for themselves (blanks too) and names are in angle brackets.
 * Moves *text on; returns INPUT_NONE at the end, -1 for an unknown name. */
int input_read(const char **text);

/* The key that a person calls so: one character, or a name without brackets (Enter,
 * Ctrl-L, F6); -1 for no key. */
int input_find(const char *name);

enum { INPUT_NAME_MAX = 16 };

/* The name of a key as people write it: q, Enter, PgUp, Ctrl-L, F1, Space. */
const char *input_name(char out[INPUT_NAME_MAX], int key);

#endif
