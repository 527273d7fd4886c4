/*
 * Clipboard: text for the clipboard of the terminal, wherever that is, by OSC 52.
 *
 * The text goes as base64, so nothing in it can be taken for a control sequence. A
 * multiplexer between us and the terminal passes on only what is wrapped for it.
 */
#ifndef TUI_CLIPBOARD_H
#define TUI_CLIPBOARD_H

#include "core/base/arena.h"

#include <stddef.h>

/* What xterm takes at most, and others too: 100,000 bytes of sequence. */
enum { CLIPBOARD_MAX = 74994 };

enum clipboard_wrap {
    CLIPBOARD_PLAIN,
    CLIPBOARD_TMUX,  /* as it is for `set-clipboard on`, and passed through */
    CLIPBOARD_SCREEN /* in pieces that screen passes on */
};

/* What TMUX, STY and TERM in the environment say. */
enum clipboard_wrap clipboard_wrap(void);

/* The bytes to send. */
const char *clipboard_sequence(const char *text, size_t size, enum clipboard_wrap wrap,
                               struct arena *arena);

#endif
