/*
 * Session: the screen and the app, in two threads.
 *
 * One thread has the terminal, the other the app: a worker (core/base/worker.h) that
 * takes a key, changes the app and draws a picture of it, which the first one shows.
 * While the worker works the app is its alone; the first thread goes on with what it
 * has: the last picture, in whatever size the window gets, and after a while that work
 * is going on. Keys that come meanwhile wait and are taken together. Esc stops the work
 * (stopping.h).
 */
#ifndef TUI_SESSION_H
#define TUI_SESSION_H

#include "tui/app.h"

/* What is to be done before the first picture; false: there is to be none. */
struct session_start {
    bool (*begin)(struct app *app, void *state);
    void *state;
    /* Nothing is asked for that could take its time: the thread that has the terminal
     * does it, since another one takes as long to begin as the picture to be drawn. */
    bool is_quick;
};

/* Takes keys until the end; the screen is open. */
void session_run(struct app *app, const struct session_start *start);

#endif
