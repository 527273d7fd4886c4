/*
 * Screen: cells on a real terminal, keys from it.
 *
 *     if (!screen_open(&look, note, sizeof(note))) ...
 *     screen_show(cells); key = screen_key(-1); ...
 *     screen_close();
 *
 * However the program ends (a signal, a crash, a lost line), the terminal is as it was
 * before: modes, cursor, colours, mouse, alternate screen. Nothing is sent while
 * nothing changes.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "tui/cells.h"
#include "tui/look.h"
#include "tui/mouse.h"

#include <stdbool.h>
#include <stddef.h>

/* A window larger than this is used in part; a client may claim any size. */
enum { SCREEN_ROWS_MAX = 500, SCREEN_COLS_MAX = 1000 };

/* Takes over the terminal (keys come from /dev/tty when standard input is data).
 * `look` says what is wished for and is lowered to what the terminal can do. Returns
 * false when there is no usable terminal; `note` then says why. On success it may hold
 * one line for the user ("unknown terminal 'foo', using xterm-256color"), else "". */
bool screen_open(struct look *look, char *note, size_t note_size);
/* Gives the terminal back; harmless when it is not open. */
void screen_close(void);

void screen_size(int *rows, int *cols);

/* Sends what differs from the last picture. */
void screen_show(const struct cells *cells);

/* Sends text to the clipboard of the terminal (clipboard.h); nothing can be seen. */
void screen_copy(const char *text, size_t size);
/* Shows everything in another theme from the next picture on. */
void screen_use_theme(const struct theme *theme);

/* Forgets the last picture, so that the next screen_show() sends everything. */
void screen_forget(void);

/* Whether clicks and the wheel are reported; they are not at first. */
void screen_use_mouse(bool is_on);

/* Waits for a key at most `milliseconds` (-1: for ever); see input.h. Something to be
 * read from `watched` (-1: nothing is) ends the wait with INPUT_NONE. */
int screen_key(int milliseconds, int watched);
/* What came with the last INPUT_MOUSE. */
struct mouse screen_mouse(void);

/* Suspends the program as ^Z does and comes back with the terminal taken over again. */
void screen_suspend(void);

#endif
