/*
 * Start: where reading begins along a dimension, at a level and in a period that have
 * figures of it.
 *
 * That is the natural level in the latest period. Where that period has totals alone,
 * it is the last one that has more; where no period has figures at the level, the next
 * coarser one, or the groups, or what stands for the whole.
 */
#ifndef CORE_QUERY_START_H
#define CORE_QUERY_START_H

#include "core/model/dataset.h"

struct start {
    size_t level; /* or LEVEL_GROUPS */
    struct period period;
};

/* The latest period that is not begun only, nor empty; the dataset has periods. */
uint32_t start_latest(const struct dataset *dataset);

/* The dataset has periods. */
struct start start_new(const struct dataset *dataset, size_t dimension);

#endif
