/*
 * Decode: the bytes that a terminal sends, as keys (input.h).
 *
 * Knows the sequences of ANSI terminals in both keypad modes; those of the terminal's
 * own description come in addition. A sequence that nobody knows is swallowed whole, so
 * that its letters do not act as keys.
 *
 *     read bytes to decoder.bytes + decoder.count, add to decoder.count
 *     while ((key = decode_key(&decoder, false)) > 0) ...
 *     DECODE_MORE: wait a moment for the rest, then ask with is_over = true
 */
#ifndef TUI_DECODE_H
#define TUI_DECODE_H

#include "tui/mouse.h"

#include <stdbool.h>
#include <stddef.h>

enum { DECODE_BYTES = 64, DECODE_MORE = -1 };

struct decode_sequence {
    const char *bytes;
    int key;
};

/* Zero is an empty one. */
struct decoder {
    unsigned char bytes[DECODE_BYTES];
    size_t count;
    const struct decode_sequence *sequences; /* of this terminal; two bytes or more */
    size_t sequence_count;
    bool has_mouse;     /* whether its reports are INPUT_MOUSE, else they are nothing */
    struct mouse mouse; /* of the last INPUT_MOUSE */
};

/* Takes the next key out of the bytes. INPUT_NONE: there is none. DECODE_MORE: what is
 * there may be the beginning of one; with `is_over` it is taken as it stands. */
int decode_key(struct decoder *decoder, bool is_over);

#endif
