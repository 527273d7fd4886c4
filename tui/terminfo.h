/*
 * Terminfo: what the description of the terminal says. It is asked before anything
 * is changed, so that the way back is known then. The only file that knows term.h.
 */
#ifndef TUI_TERMINFO_H
#define TUI_TERMINFO_H

#include "tui/decode.h"
#include "tui/paint.h"
#include "tui/restore.h"
#include "tui/theme.h"

#include <stdbool.h>
#include <stddef.h>

/* Opens the description that TERM names, or that of a terminal which is likely to do;
 * `note` says so then, else it is "". Returns the type, or NULL with the reason in
 * `note`. The description stays open until terminfo_forget() or curses' own end. */
const char *terminfo_choose(int fd, char *note, size_t note_size);
void terminfo_forget(void);

/* The strings that leave and enter the screen, for a window of so many rows. */
void terminfo_plan(struct restore_plan *plan, int rows);

enum { TERMINFO_KEYS = 24 };

/* Fills in the sequences of the terminal's keys and returns how many it has. They are
 * valid as long as the description is open. */
size_t terminfo_keys(struct decode_sequence keys[TERMINFO_KEYS]);

/* How many colours there are for us: 0, 8, 16 or 256; and whether the terminal's own
 * are to be had beside them. */
struct terminfo_colors {
    int count;
    bool has_own;
};
struct terminfo_colors terminfo_colors(void);

/* Fills in how the styles are turned on and what else paint.h needs, for styles that
 * look like this; false when the terminal is not of the kind that it is for. */
bool terminfo_paint(struct brushes *brushes,
                    const struct appearance looks[STYLE_COUNT]);

/* Asks for reports of clicks and the wheel, or for no more of them. A terminal that
 * does not speak ANSI has none. */
void terminfo_send_mouse(bool is_on);

/* Shows the cursor or hides it. */
void terminfo_send_cursor(bool is_shown);

/* Sets the scroll region anew: some terminals keep the one of their old size. */
void terminfo_send_region(int rows);

#endif
