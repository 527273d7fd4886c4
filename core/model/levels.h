/*
 * Levels: which of a dimension's levels hold all of it.
 *
 * A file may give headings for some chapters alone, or a few countries of a continent.
 * Reading begins on a level whose figures are, together, what the dimension's total is.
 */
#ifndef CORE_MODEL_LEVELS_H
#define CORE_MODEL_LEVELS_H

#include "core/model/dataset.h"

/* Sets dimension.complete of all dimensions, by the latest period with figures. */
void levels_find(struct dataset *dataset);

#endif
