/*
 * Cubes that are kept from one frame to the next: sorting, filtering, another period or
 * another column needs no pass over the observations.
 *
 * A cube is told by its rows and what the other dimensions are narrowed to. The few
 * that were used last are kept; frames that are alive at once must not need more. Those
 * that a set of frames uses stay until the next set is there:
 *
 *     cube_store_begin(store); ... frame_new() ...; cube_store_end(store, is_good);
 */
#ifndef CORE_QUERY_CUBE_STORE_H
#define CORE_QUERY_CUBE_STORE_H

#include "core/query/cube.h"
#include "core/query/row_store.h"

enum { CUBES_KEPT = 6 };

struct cubes_kept {
    struct arena arena;       /* of the cubes */
    const struct cube *cubes; /* by measure; NULL: none yet */
    struct row_store rows_of; /* rows that were made from them */
    size_t rows;
    uint32_t within[DIMENSION_MAX];
    size_t used; /* when it was used last */
    size_t made; /* when that was first */
    bool is_held;
};

/* Zeroed, it is ready, for one dataset: clear it before there is another. */
struct cube_store {
    struct cubes_kept kept[CUBES_KEPT];
    size_t uses;
    size_t begun; /* how many there were at cube_store_begin() */
};

/* The cubes of all measures, from before or new; they stay until CUBES_KEPT others were
 * used after them, or the store is cleared. */
struct cubes_kept *cube_store_find(struct cube_store *store,
                                   const struct dataset *dataset,
                                   const struct query *query);
const struct cube *cube_store_get(struct cube_store *store,
                                  const struct dataset *dataset,
                                  const struct query *query);
/* A new set of frames is made; when it is not good, what was made for it is dropped. */
void cube_store_begin(struct cube_store *store);
void cube_store_end(struct cube_store *store, bool is_good);
void cube_store_clear(struct cube_store *store);

#endif
