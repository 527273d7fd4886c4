/*
 * Cube: every member of one dimension in every period, for one measure.
 *
 * The other dimensions are narrowed to one member each. A published figure always
 * wins; where there is none, the sum of the members below stands in (their partition,
 * never a group), and the value says which it is.
 */
#ifndef CORE_QUERY_CUBE_H
#define CORE_QUERY_CUBE_H

#include "core/base/arena.h"
#include "core/query/query.h"

struct cube {
    uint32_t member_count; /* 1 when the rows are periods */
    uint32_t period_count;
    const struct value *cell; /* [period * member_count + member] */
};

/* The cube of the query's row dimension (or of the whole when rows are periods, the
 * one member being what all dimensions are narrowed to). Memory is the arena's. */
struct cube cube_new(const struct dataset *dataset, const struct query *query,
                     size_t measure, struct arena *arena);

/* The same of all measures at once, by measure. */
void cubes_new(const struct dataset *dataset, const struct query *query,
               struct cube *cubes, struct arena *arena);

struct value cube_value(const struct cube *cube, uint32_t period, uint32_t member);

#endif
