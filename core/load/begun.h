/*
 * Begun periods: of a file that is read in part, the period whose rows may go on.
 *
 * Files that come month after month stop in the middle of one when reading does. Its
 * figures would look like a fall of all trade; nobody who sees them next to those of
 * whole periods takes them for what they are.
 */
#ifndef CORE_LOAD_BEGUN_H
#define CORE_LOAD_BEGUN_H

#include "core/model/dataset.h"

/* Index of the period that the last rows are of when rows go from one period to the
 * next, forwards or backwards, without coming back to one; UINT32_MAX when they do not,
 * or are of one period only: then nothing tells which periods are whole. */
uint32_t begun_period(const struct dataset *dataset);

/* Takes the rows of the begun period, if there is one, out of a dataset that is whole
 * otherwise: those of the others are what the file has of them. */
void begun_leave_out(struct dataset *dataset);

#endif
