/*
 * How columns grow: for codes and for figures alike.
 */
#ifndef CORE_BASE_COLUMN_INTERNAL_H
#define CORE_BASE_COLUMN_INTERNAL_H

#include "core/base/arena.h"

#include <stddef.h>

/* Room for `needed` elements of that size at least, growing by half so that the memory
 * that lies idle is never more than a third. Raises the arena's failure when there can
 * be none. */
size_t column_larger(const struct arena *arena, size_t capacity, size_t needed,
                     size_t size);

/* Makes room for `count` elements, if there is memory for it. The capacity that there
 * is afterwards; `data` may have moved. */
size_t column_expect(void **data, const struct arena *arena, size_t capacity,
                     size_t count, size_t size);

#endif
