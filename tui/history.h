/*
 * History: what was typed at prompts, gone through with Up and Down. In memory only.
 */
#ifndef TUI_HISTORY_H
#define TUI_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

enum { HISTORY_MAX = 16, HISTORY_TEXT_MAX = 1024, HISTORY_KINDS = 4 };

/* Of one kind of prompt, oldest first. */
struct history_list {
    char text[HISTORY_MAX][HISTORY_TEXT_MAX];
    size_t count;
};

struct prompt_history {
    struct history_list *list; /* by kind; made when something is kept first */
    size_t place;              /* how far back, 0: what is being typed */
};

struct app;

/* Keeps what was typed at the prompt that is open; nothing twice in a row. */
void history_keep(struct app *app, const char *text);

/* Puts the entry before (+1) or after (-1) into `text`; false when there is none. */
bool history_step(struct app *app, int step, char *text, size_t size);

#endif
