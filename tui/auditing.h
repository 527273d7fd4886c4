/*
 * Auditing: the audits of the dataset, behind the screen.
 *
 * The page opens at once and fills as the audits end; where there is nothing to do
 * meanwhile (--print, tests), it waits for all of them. What was found is kept until
 * there is another dataset or language.
 */
#ifndef TUI_AUDITING_H
#define TUI_AUDITING_H

#include "core/query/audit_job.h"

struct app;

struct auditing {
    struct audit_job *job; /* NULL: none was begun */
    struct audit_seen seen;
};

/* Begins, unless that was done before, and shows the page. */
void auditing_open(struct app *app);
/* Takes what was found since; whether the screen is another. */
bool auditing_look(struct app *app);
/* How long to wait for a key at most, in milliseconds; -1: for ever. */
int auditing_wait(const struct app *app);
bool auditing_is_running(const struct app *app);

/* Forgets what was found, and ends what is running. */
void auditing_close(struct app *app);

#endif
