/*
 * Restore: gives the terminal back however the program ends, and takes note of the
 * signals that concern the screen.
 *
 * All that a handler needs is prepared beforehand: two strings to write and two sets of
 * terminal modes. A fatal signal (from outside, or a crash on whatever stack is left)
 * writes the leaving string, sets the modes of before and goes on to its usual end, so
 * that the exit status is right. Stopping and continuing do the same and come back.
 *
 * Signals that were ignored when the program started stay ignored (nohup).
 * A handler has no argument of ours, so restore.c has the one static struct of its own.
 */
#ifndef TUI_RESTORE_H
#define TUI_RESTORE_H

#include <stdbool.h>
#include <termios.h>

enum { RESTORE_BYTES = 512 };

struct restore_plan {
    int fd;
    bool has_mouse; /* reports of it are turned on again, too */
    struct termios before;
    struct termios during;
    char leave[RESTORE_BYTES]; /* sent when the program leaves the terminal */
    char enter[RESTORE_BYTES]; /* sent when it comes back after being stopped */
};

/* Installs the handlers; from here on every end restores the terminal. */
bool restore_arm(const struct restore_plan *plan);
/* Changes the strings (the window has another size). */
void restore_update(const struct restore_plan *plan);
/* Puts the handlers of before back. Harmless when not armed. */
void restore_disarm(void);

/* Becomes readable when there are events. */
int restore_wake_fd(void);

enum { RESTORE_RESIZED = 1, RESTORE_RESUMED = 2 };

/* What has happened since the last call, as a set of bits. */
int restore_events(void);

#endif
