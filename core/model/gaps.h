/*
 * Gaps: totals that a file has for some cells and not for others.
 *
 * A file may give a total (all products, the world, a chapter) for one partner and only
 * the parts for another. Where nothing is published for a member with parts, the sum of
 * the parts stands in, cell by cell, so that sums over published totals leave nobody
 * out. Of several dimensions that could be added up, one that adds up published
 * totals goes first, then the one that adds up to more: the other leaves out more.
 */
#ifndef CORE_MODEL_GAPS_H
#define CORE_MODEL_GAPS_H

#include "core/model/dataset.h"

/* Sets dataset->gaps: the sums that stand in, as observations of a dataset that shares
 * members, measures and periods with this one; NULL: none is wanted. What is needed for
 * the time being is of the scratch. */
void gaps_find(struct dataset *dataset, struct arena *scratch);
/* Harmless on NULL. */
void gaps_close(struct dataset *gaps);

#endif
