/*
 * Pick list: all that a picker offers, folded once, and what fits the typed text.
 *
 *     list = pick_list_new(app, ops, arena);
 *     pick_list_find(list, app, ops, "viet");
 *     item = pick_list_at(list, 0);             the best
 *
 * A text that goes on from the one before can only fit less, so only what fitted is
 * looked at again.
 */
#ifndef TUI_PICK_LIST_H
#define TUI_PICK_LIST_H

#include "tui/picker.h"

struct pick_list;

/* Everything fits the empty text; memory is the arena's. */
struct pick_list *pick_list_new(const struct app *app, const struct picker_ops *ops,
                                struct arena *arena);

/* Finds what fits, the best first: a key that is typed as it is written, then a whole
 * name, then by match_score(); what fits alike keeps the order of the list. */
void pick_list_find(struct pick_list *list, const struct app *app,
                    const struct picker_ops *ops, const char *typed);

/* How many fit, and the one at this place of them. */
size_t pick_list_count(const struct pick_list *list);
const struct pick_item *pick_list_at(const struct pick_list *list, size_t place);

#endif
