/*
 * Ordinals: places in words.
 */
#ifndef TUI_ORDINAL_H
#define TUI_ORDINAL_H

#include "core/query/cross.h"

/* "6th"; "6th, with one other" of a place that is shared. */
const char *ordinal_of(const struct cross_place *place, struct arena *arena);

#endif
