/*
 * Tty: the terminal as a device, without curses: its size, its modes, its keys.
 */
#ifndef TUI_TTY_H
#define TUI_TTY_H

#include "tui/decode.h"

#include <stdbool.h>
#include <termios.h>

struct tty {
    int out; /* standard output */
    int in;  /* standard input, or the controlling terminal when that is data */
    struct termios before;
    struct termios during; /* no line editing, no echo; signals stay */
    struct decoder decoder;
    int watched; /* whose bytes end a wait for a key; -1: nothing's */
};

/* Returns NULL, or why there is no usable terminal. Changes nothing yet. */
const char *tty_open(struct tty *tty);
void tty_close(struct tty *tty);

/* Rows and columns as the terminal says, within 1 and the SCREEN_..._MAX; 24 x 80 if it
 * does not know. */
void tty_size(const struct tty *tty, int *rows, int *cols);

enum { TTY_WOKEN = -1 };

/* Waits for a key at most `milliseconds` (-1: for ever). TTY_WOKEN: wake_fd has
 * something to read. INPUT_NONE: nothing came, or something to what is watched.
 * INPUT_CLOSED: the terminal is gone. */
int tty_key(struct tty *tty, int wake_fd, int milliseconds);

#endif
