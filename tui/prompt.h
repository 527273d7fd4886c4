/*
 * Prompts: what is typed on the last line, acting as it is typed.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/app.h"

void prompt_open(struct app *app, enum prompt prompt);
void prompt_key(struct app *app, int key);

/* One choice of the sort prompt: a letter for each column of the frame. */
struct sort_choice {
    char letter;
    const char *title;
    struct sort_key key;
};

enum { SORT_CHOICE_MAX = 24 };

size_t prompt_sort_choices(const struct app *app,
                           struct sort_choice choices[SORT_CHOICE_MAX]);

#endif
