/*
 * Picker: a list over the screen that typing narrows; Enter takes what is chosen.
 *
 * One table of functions for each thing there is to pick: pick_NAME.c.
 */
#ifndef TUI_PICKER_H
#define TUI_PICKER_H

#include "tui/app.h"

/* name of the ops table picker_NAME */
#define PICKERS(X) X(measure) X(sort)

struct pick_item {
    const char *text;   /* what is picked, and found by */
    const char *detail; /* beside it: a formula, a key; found by as well */
    struct column_spec spec;
    size_t number;
    bool is_on; /* the one that holds now */
};

struct picker_ops {
    const char *title;
    /* All there is to pick, in the order of an empty search; memory is the arena's. */
    size_t (*list)(const struct app *app, struct pick_item **items,
                   struct arena *arena);
    /* The picker is closed already. */
    void (*pick)(struct app *app, const struct pick_item *item);
};

#define X(name) extern const struct picker_ops picker_##name;
PICKERS(X)
#undef X

/* Opens it on what holds now. */
void picker_open(struct app *app, const struct picker_ops *ops);
void picker_key(struct app *app, int key);
void picker_draw(const struct app *app, struct cells *cells, struct arena *arena);

#endif
