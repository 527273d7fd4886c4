/*
 * Cubes that are kept from one frame to the next: sorting, filtering, another period or
 * another column needs no pass over the observations.
 *
 * A cube is told by its rows and what the other dimensions are narrowed to. The few
 * that were used last are kept; frames that are alive at once must not need more.
 */
#ifndef CORE_QUERY_CUBE_STORE_H
#define CORE_QUERY_CUBE_STORE_H

#include "core/query/cube.h"

enum { CUBES_KEPT = 6 };

struct cubes_kept {
    struct arena arena;       /* of the cubes */
    const struct cube *cubes; /* by measure; NULL: none yet */
    size_t rows;
    uint32_t within[DIMENSION_MAX];
    size_t used; /* when it was used last */
};

/* Zeroed, it is ready, for one dataset: clear it before there is another. */
struct cube_store {
    struct cubes_kept kept[CUBES_KEPT];
    size_t uses;
};

/* The cubes of all measures, from before or new; they stay until CUBES_KEPT others were
 * used after them, or the store is cleared. */
const struct cube *cube_store_get(struct cube_store *store,
                                  const struct dataset *dataset,
                                  const struct query *query);
void cube_store_clear(struct cube_store *store);

#endif
