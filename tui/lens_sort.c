/*
 * The order of the lens: one key after the other.
 */
#include "core/base/translate.h"
#include "tui/lens.h"

#include <stdio.h>

void lens_sort(struct app *app, struct sort_key key)
{
    struct query *query = &app->lens.query;

    app_remember(app);
    if (sort_key_equal(query->sort, key))
        key.is_descending = !query->sort.is_descending;
    else
        query->then_count = 0;
    query->sort = key;
    app_refresh(app);
}

/* The key that sorts by the same thing, or NULL. */
static struct sort_key *same_key(struct query *query, struct sort_key key)
{
    if (sort_key_equal(query->sort, key))
        return &query->sort;
    for (size_t i = 0; i < query->then_count; i++)
        if (sort_key_equal(query->then[i], key))
            return &query->then[i];
    return NULL;
}

void lens_sort_then(struct app *app, struct sort_key key)
{
    struct query *query = &app->lens.query;
    struct sort_key *same = same_key(query, key);

    if (!same && query->then_count == SORT_THEN_MAX) {
        snprintf(app->message, sizeof(app->message), _("at most %d keys to sort by"),
                 1 + SORT_THEN_MAX);
        return;
    }
    app_remember(app);
    if (same)
        same->is_descending = !same->is_descending;
    else
        query->then[query->then_count++] = key;
    app_refresh(app);
}
