/*
 * Prompts: what is typed on the last line, acting as it is typed.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/app.h"

void prompt_open(struct app *app, enum prompt prompt);
void prompt_key(struct app *app, int key);
/* Whether the key changes the filter, whatever the rows of now are. */
bool prompt_needs_no_rows(const struct app *app, int key);

/* Says that no row has the text that was looked for. */
void prompt_not_found(struct app *app, const char *text);

#endif
