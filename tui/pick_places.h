/*
 * Places: everything that can be gone to or done by its name, as items of a picker.
 *
 * The command palette offers all of them, the jump those of the dataset, the help the
 * actions alone.
 */
#ifndef TUI_PICK_PLACES_H
#define TUI_PICK_PLACES_H

#include "tui/picker.h"

/* constant: a row of the tables of makers and goers; a set has a bit for each */
#define PLACES(X) X(ACTION) X(PERIOD) X(COLUMN) X(DATASET) X(MEMBER) X(ROW)

enum place {
#define X(constant) PLACE_##constant,
    PLACES(X)
#undef X
        PLACE_COUNT
};

#define PLACE_BIT(constant) (1u << PLACE_##constant)

/* All places of the kinds in `set`, by kind. Without a dataset on screen there are
 * actions and datasets only. */
size_t places_list(const struct app *app, unsigned set, struct pick_item **items,
                   struct arena *arena);

/* A member, of those that an item stands for. */
struct pick_item places_nth(const struct app *app, const struct pick_item *run,
                            size_t number);

/* "120" is row 120 of those on screen. */
bool places_typed_row(const struct app *app, const char *text, struct pick_item *item,
                      struct arena *arena);

/* Goes there, or does it. */
void places_go(struct app *app, const struct pick_item *item);

/* "Exports, average growth": what a column is called (pick_columns.c). */
const char *places_column_title(const struct app *app, struct column_spec spec,
                                struct arena *arena);

#endif
