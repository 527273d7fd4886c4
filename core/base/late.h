/*
 * Late: libraries that are loaded when they are needed first.
 *
 * To find one, map it and tie it in costs a start 0.1 ms and more, whether it is used
 * or not, and most starts use none. So the program is not linked with them: configure
 * finds their names, types come from their own headers, and a table has the calls that
 * we use.
 */
#ifndef CORE_BASE_LATE_H
#define CORE_BASE_LATE_H

#include <stddef.h>

/* A function or variable of a library, and where its address goes in the table. */
struct late_call {
    const char *name;
    size_t at;
};

/* Fills in a table. The library stays with the program until its end. NULL, or the name
 * of what cannot be loaded. */
const char *late_load(const char *library, const struct late_call *calls, size_t count,
                      void *table);

#endif
