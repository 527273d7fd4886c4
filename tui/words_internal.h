/*
 * What the files that say words share (words.h).
 */
#ifndef TUI_WORDS_INTERNAL_H
#define TUI_WORDS_INTERNAL_H

#include "tui/app.h"

/* What a word is said of: the app, and the first look with which it is compared. */
struct saying {
    const struct app *app;
    struct query natural;
    struct arena *arena;
};

/* One entry of a list: "name:value", or the value alone. */
struct word_part {
    const char *name; /* NULL: not said */
    const char *value;
};

/* Takes the next entry out of *list, without the backslashes; false at its end. */
bool words_next_part(const char **list, struct word_part *part, struct arena *arena);

/* Where on the screen one is: each the argument of the option of its name in the arena,
 * NULL where nothing need be said (words_place.c). */
const char *say_against(const struct saying *saying);
const char *say_select(const struct saying *saying);
const char *say_at(const struct saying *saying);
const char *say_assume(const struct saying *saying);
const char *say_scroll(const struct saying *saying);

#endif
