/*
 * A dataset that is written as a file of ours and read again is the same dataset.
 */
#ifndef TESTS_ROUND_TRIP_H
#define TESTS_ROUND_TRIP_H

#include "tests/loaded.h"

#include "core/model/dataset.h"

/* Writes it, in the YAML itself and with a CSV beside it, reads both, and expects
 * dimensions, measures and every observation to be what they were. */
void expect_round_trip(const struct dataset *dataset, const char *name);

/* Reads the text, which must open and come back the same by --convert. */
void load_and_back(struct loaded *loaded, const char *text);

#endif
