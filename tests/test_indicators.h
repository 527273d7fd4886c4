/*
 * What the tests of the indicators share: a dataset, a question, a frame.
 */
#ifndef TESTS_TEST_INDICATORS_H
#define TESTS_TEST_INDICATORS_H

#include "core/query/indicator_spec.h"
#include "tests/sample.h"

struct inquiry {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct frame *frame;
};

void inquiry_close(struct inquiry *inquiry);

/* Asks for all columns that the dataset could have, or for those that are named. */
void inquiry_all(struct inquiry *inquiry);
void inquiry_columns(struct inquiry *inquiry, const char *const *ids, size_t count);

/* Narrows a dimension to the member with this code. */
void inquiry_within(struct inquiry *inquiry, const char *dimension, const char *code);

/* The number in a row and column, computed on its own; fails when it is missing. */
double inquiry_number(struct inquiry *inquiry, const char *code, const char *column);
enum absence inquiry_absence(struct inquiry *inquiry, const char *code,
                             const char *column);

void expect_close(double value, double expected, double relative, const char *what);

#endif
