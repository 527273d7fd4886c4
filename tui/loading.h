/*
 * Loading: files that are read behind the screen.
 *
 * A file that is there in a moment is shown as if it had been read at once. Of another,
 * the first rows come on the screen as a dataset of their own (is_unread), which more
 * rows replace and at last the whole, as a reload would: what is looked at stays. A
 * file that is read again stays what it was until the new one is whole.
 *
 * Each tab has its own. What comes is taken only while nothing is open that the change
 * of every row would confuse.
 */
#ifndef TUI_LOADING_H
#define TUI_LOADING_H

#include "tui/follow.h"

#include <stdbool.h>
#include <stddef.h>

struct app;
struct job;
struct options;
struct workspace_entry;

/* How far it was when it was looked at last. */
struct loading_seen {
    size_t bytes; /* of the files as they lie on the disk */
    size_t total; /* of these; 0: not known */
    size_t rows;
    bool is_arranging; /* all is read, and put in order */
    long elapsed;      /* milliseconds */
};

struct loading {
    struct job *job; /* NULL: nothing is being read */
    const char *path;
    struct file_stamp stamp; /* of the file when that began */
    bool is_reload;
    bool asks;                    /* whether what the whole leaves open is asked */
    bool is_stopping;             /* Esc was pressed */
    const struct options *wanted; /* to be applied to the whole; NULL: nothing is */
    const struct workspace_entry *words; /* the same of a workspace, before these */
    long started;                        /* milliseconds of clock_now() */
    long drawn;                          /* when the progress was on the screen last */
    bool is_running;
    struct loading_seen seen;
};

/* Begins to read what is at the path, which lives on, and waits a moment for it where
 * there is a screen already: what came of it may be shown then. False when it cannot be
 * done behind. */
bool loading_start(struct app *app, const char *path, bool is_reload);
/* Waits a moment for what was begun before there was a screen. */
void loading_await(struct app *app);

/* Takes what has come, if anything; whether the screen is another. */
bool loading_look(struct app *app);
/* The picture of what was taken is on the screen. */
void loading_go_on(const struct app *app);
/* How long to wait for a key at most, in milliseconds; -1: for ever. */
int loading_wait(const struct app *app);
/* Readable when something has come; -1: nothing is being read. */
int loading_fd(const struct app *app);

/* Ends it with what was read by then; what is read again is left as it was. False when
 * nothing is being read. */
bool loading_stop(struct app *app);
/* Ends it without a trace. */
void loading_close(struct app *app);

/* Whether it takes so long that the progress is shown. */
bool loading_is_shown(const struct app *app);

#endif
