#include "core/query/row_store.h"

#include "core/query/frame_internal.h"

/* With the memory of the set that goes: new pages cost more than what is written on
 * them. */
static struct arena *arena_after(const struct row_set_kept *kept)
{
    struct arena next = kept->arena ? *kept->arena : (struct arena){0};
    struct arena *arena;

    arena_reuse(&next);
    arena = ARENA_NEW(&next, struct arena);
    *arena = next;
    return arena;
}

static void drop(struct row_set_kept *kept)
{
    struct arena last = kept->arena ? *kept->arena : (struct arena){0};

    arena_clear(&last);
    *kept = (struct row_set_kept){0};
}

/* NULL where the rows are periods. */
static const struct row_list *list_of(struct row_store *store,
                                      const struct making *making, size_t now)
{
    struct row_list_kept *oldest = &store->lists[0];

    if (!making->rows)
        return NULL;
    for (size_t i = 0; i < ROW_LISTS_KEPT; i++) {
        struct row_list_kept *kept = &store->lists[i];
        if (kept->list && row_list_fits(kept->list, making)) {
            kept->used = now;
            return kept->list;
        }
        if (kept->used < oldest->used)
            oldest = kept;
    }
    arena_reuse(&oldest->arena);
    oldest->list = row_list_new(making, &oldest->arena);
    oldest->used = now;
    return oldest->list;
}

/* Which goes first: what no frame holds, then what was used longest ago. */
static bool goes_before(const struct row_set_kept *a, const struct row_set_kept *b)
{
    return a->is_held != b->is_held ? b->is_held : a->used < b->used;
}

struct row_set *row_store_get(struct row_store *store, const struct making *making,
                              size_t now)
{
    struct row_set_kept *found = NULL;
    struct row_set_kept *oldest = &store->kept[0];

    for (size_t i = 0; i < ROW_SETS_KEPT && !found; i++) {
        struct row_set_kept *kept = &store->kept[i];
        if (kept->set && row_set_fits(kept->set, making))
            found = kept;
        if (goes_before(kept, oldest))
            oldest = kept;
    }
    if (!found) {
        found = oldest;
        *found = (struct row_set_kept){.arena = arena_after(found), .made = now};
        found->set = row_set_new(making, list_of(store, making, now), found->arena);
    }
    found->used = now;
    return found->set;
}

void row_store_end(struct row_store *store, size_t begun, bool is_good)
{
    for (size_t i = 0; i < ROW_SETS_KEPT; i++) {
        struct row_set_kept *kept = &store->kept[i];
        if (is_good)
            kept->is_held = kept->used > begun;
        else if (kept->made > begun)
            drop(kept);
    }
}

void row_store_clear(struct row_store *store)
{
    for (size_t i = 0; i < ROW_SETS_KEPT; i++)
        drop(&store->kept[i]);
    for (size_t i = 0; i < ROW_LISTS_KEPT; i++)
        arena_clear(&store->lists[i].arena);
    *store = (struct row_store){0};
}
