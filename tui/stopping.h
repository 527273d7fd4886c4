/*
 * Stopping: a key whose work takes too long is taken back.
 *
 * While a key may be stopped, what a refresh makes stands beside what was there before
 * (refresh.c). When the stop comes in time, the old frames stay, with the lens, the
 * view and the prompt that they were made of.
 */
#ifndef TUI_STOPPING_H
#define TUI_STOPPING_H

#include "tui/app.h"

/* What a stop brings back. */
struct moment {
    struct lens lens;
    struct lens_history *undo;
    struct lens_history *redo;
    enum view view;
    enum page page;
    size_t selected;
    size_t ranked;
    size_t trended;
    size_t first;
    size_t first_column;
    size_t column;
    size_t pane;
    enum prompt prompt;
    char input[FILTER_MAX];
};

/* From here on the stop takes back; `moment` and `stop` stay until stopping_end(). */
void stopping_begin(struct app *app, struct moment *moment, const struct stop *stop);
/* Whether something was taken back since. */
bool stopping_end(struct app *app);

/* What was done cannot be taken back: there are other rows. */
void stopping_never(struct app *app);

/* Whether the stop is wanted; then everything is as it was before the key. */
bool stopping_takes_back(struct app *app);

#endif
