/*
 * Stop: the wish that a calculation ends, for another thread to have.
 *
 * Who sees it leaves its loops: what it has by then is not right and is thrown away by
 * whoever asked for it. So nothing is half done but what nobody looks at.
 */
#ifndef CORE_BASE_STOP_H
#define CORE_BASE_STOP_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* Zeroed, nothing is wished. */
struct stop {
    atomic_bool is_wanted;
};

/* Whether; NULL: nobody can wish it. */
static inline bool stop_is_wanted(const struct stop *stop)
{
    return stop && atomic_load_explicit(&stop->is_wanted, memory_order_relaxed);
}

#endif
