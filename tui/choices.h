/*
 * Choices: prompts that are answered with one letter.
 */
#ifndef TUI_CHOICES_H
#define TUI_CHOICES_H

#include "tui/app.h"

/* What a letter does: a sort key, a currency, or a scale, by the prompt that is open.
 */
struct choice {
    char letter;
    const char *title;
    bool is_on;  /* it is so now */
    bool is_all; /* opens the list of all there is */
    struct sort_key sort;
    const char *note;     /* said after the title, or NULL */
    const char *currency; /* NULL: the choice is a scale */
    bool has_scale;       /* false: the scale is found */
    int scale;
};

enum { CHOICE_MAX = 32 };

/* Whether the open prompt is one of these. */
bool choices_are_open(const struct app *app);

/* What the open prompt asks, "sort by" or "unit". */
const char *choices_question(const struct app *app);
size_t choices_list(const struct app *app, struct choice choices[CHOICE_MAX]);

/* The key that answers: does it and closes the prompt. */
void choices_key(struct app *app, int key);

#endif
