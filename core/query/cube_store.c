#include "core/query/cube_store.h"

#include <string.h>

/* What the rows themselves are narrowed to is no matter of the cube. */
static bool is_same(const struct cubes_kept *kept, const struct dataset *dataset,
                    const struct query *query)
{
    if (!kept->cubes || kept->rows != query->rows)
        return false;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != query->rows && kept->within[d] != query->within[d])
            return false;
    return true;
}

static void make(struct cubes_kept *kept, const struct dataset *dataset,
                 const struct query *query)
{
    struct cube *cubes;

    row_store_clear(&kept->rows_of);
    arena_clear(&kept->arena);
    cubes = ARENA_ARRAY(&kept->arena, struct cube, dataset->measure_count);
    cubes_new(dataset, query, cubes, &kept->arena);
    kept->cubes = cubes;
    kept->rows = query->rows;
    memcpy(kept->within, query->within, sizeof(kept->within));
}

/* Which goes first: what no frame holds, then what was used longest ago. */
static bool goes_before(const struct cubes_kept *a, const struct cubes_kept *b)
{
    return a->is_held != b->is_held ? b->is_held : a->used < b->used;
}

struct cubes_kept *cube_store_find(struct cube_store *store,
                                   const struct dataset *dataset,
                                   const struct query *query)
{
    struct cubes_kept *found = NULL;
    struct cubes_kept *oldest = &store->kept[0];

    for (size_t i = 0; i < CUBES_KEPT && !found; i++) {
        struct cubes_kept *kept = &store->kept[i];
        if (is_same(kept, dataset, query))
            found = kept;
        if (goes_before(kept, oldest))
            oldest = kept;
    }
    store->uses++;
    if (!found) {
        found = oldest;
        make(found, dataset, query);
        found->made = store->uses;
        found->is_held = false;
    }
    found->used = store->uses;
    return found;
}

const struct cube *cube_store_get(struct cube_store *store,
                                  const struct dataset *dataset,
                                  const struct query *query)
{
    return cube_store_find(store, dataset, query)->cubes;
}

static void drop(struct cubes_kept *kept)
{
    row_store_clear(&kept->rows_of);
    arena_clear(&kept->arena);
    *kept = (struct cubes_kept){0};
}

void cube_store_begin(struct cube_store *store)
{
    store->begun = store->uses;
}

void cube_store_end(struct cube_store *store, bool is_good)
{
    for (size_t i = 0; i < CUBES_KEPT; i++) {
        struct cubes_kept *kept = &store->kept[i];
        row_store_end(&kept->rows_of, store->begun, is_good);
        if (is_good)
            kept->is_held = kept->used > store->begun;
        else if (kept->made > store->begun)
            drop(kept);
    }
}

void cube_store_clear(struct cube_store *store)
{
    for (size_t i = 0; i < CUBES_KEPT; i++)
        drop(&store->kept[i]);
    *store = (struct cube_store){0};
}
