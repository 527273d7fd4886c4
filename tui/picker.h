/*
 * Picker: a list over the screen that typing narrows; Enter takes what is chosen.
 *
 * One table of functions for each thing there is to pick: pick_NAME.c. The list is made
 * once, when the picker opens (pick_list.h), and folded while no key waits, so that
 * lists of 100,000 members answer every key.
 */
#ifndef TUI_PICKER_H
#define TUI_PICKER_H

#include "tui/app.h"

/* name of the ops table picker_NAME */
#define PICKERS(X) X(measure) X(sort) X(then) X(column) X(palette) X(jump) X(help)

struct pick_item {
    const char *text;   /* what is picked, and found by */
    const char *detail; /* beside it: a formula, a code; found by as well */
    const char *also;   /* found by and not shown; NULL: nothing */
    const char *kind;   /* "action", "partner"; NULL in lists of one kind */
    const char *keys;   /* that do the same, apart by blanks; NULL: none */
    struct column_spec spec;
    size_t number;
    uint32_t member;
    size_t
        run;  /* for how many items it stands, which ops->nth() makes; 0: for itself */
    int what; /* for the picker's own use */
    bool is_on; /* the one that holds now */
};

struct picker_ops {
    const char *title;
    const char *take; /* what Enter does, "take" */
    /* All there is to pick, in the order of an empty search; memory is the arena's. */
    size_t (*list)(const struct app *app, struct pick_item **items,
                   struct arena *arena);
    /* One of the items that one of them stands for; NULL where none does. */
    struct pick_item (*nth)(const struct app *app, const struct pick_item *run,
                            size_t number);
    /* What the typed text is by itself, as a row's number; false: nothing. May be NULL.
     */
    bool (*typed)(const struct app *app, const char *text, struct pick_item *item,
                  struct arena *arena);
    /* The picker is closed already; the item is gone when this returns. */
    void (*pick)(struct app *app, const struct pick_item *item);
    bool takes_keys; /* a key that types nothing is looked for by its name */
};

#define X(name) extern const struct picker_ops picker_##name;
PICKERS(X)
#undef X

/* Opens it on what holds now. */
void picker_open(struct app *app, const struct picker_ops *ops);
void picker_close(struct app *app);
void picker_key(struct app *app, int key);
/* For moments without keys: does a little of what keys would wait for. How long to the
 * next such moment, in milliseconds; -1: nothing is left to do. */
void picker_look(struct app *app);
int picker_wait(const struct app *app);
void picker_draw(const struct app *app, struct cells *cells, struct arena *arena);

#endif
