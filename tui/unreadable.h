/*
 * What could not be read of a file, in words: said when it opens, and where its rows
 * are told of.
 */
#ifndef TUI_UNREADABLE_H
#define TUI_UNREADABLE_H

#include "core/model/dataset.h"

/* "2 figures could not be read, 1 row was left out"; "" when all was read. */
const char *unreadable_words(const struct dataset *dataset, struct arena *arena);

#endif
