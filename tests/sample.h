/*
 * Sample: small datasets for tests, loaded from text as a file would be.
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include "core/model/dataset.h"
#include "core/query/frame.h"

/* Loads the text or fails the test, printing the mistakes. Close the dataset. */
void sample_load(struct dataset *dataset, const char *yaml);

/* Loads a bundled dataset by the name of its file. */
void sample_bundled(struct dataset *dataset, const char *name);

/* The row with this code (the part that is not allocated has ""); fails without it. */
const struct frame_row *sample_row(const struct frame *frame, const char *code);

/* The value of a row in the column with this id ("exports", "exports-growth"). */
struct value sample_value(const struct frame *frame, const struct frame_row *row,
                          const char *column);

#endif
