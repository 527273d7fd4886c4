/*
 * Tabs: several datasets open at once, each with its own lens, history and view.
 *
 * struct app holds everything of the one that is on the screen. The others wait as
 * whole copies of it; what belongs to the program and not to a dataset (tabs_share())
 * goes over to the next one on a change. So a new field of struct app belongs to the
 * dataset until it is named there.
 */
#ifndef TUI_TABS_H
#define TUI_TABS_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { TAB_MAX = 64 };

struct app;
struct load_answers;

struct tabs {
    struct app *parked[TAB_MAX]; /* by tab; that of the current one is out of date */
    size_t more;                 /* tabs besides the first */
    size_t current;
};

/* How many are open, 1 at least: an empty one counts. */
size_t tabs_count(const struct app *app);

/* "2/3 " when there are several, else "". */
const char *tabs_place(const struct app *app, struct arena *arena);

/* Opens the file in a tab of its own, or goes to the tab that has it; an empty tab is
 * filled. False when there are too many, or when it has mistakes, which are shown. */
bool tabs_open(struct app *app, const char *path);
/* The same with answers about this file, which live as long as the program. */
bool tabs_open_answered(struct app *app, const char *path,
                        const struct load_answers *answers);

/* Goes to the tab of this number, or `step` tabs on, round the ends; false with one. */
void tabs_go(struct app *app, size_t number);
bool tabs_step(struct app *app, long step);

/* Closes the tab that is on the screen and frees what it held; false for the last. */
bool tabs_close(struct app *app);

/* What was found in the other tabs is in another language (auditing.h). */
void tabs_forget_audits(struct app *app);

/* Frees what the other tabs hold, when the program ends. */
void tabs_end(struct app *app);

#endif
