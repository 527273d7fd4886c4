/*
 * Follow: whether the file on disk is still the one that was read.
 *
 * The file is looked at when the program wakes up anyway, at most once a second. A
 * change is said once; with --watch the file is read again, and again when it was only
 * half written.
 */
#ifndef TUI_FOLLOW_H
#define TUI_FOLLOW_H

#include <stdbool.h>
#include <stdint.h>

/* What tells one state of a file from another; zeroed: there is no regular file. */
struct file_stamp {
    bool is_regular;
    uintmax_t device;
    uintmax_t number;
    intmax_t size;
    intmax_t seconds;
    long nanoseconds;
};

struct follow {
    struct file_stamp read; /* what is shown */
    struct file_stamp told; /* what was said to be new, or could not be read */
    bool has_failed;        /* `told` has mistakes */
    bool has_looked;
    long looked; /* milliseconds, when the file was looked at last */
};

struct app;

struct file_stamp file_stamp_of(const char *path);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/* Looks at the file when a second has gone since the last time; `now` is in
 * milliseconds of a clock that only goes forward. Whether the screen is another. */
bool follow_look(struct app *app, long now);

/* How long to wait for a key at most, in milliseconds; -1: for ever. */
int follow_wait(const struct app *app);

#endif
