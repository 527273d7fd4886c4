/*
 * Needless: options that contradict each other, and those that change nothing of what
 * is shown. Neither passes in silence: who asks for something must know that it is
 * there.
 */
#ifndef TUI_NEEDLESS_H
#define TUI_NEEDLESS_H

#include "tui/app.h"
#include "tui/options.h"

/* Whether the options go together; false after reporting which do not. */
bool needless_check(const struct options *options, struct diag_list *diags);

/* Warns of each option that changes nothing in the dataset on the screen, once they are
 * applied. */
void needless_say(const struct app *app, const struct options *options,
                  struct diag_list *diags);

/* The same of answers to a file that asks nothing, which was only read. */
void needless_say_answers(const struct dataset *dataset, const struct options *options,
                          struct diag_list *diags);

#endif
