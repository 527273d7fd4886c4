/*
 * Pick list: all that a picker offers, and what fits the typed text.
 *
 *     list = pick_list_new(app, ops, arena);
 *     pick_list_find(list, app, ops, "viet");
 *     item = pick_list_at(list, 0);             the best
 *
 * A text that goes on from the one before can only fit less, so only what fitted is
 * looked at again. Opening a list makes no item of its runs; they are folded while
 * nobody types yet, or by the first text.
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
struct pick_item pick_list_at(const struct pick_list *list, size_t place);

/* Folds so many items more, which the first text would have to wait for; whether there
 * are others. */
bool pick_list_prepare(struct pick_list *list, size_t count);
bool pick_list_is_prepared(const struct pick_list *list);

#endif
