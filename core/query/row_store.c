#include "core/query/row_store.h"

#include "core/query/frame_internal.h"

static struct arena *arena_new(void)
{
    struct arena first = {0};
    struct arena *arena = ARENA_NEW(&first, struct arena);

    *arena = first;
    return arena;
}

static void drop(struct row_set_kept *kept)
{
    struct arena last = kept->arena ? *kept->arena : (struct arena){0};

    arena_clear(&last);
    *kept = (struct row_set_kept){0};
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
        drop(found);
        found->arena = arena_new();
        found->set = row_set_new(making, found->arena);
        found->made = now;
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
}
