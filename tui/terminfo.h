/*
 * Terminfo: what the description of the terminal means for us. It is asked before
 * anything is changed, so that the way back is known then.
 */
#ifndef TUI_TERMINFO_H
#define TUI_TERMINFO_H

#include "tui/decode.h"
#include "tui/description.h"
#include "tui/paint.h"
#include "tui/restore.h"
#include "tui/theme.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads the description that TERM names, or that of a terminal which is likely to do;
 * `note` says so then, else it is "". Returns the type, or NULL with the reason in
 * `note`. */
const char *terminfo_choose(struct description *terminal, int fd, char *note,
                            size_t note_size);

/* The strings that leave and enter the screen, for a window of so many rows. */
void terminfo_plan(const struct description *terminal, struct restore_plan *plan,
                   int rows);

enum { TERMINFO_KEYS = 24 };

/* Fills in the sequences of the terminal's keys and returns how many it has. They are
 * valid as long as the description is open. */
size_t terminfo_keys(const struct description *terminal,
                     struct decode_sequence keys[TERMINFO_KEYS]);

/* How many colours there are for us: 0, 8, 16 or 256; and whether the terminal's own
 * are to be had beside them. */
struct terminfo_colors {
    int count;
    bool has_own;
};
struct terminfo_colors terminfo_colors(const struct description *terminal);

/* Fills in how the styles are turned on and what else paint.h needs, for styles that
 * look like this; false when the terminal is not of the kind that it is for. */
bool terminfo_paint(const struct description *terminal, struct brushes *brushes,
                    const struct appearance looks[STYLE_COUNT]);

/* Asks for reports of clicks and the wheel, or for no more of them. A terminal that
 * does not speak ANSI has none. */
void terminfo_send_mouse(const struct description *terminal, bool is_on);

/* Shows the cursor or hides it. */
void terminfo_send_cursor(const struct description *terminal, bool is_shown);

/* Sets the scroll region anew: some terminals keep the one of their old size. */
void terminfo_send_region(const struct description *terminal, int rows);

/* Behind curses' own end: without an alternate screen the prompt goes below it. */
void terminfo_send_below(const struct description *terminal);

#endif
